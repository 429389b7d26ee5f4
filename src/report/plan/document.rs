//! The order in which a plan is said: red flags, the weeks, what comes next, what to check first,
//! the notice.

use crate::advice::Advice;
use crate::plan::{Choice, Task, Week};
use crate::report::advise::cautions::check_first;
use crate::report::advise::document::red_flag;
use crate::report::advise::left_out::left_out;
use crate::report::advise::understood::understood;
use crate::report::document::{Block, Document, Role, Text};
use crate::report::evidence::evidence_text;
use crate::report::notice::notice_block;
use crate::words::{all_of, count, uncapitalized};

use super::answer::PlanReport;
use super::words::{because, doing, long_day, title, uncovered, when};

/// What comes next is a glance ahead, not a list.
const NEXT: usize = 3;

/// The whole plan.
pub(super) fn document<'a>(report: &'a PlanReport<'_>) -> Document<'a> {
    let kb = report.kb;
    let flags = report.heard.alerts(kb);
    let mut blocks: Vec<_> = flags.iter().map(|flag| red_flag(kb, report.heard, *flag)).collect();
    if report.is_only_signs() {
        let title = if report.is_emergency() { "Get help now" } else { "Check first" };
        blocks.push(notice_block(None));
        return Document { title: title.into(), blocks };
    }
    let title = title(report);
    blocks.push(Block::Heading(2, Text::plain(title.clone())));
    blocks.push(Block::Paragraph(Text::plain(opening(report))));
    blocks.extend(understood(kb, report.advice, report.heard, false));
    if !report.plan.choices.is_empty() {
        blocks.extend(report.plan.weeks.iter().flat_map(|one| week(report, one)));
    }
    blocks.extend(ahead(report));
    blocks.extend(check_first(kb, &report.planned, report.detail));
    // What no change reaches is said above, in terms of the plan.
    let advice = Advice { uncovered: Vec::new(), ..report.advice.clone() };
    blocks.extend(left_out(kb, &advice, report.detail));
    blocks.push(notice_block(report.plan.choices.first().map(|choice| kb[choice.advised.support].id)));
    Document { title: title.into(), blocks }
}

fn opening(report: &PlanReport<'_>) -> String {
    let schedule = report.plan.schedule;
    let concerns = all_of(report.advice.concerns.iter().map(|key| uncapitalized(report.kb[*key].name)));
    if report.plan.choices.is_empty() {
        return format!(
            "Nothing that the article names for {concerns} is left for a plan. Supplements, and what studies saw \
             no effect of, are not planned."
        );
    }
    format!(
        "{} from {}, {} a week. First come the fewest changes that reach every mechanism behind {concerns}, then \
         the next best. Nothing here is a must: tick off what fits.",
        count(schedule.weeks().into(), "week"),
        long_day(schedule.start()),
        count(schedule.per_week().into(), "new change"),
    )
}

fn week(report: &PlanReport<'_>, week: &Week) -> Vec<Block<'static>> {
    let heading = format!("Week {} · {}", week.number, long_day(week.start));
    let mut blocks = vec![Block::Heading(3, Text::plain(heading))];
    let begins = report.begins(week.number);
    for choice in begins {
        blocks.extend(new(report, week, choice));
    }
    if begins.is_empty() {
        blocks.push(Block::Paragraph("Nothing new this week: what you have begun goes on.".into()));
    } else if !week.going_on.is_empty() {
        blocks.push(Block::Paragraph(Text::of(Role::Strong, "Goes on")));
    }
    let going_on = week.tasks.iter().filter(|task| week.going_on.contains(&task.support));
    let going_on: Vec<_> = going_on.map(|task| tick(report, task, true)).collect();
    if !going_on.is_empty() {
        blocks.push(Block::Tasks(going_on));
    }
    blocks
}

/// What begins: its evidence, how to go about it, why, and the days.
fn new(report: &PlanReport<'_>, week: &Week, choice: &Choice) -> Vec<Block<'static>> {
    let (kb, advised) = (report.kb, &choice.advised);
    let mut name = Text::of(Role::Strong, format!("New: {}", kb[advised.support].name)).then(" (");
    name.0.extend(evidence_text(kb, &advised.evidence, report.detail.cite).0);
    let how: Vec<&str> = advised.how.iter().map(|sentence| sentence.text).collect();
    let name = name.then(format!("). {}", how.join(" ")));
    let tasks = week.tasks.iter().filter(|task| task.support == advised.support);
    let tasks = tasks.map(|task| tick(report, task, false)).collect();
    vec![
        Block::Paragraph(name),
        Block::Tasks(tasks),
        Block::Paragraph(Text::of(Role::Muted, "Why: ").and(Role::Muted, because(kb, choice))),
    ]
}

fn tick(report: &PlanReport<'_>, task: &Task, is_named: bool) -> Text<'static> {
    let doing = doing(report.kb, task);
    if is_named {
        let name = report.kb[task.support].name;
        return Text::plain(format!("{}: {name}: {doing}", when(task)));
    }
    Text::plain(format!("{}: {doing}", when(task)))
}

/// What came next, and what no change reaches.
fn ahead(report: &PlanReport<'_>) -> Vec<Block<'static>> {
    let (kb, plan) = (report.kb, report.plan);
    let mut items = Vec::new();
    if !plan.next.is_empty() {
        let names = all_of(plan.next.iter().take(NEXT).map(|key| uncapitalized(kb[*key].name)));
        items.push(Text::plain(format!("After these weeks, the next best: {names}.")));
    }
    items.extend(plan.uncovered.iter().map(|missing| Text::plain(uncovered(kb, *missing))));
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(3, "And then".into()), Block::Bullets(items)]
}
