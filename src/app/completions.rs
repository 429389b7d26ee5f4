//! Completions. A shell's script asks the program itself what could come next, so that commands,
//! flags and closed values come from the same definitions as help, and names from the content in
//! effect, layers included.

use std::borrow::Cow;
use std::collections::HashSet;
use std::env;
use std::ffi::{OsStr, OsString};

use anyhow::Result;
use clap::builder::StyledStr;
use clap::{Arg, FromArgMatches as _, ValueHint};
use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{Bash, CompleteEnv, Elvish, EnvCompleter, Fish, Powershell, Zsh};

use super::outcome::Outcome;
use super::run::Run;
use super::settings::Settings;
use super::surroundings::Surroundings;
use crate::advice::avoidable_words;
use crate::cli::{self, Global, Shell};
use crate::diagnostic::Code;
use crate::knowledge::model::KnowledgeBase;

/// By this variable a script asks; its value names the shell.
const ASKS: &str = "GUTSKIN_COMPLETE";

/// From a folder of functions, zsh runs the file at the first completion: it has to answer, too.
const ZSH_AUTOLOAD: &str = "[[ ${funcstack[1]} != _gutskin ]] || _clap_dynamic_completer_gutskin \"$@\"\n";

/// `gutskin completions SHELL`: the script.
pub(super) fn completions(run: &Run, typed: &cli::Completions) -> Result<Outcome> {
    let shell: &dyn EnvCompleter = match typed.shell {
        Shell::Bash => &Bash,
        Shell::Zsh => &Zsh,
        Shell::Fish => &Fish,
        Shell::PowerShell => &Powershell,
        Shell::Elvish => &Elvish,
    };
    let mut script = Vec::new();
    shell.write_registration(ASKS, "gutskin", "gutskin", "gutskin", &mut script)?;
    if typed.shell == Shell::Zsh {
        script.extend_from_slice(ZSH_AUTOLOAD.as_bytes());
    }
    run.settings.sink.write(&script)?;
    Ok(Outcome::Done)
}

/// Answers a script that asks what could come next; none when nobody asks.
pub(super) fn answer(arguments: &[OsString]) -> Option<Outcome> {
    env::var_os(ASKS).filter(|shell| !shell.is_empty())?;
    let words: Vec<OsString> = arguments.iter().skip_while(|word| *word != "--").skip(1).cloned().collect();
    let folder = env::current_dir().ok();
    let answered = CompleteEnv::with_factory(|| with_candidates(program(&words), &words))
        .var(ASKS)
        .try_complete(arguments.iter().cloned(), folder.as_deref());
    // Where completing fails, the shell offers nothing; a message would land in the line typed.
    Some(if answered.is_ok() { Outcome::Done } else { Outcome::Failed })
}

/// The command line; behind a command that command alone, since preparing all takes long.
fn program(words: &[OsString]) -> clap::Command {
    let program = cli::command();
    let cursor = env::var("_CLAP_COMPLETE_INDEX").ok().and_then(|index| index.parse().ok());
    let mut before = words.iter().take(cursor.unwrap_or(words.len().saturating_sub(1))).skip(1);
    let is_command = |word: &&OsString| *word == "help" || program.find_subcommand(word).is_some();
    let Some(command) = before.find(is_command).and_then(|word| program.find_subcommand(word)) else {
        return program;
    };
    clap::Command::new("gutskin")
        .version(program.get_version().unwrap_or_default().to_owned())
        .propagate_version(true)
        .disable_help_subcommand(true)
        .args(program.get_arguments().cloned())
        .subcommand(command.clone())
}

/// The command line, with names for every value that has some.
fn with_candidates(command: clap::Command, words: &[OsString]) -> clap::Command {
    let words: &'static [OsString] = words.to_vec().leak();
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command.mut_args(with_paths);
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| sub.mut_args(|arg| with_names(with_paths(arg), words)))
    })
}

fn with_paths(arg: Arg) -> Arg {
    let hint = match arg.get_id().as_str() {
        "output" | "append" | "config" => ValueHint::FilePath,
        "content" | "directories" | "directory" => ValueHint::DirPath,
        _ => return arg,
    };
    arg.value_hint(hint)
}

fn with_names(arg: Arg, words: &'static [OsString]) -> Arg {
    let names: fn(&'static KnowledgeBase) -> Vec<Name> = match arg.get_id().as_str() {
        "concerns" => concerns,
        "mechanisms" => mechanisms,
        "diets" => diets,
        "health" => populations,
        "avoid" => avoidable,
        "name" => everything,
        "explain" => return arg.add(ArgValueCandidates::new(codes)),
        "command" => return arg.add(ArgValueCandidates::new(commands)),
        "file" => return arg.add(ArgValueCandidates::new(files)),
        _ => return arg,
    };
    arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
        let typed = typed.to_string_lossy();
        in_effect(words).map_or_else(Vec::new, |kb| candidates(&names(kb), &typed))
    }))
}

/// The content that the flags before the cursor, the environment and the profile say.
fn in_effect(words: &[OsString]) -> Option<&'static KnowledgeBase> {
    // The line is not finished, so what is wrong with it does not matter.
    let program = cli::lean(words).unwrap_or_else(cli::command);
    let matches = program.ignore_errors(true).try_get_matches_from(words).ok()?;
    let global = Global::from_arg_matches(&matches).ok()?;
    let surroundings = Surroundings::look();
    let settings = Settings::settle(&global, &surroundings).ok()?;
    Some(Run { settings, surroundings }.known().ok()?.kb)
}

/// Something that can be typed.
struct Name {
    id: &'static str,
    says: &'static str,
    /// Offered where the id does not fit what was typed so far.
    aliases: &'static [&'static str],
}

fn concerns(kb: &'static KnowledgeBase) -> Vec<Name> {
    let concerns = kb.concerns.iter().map(|it| Name { id: it.id, says: it.name, aliases: it.aliases });
    let conditions = kb.conditions.iter().map(|it| Name { id: it.id, says: it.name, aliases: it.aliases });
    concerns.chain(conditions).collect()
}

fn mechanisms(kb: &'static KnowledgeBase) -> Vec<Name> {
    kb.mechanisms.iter().map(|it| Name { id: it.id, says: it.name, aliases: it.aliases }).collect()
}

fn supports(kb: &'static KnowledgeBase) -> Vec<Name> {
    kb.supports.iter().map(|it| Name { id: it.id, says: it.name, aliases: it.aliases }).collect()
}

fn diets(kb: &'static KnowledgeBase) -> Vec<Name> {
    kb.diets.iter().map(|it| Name { id: it.id, says: it.name, aliases: it.aliases }).collect()
}

fn populations(kb: &'static KnowledgeBase) -> Vec<Name> {
    kb.populations.iter().map(|it| Name { id: it.id, says: it.label, aliases: it.aliases }).collect()
}

fn avoidable(kb: &'static KnowledgeBase) -> Vec<Name> {
    avoidable_words(kb).map(|id| Name { id, says: "", aliases: &[] }).collect()
}

fn everything(kb: &'static KnowledgeBase) -> Vec<Name> {
    let mut names = vec![Name { id: "axis", says: kb.axis.name, aliases: kb.axis.aliases }];
    names.extend(concerns(kb));
    names.extend(mechanisms(kb));
    names.extend(supports(kb));
    names.extend(diets(kb));
    names.extend(populations(kb));
    names.extend(kb.red_flags.iter().map(|it| Name { id: it.id, says: it.name, aliases: &[] }));
    names.extend(kb.sources.iter().map(|it| Name { id: it.id, says: it.title, aliases: &[] }));
    names
}

/// The ids that begin with what was typed, in the order of the content; aliases only where none does.
fn candidates(names: &[Name], typed: &str) -> Vec<CompletionCandidate> {
    let ids = fitting(names.iter().map(|name| (name.id, name.says)), typed);
    let aliases = || names.iter().flat_map(|name| name.aliases.iter().map(|alias| (*alias, name.id)));
    let (words, are_aliases) = if ids.is_empty() { (fitting(aliases(), typed), true) } else { (ids, false) };
    let candidate = |(word, says): (String, &str)| {
        // With a tag of its own; otherwise clap writes the flag out for each of hundreds.
        CompletionCandidate::new(word).help(help(says)).hide(are_aliases).tag(Some("names".into()))
    };
    words.into_iter().map(candidate).collect()
}

/// Words that begin with what was typed, each once, and what is said of them.
fn fitting(
    words: impl Iterator<Item = (&'static str, &'static str)>,
    typed: &str,
) -> Vec<(String, &'static str)> {
    let as_one = |word: &'static str| {
        if word.contains(' ') { Cow::Owned(word.replace(' ', "-")) } else { Cow::Borrowed(word) }
    };
    let mut seen = HashSet::new();
    words
        .map(|(word, says)| (as_one(word), says))
        .filter(|(word, _)| word.starts_with(typed) && seen.insert(word.clone()))
        .map(|(word, says)| (word.into_owned(), says))
        .collect()
}

fn help(says: &str) -> Option<StyledStr> {
    (!says.is_empty()).then(|| says.to_owned().into())
}

fn codes() -> Vec<CompletionCandidate> {
    Code::ALL.iter().map(|code| CompletionCandidate::new(code.name())).collect()
}

fn commands() -> Vec<CompletionCandidate> {
    cli::command()
        .get_subcommands()
        .map(|sub| CompletionCandidate::new(sub.get_name()).help(sub.get_about().cloned()))
        .collect()
}

fn files() -> Vec<CompletionCandidate> {
    crate::embedded::FILES.iter().map(|(name, _)| CompletionCandidate::new(*name)).collect()
}
