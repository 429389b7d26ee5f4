//! The manual, a page for the program and one for each command, out of the same definitions as
//! `--help`.

use anyhow::{Result, bail};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::help;
use super::outcome::{Outcome, Usage};
use super::run::Run;
use crate::cli;
use crate::knowledge::nearest::nearest;
use crate::words;

const FILES: &[(&str, &str)] = &[
    (
        "~/.config/gutskin/config.yaml",
        "Defaults, in the place that XDG_CONFIG_HOME names if it is set. \
     `gutskin profile` shows what is in effect, `gutskin profile --init` writes one to start from.",
    ),
    ("DIR/*.yaml", "Content for --content: the files that `gutskin init DIR` writes explain themselves."),
];

const ENVIRONMENT: &[(&str, &str)] = &[
    (
        "GUTSKIN_CONTENT",
        "Directories to layer over the shipped content, separated as in PATH. --content outranks it.",
    ),
    ("GUTSKIN_CONFIG", "The file of defaults. --config outranks it."),
    ("NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR, TERM", "Whether to color; --color outranks them."),
    ("COLUMNS", "The width where there is no terminal to ask; --width outranks it."),
    ("LC_ALL, LC_CTYPE, LANG", "Where none of them names UTF-8, no signs beyond ASCII are used for layout."),
    ("ACCESSIBLE", "On a terminal: plain text in place of tables, and questions as numbered lists."),
];

/// `gutskin man [COMMAND]`.
pub(super) fn man(run: &Run, typed: &cli::Man) -> Result<Outcome> {
    run.settings.sink.write(&page(typed.command.as_deref())?)?;
    Ok(Outcome::Done)
}

/// A page: the program's, or that of a command.
fn page(name: Option<&str>) -> Result<Vec<u8>> {
    let program = help::command().disable_help_subcommand(true);
    let names: Vec<String> = program.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    // A page has room for what the short help leaves out.
    let whole = |command: clap::Command| command.mut_args(|arg| arg.hide_short_help(false));
    let mut program = names.iter().fold(whole(program), |program, name| program.mut_subcommand(name, whole));
    program.build();
    let Some(name) = name else { return write(program) };
    if let Some(command) = program.find_subcommand(name) {
        return write(command.clone());
    }
    let usage = Usage::new(format!("no command is called {}", words::quoted(name)));
    let usage = match nearest(name, names.iter().map(String::as_str)) {
        Some(nearest) => usage.help(format!("did you mean {}?", words::quoted(nearest))),
        None => usage,
    };
    bail!(usage.help(format!("known: {}", names.join(", "))))
}

fn write(command: clap::Command) -> Result<Vec<u8>> {
    let is_program = command.has_subcommands();
    let ending = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let version = command.get_version().unwrap_or_default().to_owned();
    let man = Man::new(command);
    // Written here, since the date is left empty: the same program makes the same page.
    let mut page =
        format!(".TH {} 1 \"\" \"gutskin {version}\" gutskin\n", man.get_filename().trim_end_matches(".1"))
            .into_bytes();
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if is_program {
        man.render_subcommands_section(&mut page)?;
    }
    let mut rest = Roff::new();
    sections(&mut rest, &ending);
    if is_program {
        definitions(&mut rest, "FILES", FILES);
        definitions(&mut rest, "ENVIRONMENT", ENVIRONMENT);
    } else {
        rest.control("SH", ["SEE ALSO"])
            .text([bold("gutskin"), roman("(1): exit status, files, environment")]);
    }
    rest.to_writer(&mut page)?;
    Ok(page)
}

/// The ending of the long help: a heading that ends in a colon, and its lines as they are.
fn sections(roff: &mut Roff, ending: &str) {
    for block in ending.split("\n\n") {
        let (heading, lines) = block.split_once('\n').unwrap_or(("", block));
        match heading.strip_suffix(':') {
            Some(heading) => {
                let heading = if heading == "Exit codes" { "Exit status" } else { heading };
                roff.control("SH", [heading.to_uppercase().as_str()]).control("nf", []);
                for line in lines.lines() {
                    roff.text([roman(line.trim_start())]);
                }
                roff.control("fi", []);
            }
            None => drop(roff.control("PP", []).text([roman(block.replace('\n', " "))])),
        }
    }
}

fn definitions(roff: &mut Roff, heading: &str, definitions: &[(&str, &str)]) {
    roff.control("SH", [heading]);
    for (term, says) in definitions {
        roff.control("TP", []).text([bold(*term)]).text([roman(*says)]);
    }
}
