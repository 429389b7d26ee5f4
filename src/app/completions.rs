//! Completions. A shell's script asks the program itself what could come next, so that commands,
//! flags and closed values come from the same definitions as help, and names from the content in
//! effect, layers included.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;

use anyhow::Result;
use clap::builder::StyledStr;
use clap::{Arg, FromArgMatches as _, ValueHint};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
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
    let answered = CompleteEnv::with_factory(|| with_candidates(cli::command(), &words))
        .var(ASKS)
        .try_complete(arguments.iter().cloned(), folder.as_deref());
    // Where completing fails, the shell offers nothing; a message would land in the line typed.
    Some(if answered.is_ok() { Outcome::Done } else { Outcome::Failed })
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
    arg.add(ArgValueCandidates::new(move || {
        in_effect(words).map_or_else(Vec::new, |kb| candidates(&names(kb)))
    }))
}

/// The content that the flags before the cursor, the environment and the profile say.
fn in_effect(words: &[OsString]) -> Option<&'static KnowledgeBase> {
    // The line is not finished, so what is wrong with it does not matter.
    let matches = cli::command().ignore_errors(true).try_get_matches_from(words).ok()?;
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

/// Ids first and in the order of the content; aliases behind, and only where no id fits.
fn candidates(names: &[Name]) -> Vec<CompletionCandidate> {
    let mut seen = BTreeSet::new();
    let ids = names.iter().map(|name| (name.id, name.says, false));
    let aliases = names.iter().flat_map(|name| name.aliases.iter().map(|alias| (*alias, name.id, true)));
    ids.chain(aliases)
        .map(|(typed, says, is_alias)| (typed.replace(' ', "-"), says, is_alias))
        .filter(|(typed, ..)| seen.insert(typed.clone()))
        .map(|(typed, says, is_alias)| CompletionCandidate::new(typed).help(help(says)).hide(is_alias))
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
