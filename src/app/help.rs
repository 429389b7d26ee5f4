//! Help with what the flags can name: made only when somebody asks, since names are content.

use std::ffi::OsString;

use clap::{Command, Error};

use crate::cli;
use crate::embedded::KNOWLEDGE;
use crate::knowledge::find::{Kind, ids};

/// The commands that choose supports.
const CHOOSING: [&str; 4] = ["advise", "plan", "map", "supports"];

/// The command line as clap knows it, its flags with the names of the shipped content.
pub(super) fn command() -> Command {
    CHOOSING.into_iter().fold(cli::command(), |command, name| command.mut_subcommand(name, with_names))
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
