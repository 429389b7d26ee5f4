//! The same advice laid out in time, few changes first: a smallest set of supports that covers
//! every mechanism behind the concerns, then the next best, a few new changes a week. Pure: the
//! start comes in as a value.

mod candidate;
mod choice;
mod cover;
mod schedule;
mod week;

pub use choice::{Because, Choice, Uncovered};
pub use schedule::{DateError, Schedule, ScheduleError, next_monday, parse_date};
pub use week::{Doing, Task, Week};

use crate::advice::Advice;
use crate::knowledge::model::{KnowledgeBase, SupportKey};

/// A plan of small changes, with the reason for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// When it begins and how fast it goes.
    pub schedule: Schedule,
    /// What begins, in the order in which it does.
    pub choices: Vec<Choice>,
    /// The weeks, each with what to tick off.
    pub weeks: Vec<Week>,
    /// What would come next, best first.
    pub next: Vec<SupportKey>,
    /// The mechanisms that nothing in the plan works through, and why.
    pub uncovered: Vec<Uncovered>,
}

/// Lays out what `advise` answered. What studies saw no effect or harm of is never in
/// a plan, nor is a supplement, or a tablet among the examples of a food, unless the query asks for
/// supplements by kind.
pub fn plan(kb: &'static KnowledgeBase, advice: &Advice, schedule: Schedule) -> Plan {
    let candidates = candidate::candidates(kb, advice);
    let room = usize::from(schedule.weeks()) * usize::from(schedule.per_week());
    let queue = choice::queue(kb, advice, &candidates);
    let uncovered = choice::uncovered(kb, advice, &queue, room);
    let next = queue.iter().skip(room).map(|choice| choice.advised.support).collect();
    let choices: Vec<Choice> = queue.into_iter().take(room).collect();
    let weeks = week::weeks(schedule, &choices);
    Plan { schedule, choices, weeks, next, uncovered }
}

#[cfg(test)]
mod tests;
