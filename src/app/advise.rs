//! `advise`, `plan` and `map`: the same advice, said, laid out in time, and drawn.

use anyhow::Result;
use jiff::ZonedDateTime;

use super::asked::Asked;
use super::knowledge::Known;
use super::outcome::{Outcome, Usage};
use super::run::{Run, say_aside};
use crate::advice::Advice;
use crate::cli::{Advise, Choosing, Plan};
use crate::map::map as graph;
use crate::plan::{Schedule, next_monday, parse_date, plan as lay_out};
use crate::recognition::nearest;
use crate::render::Format;
use crate::report::advise::AdviseReport;
use crate::report::map::MapReport;
use crate::report::plan::PlanReport;
use crate::report::{Detail, Report};

const ADVISE: &[Format] =
    &[Format::Table, Format::Markdown, Format::Plain, Format::Json, Format::Csv, Format::Html];

const PLAN: &[Format] =
    &[Format::Table, Format::Markdown, Format::Plain, Format::Json, Format::Csv, Format::Html, Format::Ics];

const MAP: &[Format] = &[
    Format::Table,
    Format::Markdown,
    Format::Plain,
    Format::Json,
    Format::Csv,
    Format::Svg,
    Format::Mermaid,
];

/// `gutskin advise`.
pub(super) fn advise(run: &Run, typed: &Advise) -> Result<Outcome> {
    let format = run.format_among(ADVISE)?;
    let known = run.known()?;
    let asked = Asked::of_concerns(run, &known, typed)?;
    let advice = advice(&known, &asked);
    let report = AdviseReport::new(known.kb, &advice, &asked.heard, detail(&typed.choosing));
    let outcome = answer(run, &known, &asked, &report, format)?;
    Ok(then_hint(run, outcome, "Next: --why gives the reasons, gutskin plan lays it out in weeks."))
}

/// `gutskin plan`.
pub(super) fn plan(run: &Run, typed: &Plan) -> Result<Outcome> {
    let format = run.format_among(PLAN)?;
    let schedule = schedule(typed)?;
    let known = run.known()?;
    let asked = Asked::of_concerns(run, &known, &typed.advise)?;
    let advice = advice(&known, &asked);
    let plan = lay_out(known.kb, &advice, schedule);
    let report = PlanReport::new(known.kb, &advice, &plan, &asked.heard, detail(&typed.advise.choosing));
    let outcome = answer(run, &known, &asked, &report, format)?;
    Ok(then_hint(run, outcome, "Next: --why gives the reasons, -f ics -o plan.ics a calendar."))
}

/// `gutskin map`.
pub(super) fn map(run: &Run, typed: &Advise) -> Result<Outcome> {
    let format = run.format_among(MAP)?;
    let known = run.known()?;
    let asked = Asked::of_concerns(run, &known, typed)?;
    let advice = advice(&known, &asked);
    let graph = graph(known.kb, &advice);
    let report = MapReport::new(known.kb, &advice, &graph, &asked.heard, detail(&typed.choosing));
    let outcome = answer(run, &known, &asked, &report, format)?;
    Ok(then_hint(run, outcome, "Next: -f svg -o map.svg draws it, gutskin advise says it in words."))
}

/// No advice in an emergency, and none where no concern was heard.
fn advice(known: &Known, asked: &Asked) -> Advice {
    if asked.query.concerns.is_empty() {
        return Advice::default();
    }
    crate::advice::advise(known.kb, &asked.query)
}

fn detail(typed: &Choosing) -> Detail {
    Detail { why: typed.why, cite: typed.cite }
}

fn schedule(typed: &Plan) -> Result<Schedule> {
    let start = match &typed.start {
        Some(date) => parse_date(date).map_err(|error| Usage::new(format!("`--start {date}`: {error}")))?,
        None => next_monday(ZonedDateTime::now().date()),
    };
    Schedule::new(start, typed.weeks, typed.per_week).map_err(|error| Usage::new(error.to_string()).into())
}

/// Says the report, if there is anything to say, and how the run ends.
fn answer(run: &Run, known: &Known, asked: &Asked, report: &impl Report, format: Format) -> Result<Outcome> {
    let signs = |run: &Run| match format {
        // A calendar or a picture has no place for signs alone; words on standard output have.
        Format::Ics | Format::Svg | Format::Mermaid => run.say_on_stdout(report, Format::Plain),
        _ => run.say(report, format),
    };
    if asked.heard.is_emergency(known.kb) {
        signs(run)?;
        return Ok(Outcome::Emergency);
    }
    if asked.query.concerns.is_empty() {
        // Without a concern there is nothing to say but the signs; a program gets its object.
        if !asked.heard.red_flags.is_empty() || format == Format::Json {
            signs(run)?;
        }
        say_aside(&no_concern(known, &asked.heard.text.join(" ")));
        return Ok(Outcome::NoConcern);
    }
    run.say(report, format)?;
    Ok(Outcome::Done)
}

/// What to try next, for who reads on a terminal and got an answer.
fn then_hint(run: &Run, outcome: Outcome, next: &str) -> Outcome {
    if outcome == Outcome::Done {
        run.hint(next);
    }
    outcome
}

fn no_concern(known: &Known, text: &str) -> String {
    let ids = known.kb.concerns.iter().map(|concern| concern.id).collect::<Vec<_>>();
    let mut lines = format!("error: nothing in the text matches a concern\n  known: {}", ids.join(", "));
    let nearest = nearest(known.kb, text);
    // That all are near is no news.
    if (1..ids.len()).contains(&nearest.len()) {
        let names: Vec<_> = nearest.iter().map(|key| known.kb[*key].id).collect();
        lines.push_str("\n  nearest: ");
        lines.push_str(&names.join(", "));
    }
    lines
}
