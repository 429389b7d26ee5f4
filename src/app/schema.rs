//! `gutskin schema`: for programs and editors.

use anyhow::Result;

use super::outcome::Outcome;
use super::run::Run;
use crate::render::Format;
use crate::report::schema::output_schema;

/// `schema --output`: what `-f json` prints.
pub(super) fn output(run: &Run) -> Result<Outcome> {
    run.format_among(&[Format::Json])?;
    run.tell(&format!("{:#}", output_schema()))?;
    Ok(Outcome::Done)
}
