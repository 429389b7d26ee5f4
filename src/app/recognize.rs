//! `gutskin recognize`: one text a line in, one JSON object a line out.

use std::io;

use anyhow::{Context as _, Result, bail};

use super::outcome::{Outcome, Usage};
use super::run::{Run, say_aside};
use super::sink::Sink;
use crate::cli::Recognize;
use crate::render::Format;
use crate::stream;

/// Filters standard input.
pub(super) fn recognize(run: &Run, typed: &Recognize) -> Result<Outcome> {
    // Its one form is JSON, a line each; asking for it is fine.
    run.format_among(&[Format::Json])?;
    if run.surroundings.asks {
        bail!(
            Usage::new("recognize reads texts from standard input, one a line")
                .help("such as gutskin recognize < texts.txt, or echo \"pimpels\" | gutskin recognize")
        );
    }
    let known = run.known()?;
    let filter = |output: &mut (dyn io::Write + Send)| {
        stream::run(known.kb, known.index(), io::stdin(), output, usize::from(typed.jobs))
            .context("cannot filter standard input")
    };
    let counts = if run.settings.sink == Sink::Stdout {
        filter(&mut io::stdout())?
    } else {
        let mut answers = Vec::new();
        let counts = filter(&mut answers)?;
        run.settings.sink.write(&answers)?;
        counts
    };
    if counts.failed == 0 {
        return Ok(Outcome::Done);
    }
    let lines = if counts.lines == 1 { "line" } else { "lines" };
    say_aside(&format!(
        "{} of {} {lines} could not be read; see \"error\" in the output",
        counts.failed, counts.lines
    ));
    Ok(Outcome::Failed)
}
