//! Composition: each command is the chain arguments → knowledge → recognition → advice → report →
//! render in a few lines. Only this room knows the whole chain, and only it touches the
//! environment, the terminal and the standard streams.

mod advise;
mod ask;
mod asked;
mod check;
mod completions;
mod guided;
mod help;
mod knowledge;
mod lists;
mod man;
mod names;
mod outcome;
mod profile;
mod profile_file;
mod recognize;
mod run;
mod schema;
mod settings;
mod show;
mod sink;
mod surroundings;

use std::ffi::OsString;
use std::io::{self, Write as _};

use anyhow::Result;
use clap::CommandFactory as _;
use clap::error::ErrorKind;

pub use outcome::Outcome;

use crate::cli::{self, Cli, Command, Global};
use crate::render;
use knowledge::InvalidContent;
use outcome::Usage;
use run::{Run, say_aside};
use settings::{Settings, USUAL_WIDTH};
use surroundings::Surroundings;

/// Runs the program for what was typed, the program's own name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(outcome) = completions::answer(&arguments) {
        return outcome;
    }
    let surroundings = Surroundings::look();
    match cli::parse(&arguments) {
        Ok(cli) => match answer(cli, surroundings) {
            Ok(outcome) => outcome,
            Err(error) => report_failure(&error),
        },
        Err(stop) if stop.kind() == ErrorKind::DisplayHelp => {
            say_help_or_usage(&help::asked(&arguments).unwrap_or(stop))
        }
        Err(stop) => say_help_or_usage(&stop),
    }
}

fn answer(cli: Cli, surroundings: Surroundings) -> Result<Outcome> {
    let Cli { command, mut global } = cli;
    let asks_output_schema = matches!(command, Some(Command::Schema(_))) && takes_bare_output(&mut global);
    let settings = Settings::settle(&global, &surroundings)?;
    let run = Run { settings, surroundings };
    let Some(command) = command else { return alone(&run) };
    match command {
        Command::Advise(typed) => advise::advise(&run, &typed),
        Command::Plan(typed) => advise::plan(&run, &typed),
        Command::Map(typed) => advise::map(&run, &typed),
        Command::Concerns => lists::concerns(&run),
        Command::Mechanisms => lists::mechanisms(&run),
        Command::Supports(typed) => lists::supports(&run, &typed),
        Command::Sources => lists::sources(&run),
        Command::Check(typed) => check::check(&run, &typed),
        Command::Completions(typed) => completions::completions(&run, &typed),
        Command::Man(typed) => man::man(&run, &typed),
        Command::Profile(typed) => profile::profile(&run, &global, &typed),
        Command::Show(typed) => show::show(&run, &typed),
        Command::Recognize(typed) => recognize::recognize(&run, &typed),
        Command::Schema(_) if asks_output_schema => schema::output(&run),
        Command::Schema(typed) => schema::content(&run, &typed),
        Command::Init(typed) => schema::init(&run, &typed),
    }
}

/// `gutskin` alone: on a terminal it asks, elsewhere it says how it is used.
fn alone(run: &Run) -> Result<Outcome> {
    if run.surroundings.asks && run.surroundings.hints {
        return guided::guided(run);
    }
    eprint_help();
    Ok(Outcome::Usage)
}

/// `schema --output` without a file asks for the schema of the output.
fn takes_bare_output(global: &mut Global) -> bool {
    global.output.take_if(|path| path.is_none()).is_some()
}

fn eprint_help() {
    let help = Cli::command().render_help();
    let _ = write!(io::stderr(), "{help}");
}

fn report_failure(error: &anyhow::Error) -> Outcome {
    if error.downcast_ref::<Usage>().is_some() {
        // With where it stands, if that is not the command line.
        say_aside(&format!("error: {error:#}"));
        return Outcome::Usage;
    }
    if let Some(InvalidContent(found)) = error.downcast_ref::<InvalidContent>() {
        say_aside(render::diagnostics::full(found, usize::from(USUAL_WIDTH), false).trim_end());
    }
    say_aside(&format!("error: {error:#}"));
    Outcome::Failed
}

/// What clap has to say: help and version are results, the rest is a wrong command line.
fn say_help_or_usage(stop: &clap::Error) -> Outcome {
    let mut text = help::meant(stop).unwrap_or_else(|| stop.render().to_string());
    if !text.ends_with('\n') {
        text.push('\n');
    }
    // A reader that went away has seen enough.
    if stop.use_stderr() {
        let _ = io::stderr().write_all(text.as_bytes());
        return Outcome::Usage;
    }
    let _ = io::stdout().write_all(text.as_bytes());
    Outcome::Done
}
