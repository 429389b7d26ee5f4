//! The JSON contract of `plan`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Because, Choice, Doing, Task, Week};
use crate::report::SCHEMA_VERSION;
use crate::report::advise::json::{QueryEntry, SupportEntry, left_out};
use crate::report::contract::{LeftOutEntry, RedFlagEntry};
use crate::report::notice::NOTICE;

use super::answer::PlanReport;
use super::words::{because, doing, uncovered};

/// What `gutskin plan -f json` writes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "gutskin plan")]
pub struct PlanOutput<'a> {
    /// Counts up when a field goes away or changes its meaning.
    pub schema_version: u32,
    /// What was asked, as it was understood.
    pub query: QueryEntry<'a>,
    /// Signs that come before any advice. In an emergency all lists below are empty.
    pub red_flags: Vec<RedFlagEntry<'a>>,
    /// The first day, such as `2026-10-05`.
    pub start: String,
    /// New changes a week.
    pub per_week: u16,
    /// What is in the plan, in the order in which it begins.
    pub chosen: Vec<ChosenEntry<'a>>,
    /// The weeks.
    pub weeks: Vec<WeekEntry<'a>>,
    /// Ids of what would come next, best first.
    pub next: Vec<&'a str>,
    /// Mechanisms behind the concerns that nothing in the plan works through.
    pub uncovered: Vec<UncoveredEntry<'a>>,
    /// What was left out for this person.
    pub left_out: Vec<LeftOutEntry<'a>>,
    /// What this is not.
    pub notice: &'a str,
}

/// A support in the plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChosenEntry<'a> {
    /// The week in which it begins, from 1.
    pub week: usize,
    /// Whether it belongs to the smallest set that reaches every mechanism.
    pub covers: bool,
    /// Ids of the mechanisms behind the asked concerns that it works through.
    pub mechanisms: Vec<&'a str>,
    /// Why it is here, in words.
    pub because: String,
    /// The id of what would have come in its place.
    pub runner_up: Option<&'a str>,
    /// The support, with its evidence and its cautions.
    pub support: SupportEntry<'a>,
}

/// A week of the plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WeekEntry<'a> {
    /// From 1.
    pub week: usize,
    /// Its first day.
    pub start: String,
    /// Ids of what begins.
    pub new: Vec<&'a str>,
    /// Ids of what goes on.
    pub going_on: Vec<&'a str>,
    /// What to tick off.
    pub tasks: Vec<TaskEntry<'a>>,
}

/// Something to tick off.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TaskEntry<'a> {
    /// The day; null where any day of the week will do.
    pub date: Option<String>,
    /// The id of what it belongs to.
    pub support: &'a str,
    /// What to do.
    pub task: String,
    /// The example whose turn it is.
    pub example: Option<&'a str>,
    /// When in the day.
    pub anchor: Option<&'a str>,
}

/// A mechanism that nothing in the plan works through.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UncoveredEntry<'a> {
    /// Its id.
    pub mechanism: &'a str,
    /// Why, in words.
    pub because: String,
}

impl<'a> PlanOutput<'a> {
    pub(super) fn new(report: &'a PlanReport<'_>) -> Self {
        let (kb, plan, heard) = (report.kb, report.plan, report.heard);
        let flags = heard.red_flags(kb).into_iter();
        let mut output = Self {
            schema_version: SCHEMA_VERSION,
            query: QueryEntry::new(kb, &report.advice.query, heard),
            red_flags: flags.map(|flag| RedFlagEntry::new(kb, &kb[flag])).collect(),
            start: plan.schedule.start().to_string(),
            per_week: plan.schedule.per_week(),
            chosen: Vec::new(),
            weeks: Vec::new(),
            next: Vec::new(),
            uncovered: Vec::new(),
            left_out: Vec::new(),
            notice: NOTICE,
        };
        if !report.is_only_signs() {
            let missing = plan.uncovered.iter();
            output.chosen = chosen(report);
            output.weeks = plan.weeks.iter().map(|week| WeekEntry::new(report, week)).collect();
            output.next = plan.next.iter().map(|key| kb[*key].id).collect();
            output.uncovered = missing
                .map(|one| UncoveredEntry { mechanism: kb[one.mechanism].id, because: uncovered(kb, *one) })
                .collect();
            output.left_out = left_out(kb, report.advice);
        }
        output
    }
}

fn chosen<'a>(report: &'a PlanReport<'_>) -> Vec<ChosenEntry<'a>> {
    let begins = report.plan.weeks.iter();
    let begins =
        begins.flat_map(|week| report.begins(week.number).iter().map(|choice| (week.number, choice)));
    begins.map(|(week, choice)| ChosenEntry::new(report, week, choice)).collect()
}

impl<'a> ChosenEntry<'a> {
    fn new(report: &PlanReport<'a>, week: usize, choice: &'a Choice) -> Self {
        let kb = report.kb;
        Self {
            week,
            covers: choice.because == Because::Covers,
            mechanisms: choice.serves.iter().map(|key| kb[*key].id).collect(),
            because: because(kb, choice),
            runner_up: choice.runner_up.map(|key| kb[key].id),
            support: SupportEntry::new(kb, &choice.advised),
        }
    }
}

impl<'a> WeekEntry<'a> {
    fn new(report: &PlanReport<'a>, week: &Week) -> Self {
        let kb = report.kb;
        Self {
            week: week.number,
            start: week.start.to_string(),
            new: week.new.iter().map(|key| kb[*key].id).collect(),
            going_on: week.going_on.iter().map(|key| kb[*key].id).collect(),
            tasks: week.tasks.iter().map(|task| TaskEntry::new(report, task)).collect(),
        }
    }
}

impl<'a> TaskEntry<'a> {
    fn new(report: &PlanReport<'a>, task: &Task) -> Self {
        let support = &report.kb[task.support];
        let example = match task.doing {
            Doing::Example(example) => Some(example.name),
            Doing::Ask(_) | Doing::Support => None,
        };
        Self {
            date: (!task.all_week).then(|| task.date.to_string()),
            support: support.id,
            task: doing(report.kb, task),
            example,
            anchor: support.anchor,
        }
    }
}
