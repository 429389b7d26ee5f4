//! What the parts of a plan are called, alike in every form.

use jiff::civil::Date;

use crate::knowledge::model::KnowledgeBase;
use crate::knowledge::sets::SupportAction;
use crate::plan::{Because, Choice, Doing, Task, Uncovered};
use crate::words::{all_of, capitalized, uncapitalized};

use super::answer::PlanReport;

/// "Gut–skin plan for acne and redness".
pub(super) fn title(report: &PlanReport<'_>) -> String {
    let names = report.advice.concerns.iter().map(|concern| uncapitalized(report.kb[*concern].name));
    format!("Gut–skin plan for {}", all_of(names))
}

/// "Mon 5 Oct".
pub(super) fn short_day(date: Date) -> String {
    date.strftime("%a %-d %b").to_string()
}

/// "Monday, 5 October 2026".
pub(super) fn long_day(date: Date) -> String {
    date.strftime("%A, %-d %B %Y").to_string()
}

/// When to do it: "Mon 5 Oct", "This week".
pub(super) fn when(task: &Task) -> String {
    if task.all_week { String::from("This week") } else { short_day(task.date) }
}

/// What to do: "pumpkin seeds, when you plan lunch".
pub(super) fn doing(kb: &'static KnowledgeBase, task: &Task) -> String {
    let support = &kb[task.support];
    let anchored = |what: &str| match support.anchor {
        Some(anchor) => format!("{what}, {anchor}"),
        None => what.to_owned(),
    };
    match task.doing {
        Doing::Ask(caution) => format!("ask a doctor or pharmacist before you begin: {}", caution.text),
        Doing::Example(example) => anchored(example.name),
        Doing::Support => anchored(support.short.unwrap_or(match support.action {
            SupportAction::Include => "have it once",
            SupportAction::Limit => "have less of it",
        })),
    }
}

/// Why it is in the plan, and what would have come in its place.
pub(super) fn because(kb: &'static KnowledgeBase, choice: &Choice) -> String {
    let serves = all_of(choice.serves.iter().map(|key| uncapitalized(kb[*key].name)));
    let why = match (choice.because, serves.is_empty()) {
        (Because::Covers, _) => {
            format!("it works through {serves}, and belongs to the fewest changes that reach every mechanism")
        }
        (Because::NextBest, false) => format!("the best of what was left; it works through {serves}"),
        (Because::NextBest, true) => String::from("the best of what was left; a habit for every concern"),
    };
    let next = match choice.runner_up {
        Some(key) => format!("Next in line was {}.", uncapitalized(kb[key].name)),
        None if choice.because == Because::Covers => String::from("Nothing else could take its place."),
        None => String::from("Nothing came after it."),
    };
    format!("{}. {next}", capitalized(&why))
}

/// That nothing in the plan works through a mechanism, and what could.
pub(super) fn uncovered(kb: &'static KnowledgeBase, missing: Uncovered) -> String {
    let name = uncapitalized(kb[missing.mechanism].name);
    let why = match (missing.later, missing.advised) {
        (true, _) => String::from("the weeks are full before its turn comes"),
        (false, Some(key)) => format!(
            "of what is left for you, such as {}, nothing fits a plan: it is a supplement, or studies speak against it",
            uncapitalized(kb[key].name)
        ),
        (false, None) => String::from("nothing that works through it is left for you"),
    };
    format!("Nothing in this plan works through {name}: {why}.")
}
