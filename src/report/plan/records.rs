//! A plan for spreadsheets: one row for each thing to tick off.

use std::borrow::Cow;

use crate::knowledge::model::SupportKey;
use crate::plan::{Choice, Task, Week};
use crate::report::Records;
use crate::report::advise::records::{guarded, left_out, red_flags};
use crate::report::evidence::evidence_text;

use super::answer::PlanReport;
use super::words::{doing, when};

const COLUMNS: [&str; 9] =
    ["date", "week", "support", "name", "new", "when", "task", "evidence", "check_first"];

/// All that there is to tick off.
pub(super) fn records<'a>(report: &'a PlanReport<'_>) -> Records<'a> {
    let flags = red_flags(report.kb, report.heard);
    if report.is_only_signs() {
        return guarded(&COLUMNS, Vec::new(), "", &flags);
    }
    let weeks = report.plan.weeks.iter();
    let rows = weeks.flat_map(|week| week.tasks.iter().map(|task| row(report, week, task))).collect();
    guarded(&COLUMNS, rows, &left_out(report.kb, report.advice), &flags)
}

fn row<'a>(report: &'a PlanReport<'_>, week: &Week, task: &Task) -> Vec<Cow<'a, str>> {
    let support = &report.kb[task.support];
    let choice = choice(report, task.support);
    let evidence = choice.map(|choice| evidence_text(report.kb, &choice.advised.evidence, false).words());
    vec![
        task.date.to_string().into(),
        week.number.to_string().into(),
        support.id.into(),
        support.name.into(),
        if week.new.contains(&task.support) { "yes" } else { "no" }.into(),
        when(task).into(),
        doing(report.kb, task).into(),
        evidence.unwrap_or_default().into(),
        choice.map(|choice| check_first(report, choice)).unwrap_or_default().into(),
    ]
}

fn choice<'a>(report: &PlanReport<'a>, key: SupportKey) -> Option<&'a Choice> {
    report.plan.choices.iter().find(|choice| choice.advised.support == key)
}

/// The cautions of the person themselves.
fn check_first(report: &PlanReport<'_>, choice: &Choice) -> String {
    let people = report.advice.query.people(report.kb);
    let own = choice.advised.cautions.iter().filter(|caution| people.contains(&caution.who));
    own.map(|caution| caution.text).collect::<Vec<_>>().join(" ")
}
