//! `gutskin schema` and `gutskin init`: for the editors of content, and for programs.

use anyhow::{Context as _, Result, bail};

use super::outcome::{Outcome, Usage};
use super::run::Run;
use crate::cli::{Init, Schema};
use crate::knowledge::files::{ContentFile, write_new};
use crate::knowledge::nearest::nearest;
use crate::knowledge::{schema, starter};
use crate::render::Format;
use crate::report::schema::output_schema;
use crate::words;

/// `schema [FILE]`: what the content files may hold.
pub(super) fn content(run: &Run, typed: &Schema) -> Result<Outcome> {
    run.format_among(&[Format::Json])?;
    let schema = match &typed.file {
        None => schema::all(),
        Some(name) => schema::of(content_file(name)?),
    };
    run.tell(&format!("{schema:#}"))?;
    Ok(Outcome::Done)
}

/// `schema --output`: what `-f json` prints.
pub(super) fn output(run: &Run) -> Result<Outcome> {
    run.format_among(&[Format::Json])?;
    run.tell(&format!("{:#}", output_schema()))?;
    Ok(Outcome::Done)
}

/// `init DIR`: a small layer to start from.
pub(super) fn init(run: &Run, typed: &Init) -> Result<Outcome> {
    let directory = typed.directory.display();
    let written = write_new(&typed.directory, &starter::files())
        .with_context(|| format!("cannot write into {directory}"))?;
    let lines: Vec<String> = written.iter().map(|path| format!("wrote {}", path.display())).collect();
    run.tell(&lines.join("\n"))?;
    run.hint(&format!("Edit them, then run: gutskin check {directory}"));
    Ok(Outcome::Done)
}

fn content_file(name: &str) -> Result<ContentFile> {
    let names = || ContentFile::ALL.iter().map(|file| file.name());
    if let Some(file) = ContentFile::find(name).or_else(|| ContentFile::find(&format!("{name}.yaml"))) {
        return Ok(file);
    }
    let usage = Usage::new(format!("no content file is called {}", words::quoted(name)));
    let usage = match nearest(name, names()) {
        Some(nearest) => usage.help(format!("did you mean {}?", words::quoted(nearest))),
        None => usage,
    };
    bail!(usage.help(format!("known: {}", names().collect::<Vec<_>>().join(", "))))
}
