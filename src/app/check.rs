//! `gutskin check`: what is wrong with content, at which line, and what to do.

use std::fmt::Write as _;

use anyhow::{Result, bail};

use super::knowledge::layers;
use super::outcome::{Outcome, Usage};
use super::run::{Run, say_aside};
use crate::cli::Check;
use crate::diagnostic::{Code, Example, Explanation, Level};
use crate::knowledge::files::{Fate, FileNote};
use crate::knowledge::nearest::nearest;
use crate::knowledge::{Loaded, load};
use crate::render::{Format, render_diagnostics};
use crate::words;

const FORMATS: &[Format] = &[Format::Table, Format::Json, Format::Short];

pub(super) fn check(run: &Run, typed: &Check) -> Result<Outcome> {
    let format = run.format_among(FORMATS)?;
    if let Some(code) = &typed.explain {
        return explain(run, code);
    }
    let directories = if typed.directories.is_empty() { &run.settings.content } else { &typed.directories };
    let loaded = load(&layers(directories, run.settings.embedded)?);
    let mut bytes = Vec::new();
    render_diagnostics(&loaded.diagnostics, format, &run.settings.page_for(format), &mut bytes)?;
    if format == Format::Table {
        bytes.extend_from_slice(closing(&loaded, typed.verbose).as_bytes());
    } else if typed.verbose {
        say_aside(files(&loaded.files).trim_end());
    }
    run.settings.sink.write(&bytes)?;
    Ok(if loaded.kb.is_some() { Outcome::Done } else { Outcome::Failed })
}

fn closing(loaded: &Loaded, verbose: bool) -> String {
    let mut text = if verbose { files(&loaded.files) } else { String::new() };
    let read = loaded.files.iter().filter(|note| note.fate == Fate::Loaded).count();
    let of = |level| loaded.diagnostics.iter().filter(|found| found.level == level).count();
    let _ = writeln!(
        text,
        "{} checked: {}, {}",
        words::count(read, "file"),
        words::count(of(Level::Error), "error"),
        words::count(of(Level::Warning), "warning"),
    );
    text
}

fn files(notes: &[FileNote]) -> String {
    notes.iter().fold(String::new(), |mut list, note| {
        let _ = match &note.fate {
            Fate::Loaded => writeln!(list, "loaded   {}", note.path),
            Fate::Ignored { reason } => writeln!(list, "ignored  {}: {reason}", note.path),
            Fate::Refused { reason } => writeln!(list, "refused  {}: {reason}", note.path),
        };
        list
    })
}

fn explain(run: &Run, name: &str) -> Result<Outcome> {
    let Some(code) = Code::find(name) else {
        let usage = Usage::new(format!("no code is called {}", words::quoted(name)));
        let usage = match nearest(name, Code::ALL.iter().map(|code| code.name())) {
            Some(nearest) => usage.help(format!("did you mean {}?", words::quoted(nearest))),
            None => usage,
        };
        let all = Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>();
        bail!(usage.help(format!("known: {}", all.join(", "))));
    };
    run.tell(&explained(code))?;
    Ok(Outcome::Done)
}

fn explained(code: Code) -> String {
    let Explanation { why, example } = code.explanation();
    let (what, example) = match example {
        Example::File { name, text } => (format!("in {name}"), text),
        Example::Commands(commands) => ("after".to_owned(), commands),
    };
    let example = example.lines().fold(String::new(), |mut lines, line| {
        let _ = write!(lines, "\n    {line}");
        lines
    });
    format!(
        "{code}: {}\n\n{why}\n\nIt is found, for example, {what}:\n{example}",
        code.summary(),
        code = code.name()
    )
}
