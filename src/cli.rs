//! What was typed: all of clap, and nothing of what it means.

mod choosing;
mod examples;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches as _, Parser, Subcommand};

pub use choosing::Choosing;
pub use values::{Choice, ColorChoice, FormatChoice, Shell};

/// What a person typed.
#[derive(Debug, Clone, Parser)]
#[command(
    name = "gutskin",
    about = "Foods, supplements and habits for a skin concern, from an article on the gut–skin axis",
    long_about = "Names the foods, nutrients, supplements and habits that an article on the gut–skin axis \
                  recommends for a skin concern, through which mechanism each is said to work, how sure the \
                  research is, who should be careful, and what to do this week.\n\n\
                  General information, not medical advice.",
    after_help = "Try `gutskin advise --concern acne`. More with --help.",
    after_long_help = examples::PROGRAM,
    version = env!("GUTSKIN_VERSION"),
    propagate_version = true,
    max_term_width = 100
)]
pub struct Cli {
    /// What to do; alone on a terminal, gutskin asks.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Flags that every command has.
    #[command(flatten)]
    pub global: Global,
}

/// The commands.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// What to try for a concern: the main job.
    #[command(after_long_help = examples::ADVISE)]
    Advise(Advise),

    /// The same advice laid out in weeks, few changes first.
    #[command(after_long_help = examples::PLAN)]
    Plan(Plan),

    /// The picture: concern, mechanism, support.
    #[command(after_long_help = examples::MAP)]
    Map(Advise),

    /// List the concerns.
    #[command(after_long_help = examples::CONCERNS)]
    Concerns,

    /// List the mechanisms, and what speaks for and against each.
    #[command(after_long_help = examples::MECHANISMS)]
    Mechanisms,

    /// List the supports: foods, nutrients, supplements, habits.
    #[command(after_long_help = examples::SUPPORTS)]
    Supports(Choosing),

    /// List the sources.
    #[command(after_long_help = examples::SOURCES)]
    Sources,

    /// Show one thing in full, of any kind, by id, name or alias.
    #[command(after_long_help = examples::SHOW)]
    Show(Show),

    /// Read one text a line, write one JSON object a line: what each is about.
    #[command(after_long_help = examples::RECOGNIZE)]
    Recognize(Recognize),

    /// Check content directories, and say at which line they err.
    #[command(after_long_help = examples::CHECK)]
    Check(Check),

    /// Print the JSON Schema of the content files; with a bare --output, of what -f json writes.
    #[command(after_long_help = examples::SCHEMA)]
    Schema(Schema),

    /// Write a small commented content directory to start from.
    #[command(after_long_help = examples::INIT)]
    Init(Init),

    /// Show the defaults in effect, and where each came from.
    #[command(after_long_help = examples::PROFILE)]
    Profile(Profile),

    /// Print shell completions.
    #[command(after_long_help = examples::COMPLETIONS)]
    Completions(Completions),

    /// Print the manual page.
    #[command(after_long_help = examples::MAN)]
    Man(Man),
}

/// Flags that every command has.
#[derive(Debug, Clone, Default, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch that a person types or not")]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// How to say it; auto is a table on a terminal and Markdown in a pipe.
    #[arg(short, long, global = true, value_name = "FORMAT", value_enum, hide_possible_values = true)]
    #[arg(
        help = "auto, table, markdown, plain, json, csv; some commands: html, ics, svg, mermaid, short",
        long_help = "How to say it. `auto` (the default) is a table on a terminal and Markdown in a pipe or \
                       file. Also: table, markdown, plain, json, csv; and for some commands html, ics, svg, \
                       mermaid, short."
    )]
    pub format: Option<FormatChoice>,

    /// The same as --format json.
    #[arg(long, global = true, conflicts_with = "format", hide_short_help = true)]
    pub json: bool,

    /// Layer a directory of YAML over the shipped content; may repeat.
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        hide_short_help = true,
        long_help = "Layer a directory of YAML over the shipped content: a new id adds, a known id replaces. \
                       May repeat; later ones win. GUTSKIN_CONTENT holds a list of directories too."
    )]
    pub content: Vec<PathBuf>,

    /// Use only what --content gives.
    #[arg(long, global = true, hide_short_help = true)]
    pub no_embedded: bool,

    /// When to use color.
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        hide_short_help = true,
        long_help = "When to use color: auto, always or never. NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR and \
                       TERM=dumb are respected too."
    )]
    pub color: Option<ColorChoice>,

    /// No box art and no symbols beyond ASCII.
    #[arg(long, global = true, hide_short_help = true)]
    pub ascii: bool,

    /// Write to a new file, all at once; - is standard output.
    // Its value may be missing for `schema --output` alone, which asks for the output's schema.
    #[arg(short, long, global = true, value_name = "FILE", num_args = 0..=1,
          hide_short_help = true, conflicts_with = "append")]
    pub output: Option<Option<PathBuf>>,

    /// Let --output replace a file that exists.
    #[arg(long, global = true, hide_short_help = true)]
    pub force: bool,

    /// Add the answer to the end of a file, such as your notes.
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub append: Option<PathBuf>,

    /// Take defaults from this file.
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        hide_short_help = true,
        conflicts_with = "no_config",
        long_help = "Take defaults from this file. Otherwise GUTSKIN_CONFIG names it, or it is \
                       gutskin/config.yaml in your configuration directory (XDG_CONFIG_HOME or ~/.config)."
    )]
    pub config: Option<PathBuf>,

    /// Take no defaults from a file.
    #[arg(long, global = true, hide_short_help = true)]
    pub no_config: bool,

    /// How many columns a line may have.
    #[arg(long, global = true, value_name = "COLUMNS", hide_short_help = true,
          value_parser = clap::value_parser!(u16).range(20..=1000),
          long_help = "How many columns a line may have, 20 to 1000; otherwise the terminal's width, else 80.")]
    pub width: Option<u16>,
}

/// `advise` and `map`: concerns in, supports out.
#[derive(Debug, Clone, Default, Args)]
pub struct Advise {
    /// What you would say: "breakouts on my chin", rosacea, pimpels.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,

    /// acne, redness, dullness, aging, or another word for one; may repeat.
    #[arg(short, long = "concern", value_name = "CONCERN", value_delimiter = ',')]
    pub concerns: Vec<String>,

    /// Which supports to choose.
    #[command(flatten)]
    pub choosing: Choosing,
}

/// `plan`: the advice laid out in time.
#[derive(Debug, Clone, Args)]
pub struct Plan {
    /// What to plan for.
    #[command(flatten)]
    pub advise: Advise,

    /// The first day, such as 2026-01-05; otherwise next Monday.
    #[arg(long, value_name = "DATE")]
    pub start: Option<String>,

    /// How many weeks.
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=52))]
    pub weeks: u16,

    /// How many new changes a week.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=7))]
    pub per_week: u16,
}

/// `show`: one thing in full.
#[derive(Debug, Clone, Args)]
pub struct Show {
    /// zinc, kefir, leaky gut, rosacea, a source's id, axis, red-flags …
    #[arg(value_name = "NAME", required = true)]
    pub name: Vec<String>,
}

/// `recognize`: a filter.
#[derive(Debug, Clone, Args)]
pub struct Recognize {
    /// How many threads; the output is the same.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: u16,
}

/// `check`: content directories.
#[derive(Debug, Clone, Args)]
pub struct Check {
    /// The directories, layered in this order; none: the shipped content.
    #[arg(value_name = "DIR")]
    pub directories: Vec<PathBuf>,

    /// List every file seen, loaded or ignored, and why.
    #[arg(short, long)]
    pub verbose: bool,

    /// Explain a code, with an example that it refuses.
    #[arg(long, value_name = "CODE")]
    pub explain: Option<String>,
}

/// `schema`: for editors and programs.
#[derive(Debug, Clone, Args)]
pub struct Schema {
    /// One content file, such as supports.yaml; none: all of them.
    #[arg(value_name = "FILE")]
    pub file: Option<String>,
}

/// `init`: a directory to start from.
#[derive(Debug, Clone, Args)]
pub struct Init {
    /// Where to write; made if it does not exist, and nothing in it is overwritten.
    #[arg(value_name = "DIR")]
    pub directory: PathBuf,
}

/// `profile`: the defaults in effect.
#[derive(Debug, Clone, Args)]
pub struct Profile {
    /// Write a commented file to start from, readable by you alone.
    #[arg(long)]
    pub init: bool,
}

/// `completions`: for a shell.
#[derive(Debug, Clone, Args)]
pub struct Completions {
    /// bash, zsh, fish, powershell or elvish.
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// `man`: the manual.
#[derive(Debug, Clone, Args)]
pub struct Man {
    /// The page of one command, such as advise; none: the program's.
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// What was typed, the program's own name first.
///
/// # Errors
/// When it is wrong, or asks for help or the version: then clap has the answer.
pub fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let lean = lean(arguments).and_then(|lean| matches(lean, arguments).ok());
    if let Some(Ok(cli)) = lean.map(|mut matches| Cli::from_arg_matches_mut(&mut matches)) {
        return Ok(cli);
    }
    let mut matches = matches(Cli::command(), arguments)?;
    Cli::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut Cli::command()))
}

/// What a command line finds in what was typed. It is never taken apart: that takes as long as
/// putting it together, and the process ends soon.
///
/// # Errors
/// As for [`parse`].
pub fn matches(program: clap::Command, arguments: &[OsString]) -> Result<clap::ArgMatches, clap::Error> {
    Box::leak(Box::new(program)).try_get_matches_from_mut(arguments)
}

/// The command line with one command alone, without any help: all that a line needs that is right,
/// and a fifth of the work, since clap copies the flags of every command to each. What it does not
/// take, the whole command line has to judge.
pub fn lean(arguments: &[OsString]) -> Option<clap::Command> {
    let (name, flags) = arguments.iter().skip(1).find_map(|word| {
        let name = word.to_str()?;
        Some((name, flags_of(name)?))
    })?;
    let command = flags(clap::Command::new(name.to_owned()));
    Some(
        Global::augment_args(clap::Command::new("gutskin").subcommand(command)).disable_help_subcommand(true),
    )
}

/// Adds the flags of a command.
type Flags = fn(clap::Command) -> clap::Command;

/// The flags of the commands that have to be quick.
fn flags_of(name: &str) -> Option<Flags> {
    Some(match name {
        "advise" | "map" => Advise::augment_args,
        "plan" => Plan::augment_args,
        "concerns" | "mechanisms" | "sources" => |command| command,
        "supports" => Choosing::augment_args,
        "show" => Show::augment_args,
        "recognize" => Recognize::augment_args,
        _ => return None,
    })
}

/// The command line as clap knows it, for help, manual and completions.
pub fn command() -> clap::Command {
    Cli::command()
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use clap::Parser as _;

    use super::{Cli, parse};

    #[test]
    fn one_command_alone_understands_what_the_whole_does() {
        for line in [
            "advise -c acne",
            "advise map plan",
            "map oily skin --diet vegan --json",
            "--json --width 90 plan acne --weeks 2 --per-week 2",
            "--content plan advise -c acne",
            "--content advise advise acne",
            "concerns -f json",
            "mechanisms --ascii",
            "sources --color never",
            "supports --kind food -n 3",
            "show leaky gut",
            "recognize --jobs 2",
            "recognize --jobs 0",
            "sources sources",
            "plan --weeks 2 advise --weeks",
            "check --explain syntax",
            "advise --limit",
            "",
        ] {
            let arguments: Vec<OsString> =
                ["gutskin"].into_iter().chain(line.split_whitespace()).map(Into::into).collect();
            let said = |parsed: Result<Cli, clap::Error>| match parsed {
                Ok(cli) => format!("{cli:?}"),
                Err(stop) => stop.to_string(),
            };
            assert_eq!(said(parse(&arguments)), said(Cli::try_parse_from(&arguments)), "{line}");
        }
    }
}
