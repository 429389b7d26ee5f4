//! Lists of what is known.

use anyhow::Result;

use super::asked::Asked;
use super::outcome::Outcome;
use super::run::Run;
use crate::advice::advise;
use crate::cli::Choosing;
use crate::report::Detail;
use crate::report::lists::{ConcernsReport, MechanismsReport, SourcesReport, SupportsReport};

/// `gutskin concerns`.
pub(super) fn concerns(run: &Run) -> Result<Outcome> {
    run.say_list(&ConcernsReport::new(run.known()?.kb))?;
    Ok(Outcome::Done)
}

/// `gutskin mechanisms`.
pub(super) fn mechanisms(run: &Run) -> Result<Outcome> {
    run.say_list(&MechanismsReport::new(run.known()?.kb))?;
    Ok(Outcome::Done)
}

/// `gutskin sources`.
pub(super) fn sources(run: &Run) -> Result<Outcome> {
    run.say_list(&SourcesReport::new(run.known()?.kb))?;
    Ok(Outcome::Done)
}

/// `gutskin supports`: what there is for any concern, as it remains for this person.
pub(super) fn supports(run: &Run, typed: &Choosing) -> Result<Outcome> {
    let known = run.known()?;
    let asked = Asked::of_supports(run, &known, typed)?;
    let advice = advise(known.kb, &asked.query);
    let detail = Detail { why: typed.why, cite: typed.cite };
    run.say_list(&SupportsReport::new(known.kb, &advice, &asked.heard.defaults, detail))?;
    Ok(Outcome::Done)
}
