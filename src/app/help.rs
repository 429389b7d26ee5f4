//! Help with what the flags can name: made only when somebody asks, since names are content.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::cli;
use crate::embedded::KNOWLEDGE;
use crate::knowledge::find::{Entry, Kind, find, ids};
use crate::words;

/// The commands that choose supports.
const CHOOSING: [&str; 4] = ["advise", "plan", "map", "supports"];

/// The command line as clap knows it, its flags with the names of the shipped content.
pub(super) fn command() -> Command {
    let command = cli::command();
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    // Each in turn, since one that changes moves to the end.
    names.iter().fold(command, |command, name| {
        let chooses = CHOOSING.contains(&name.as_str());
        command.mut_subcommand(name, |sub| if chooses { with_names(sub) } else { sub })
    })
}

/// For who types something known, or words of their own, where a command belongs: the command.
pub(super) fn meant(stop: &Error) -> Option<String> {
    let Some(ContextValue::String(typed)) = stop.get(ContextKind::InvalidSubcommand) else { return None };
    if stop.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let line = match find(&KNOWLEDGE, typed) {
        Some(Entry::Concern(_) | Entry::Condition(_)) => format!("did you mean `gutskin advise {typed}`?"),
        Some(_) => format!("did you mean `gutskin show {typed}`?"),
        None if stop.get(ContextKind::SuggestedSubcommand).is_some() => return None,
        None => "for words of your own: `gutskin advise \"…\"`".to_owned(),
    };
    Some(format!(
        "error: {} is no command\n  {line}\n  `gutskin -h` lists the commands\n",
        words::quoted(typed)
    ))
}

/// The help that was asked for, if it has names.
pub(super) fn asked(arguments: &[OsString]) -> Option<Error> {
    if !CHOOSING.iter().any(|name| arguments.iter().any(|word| word == name)) {
        return None;
    }
    cli::matches(command(), arguments).err()
}

fn with_names(command: Command) -> Command {
    [("mechanisms", Kind::Mechanism), ("diets", Kind::Diet), ("health", Kind::Population)].into_iter().fold(
        command,
        |command, (flag, kind)| {
            command.mut_arg(flag, |arg| {
                let names =
                    ids(&KNOWLEDGE, kind).filter(|id| *id != "everyone").collect::<Vec<_>>().join(", ");
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                arg.long_help(format!("{help}\n\n[known: {names}]"))
            })
        },
    )
}
