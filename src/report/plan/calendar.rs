//! A plan as entries of a calendar: one a week, on its first day.

use std::borrow::Cow;

use crate::advice::LeftOut;
use crate::knowledge::model::SupportKey;
use crate::plan::Week;
use crate::report::advise::left_out::swap_name;
use crate::report::calendar::{Calendar, Entry};
use crate::report::evidence::evidence_text;
use crate::report::notice::NOTICE;
use crate::words::{all_of, uncapitalized};

use super::answer::PlanReport;
use super::words::{doing, title, when};

/// The entries of the plan.
pub(super) fn calendar(report: &PlanReport<'_>) -> Calendar<'static> {
    let entries = report.plan.weeks.iter().map(|week| entry(report, week)).collect();
    Calendar { name: title(report).into(), stamp: report.plan.schedule.start(), entries }
}

fn entry(report: &PlanReport<'_>, week: &Week) -> Entry<'static> {
    Entry {
        id: id(report, week),
        day: week.start,
        summary: summary(report, week).into(),
        lines: lines(report, week),
    }
}

/// The question, the start and the week, so that a plan made anew replaces the old one.
fn id(report: &PlanReport<'_>, week: &Week) -> String {
    let concerns: Vec<&str> = report.advice.concerns.iter().map(|key| report.kb[*key].id).collect();
    let start = report.plan.schedule.start();
    format!("gutskin-{}-{start}-week-{}@gutskin.invalid", concerns.join("-"), week.number)
}

fn summary(report: &PlanReport<'_>, week: &Week) -> String {
    let name = |keys: &[SupportKey]| all_of(keys.iter().map(|key| uncapitalized(report.kb[*key].name)));
    match (week.new.is_empty(), week.going_on.is_empty()) {
        (false, _) => format!("Gut–skin week {}: new, {}", week.number, name(&week.new)),
        (true, false) => format!("Gut–skin week {}: keep going", week.number),
        (true, true) => format!("Gut–skin week {}: nothing planned", week.number),
    }
}

fn lines(report: &PlanReport<'_>, week: &Week) -> Vec<Cow<'static, str>> {
    let kb = report.kb;
    let flags = report.heard.red_flags(kb).into_iter();
    let mut lines: Vec<Cow<'static, str>> = flags.map(|flag| Cow::Borrowed(kb[flag].say)).collect();
    for choice in report.begins(week.number) {
        let evidence = evidence_text(kb, &choice.advised.evidence, false).words();
        lines.push(format!("New: {} ({evidence})", kb[choice.advised.support].name).into());
        lines.extend(choice.advised.how.iter().map(|sentence| Cow::Borrowed(sentence.text)));
    }
    let tick = |task| format!("[ ] {}: {}: {}", when(task), kb[task.support].name, doing(kb, task));
    lines.extend(week.tasks.iter().map(|task| tick(task).into()));
    lines.extend(check_first(report, week));
    if week.number == 1 {
        lines.extend(left_out(report));
    }
    lines.push(NOTICE.into());
    lines
}

/// Where the cautions of what begins are told; those of the person themselves in full.
fn check_first(report: &PlanReport<'_>, week: &Week) -> Vec<Cow<'static, str>> {
    let people = report.advice.query.people(report.kb);
    let mut lines: Vec<Cow<'static, str>> = Vec::new();
    for choice in report.begins(week.number) {
        let name = report.kb[choice.advised.support].name;
        let own = choice.advised.cautions.iter().filter(|caution| people.contains(&caution.who));
        lines.extend(own.map(|caution| format!("Check first: {name}: {}", caution.text).into()));
    }
    if let Some(first) = week.new.first() {
        let id = report.kb[*first].id;
        lines.push(format!("Who else should be careful: gutskin show {id}").into());
    }
    lines
}

/// What was left out for this person, because of what, and what serves instead.
fn left_out(report: &PlanReport<'_>) -> Vec<Cow<'static, str>> {
    let kb = report.kb;
    let line = |row: &LeftOut| {
        let examples = row.examples.join(", ");
        let what = if examples.is_empty() { String::new() } else { format!(" ({examples})") };
        let instead = row.instead.map(|with| format!("; instead: {}", swap_name(kb, with)));
        let (name, because) = (kb[row.support].name, row.because_words(kb));
        format!("Left out: {name}{what}: {because}{}", instead.unwrap_or_default()).into()
    };
    report.advice.left_out.iter().map(line).collect()
}
