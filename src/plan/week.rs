//! The weeks of a plan, with what to tick off: what is new gets three days of its own, what goes
//! on one tick, and the examples take turns.

use jiff::civil::Date;

use crate::knowledge::model::{Caution, Example, SupportKey};
use crate::plan::choice::Choice;
use crate::plan::schedule::Schedule;

/// No week has fewer things to tick off, as long as there is anything in the plan.
const FEWEST_TASKS: usize = 3;
/// The days of the week, from its first, on which something new has its turn.
const DAYS: [usize; 3] = [0, 2, 4];

/// A week of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// From 1.
    pub number: usize,
    /// Its first day.
    pub start: Date,
    /// What begins.
    pub new: Vec<SupportKey>,
    /// What goes on.
    pub going_on: Vec<SupportKey>,
    /// What to tick off, what is new first.
    pub tasks: Vec<Task>,
}

/// Something to tick off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Task {
    /// The day; the first of the week for what may be done on any day of it.
    pub date: Date,
    /// Whether any day of the week will do.
    pub all_week: bool,
    /// What it belongs to.
    pub support: SupportKey,
    /// What to do.
    pub doing: Doing,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Doing {
    /// Ask a professional about this before it begins.
    Ask(&'static Caution),
    /// The example whose turn it is.
    Example(&'static Example),
    /// The support itself, which has no examples.
    Support,
}

/// The weeks of a schedule in which these begin one after another.
pub(super) fn weeks(schedule: Schedule, choices: &[Choice]) -> Vec<Week> {
    let mut turns = vec![0; choices.len()];
    (0..usize::from(schedule.weeks())).map(|week| fill(schedule, choices, &mut turns, week)).collect()
}

fn fill(schedule: Schedule, choices: &[Choice], turns: &mut [usize], week: usize) -> Week {
    let per_week = usize::from(schedule.per_week());
    let old = choices.len().min(week * per_week);
    let begun = choices.len().min(old + per_week);
    let spread = needs_days(begun - old, old);
    let mut tasks = Vec::new();
    for place in (old..begun).chain(0..old) {
        let (choice, is_new) = (&choices[place], place >= old);
        let task = |date, all_week, doing| Task { date, all_week, support: choice.advised.support, doing };
        if is_new {
            tasks.extend(
                choice
                    .ask_first
                    .iter()
                    .map(|caution| task(schedule.day(week, 0), false, Doing::Ask(caution))),
            );
        }
        let days = if is_new || spread { &DAYS[..] } else { &DAYS[..1] };
        for &day in days {
            tasks.push(task(schedule.day(week, day), days.len() == 1, turn(choice, &mut turns[place])));
        }
    }
    let keys = |choices: &[Choice]| choices.iter().map(|choice| choice.advised.support).collect();
    Week {
        number: week + 1,
        start: schedule.day(week, 0),
        new: keys(&choices[old..begun]),
        going_on: keys(&choices[..old]),
        tasks,
    }
}

/// Whether what goes on needs days of its own, since one tick each would be too few.
const fn needs_days(new: usize, going_on: usize) -> bool {
    new * DAYS.len() + going_on < FEWEST_TASKS
}

/// The next in turn of what a support offers.
fn turn(choice: &Choice, turns: &mut usize) -> Doing {
    let examples = &choice.advised.examples;
    let next = examples.get(*turns % examples.len().max(1));
    *turns += 1;
    next.map_or(Doing::Support, |example| Doing::Example(example))
}
