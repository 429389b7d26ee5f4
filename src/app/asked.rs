//! From what was typed to what is asked: names resolved, text understood, defaults taken.

use std::io::{self, Read as _};

use anyhow::{Context as _, Result, bail};

use super::knowledge::Known;
use super::names;
use super::outcome::Usage;
use super::profile_file::ProfileFile;
use super::run::Run;
use super::settings::Settings;
use crate::advice::Query;
use crate::cli::{Advise, Choosing};
use crate::knowledge::model::{KnowledgeBase, PopulationKey, RedFlagKey, Target};
use crate::recognition::{Match, Recognition, Recognizer};
use crate::report::heard::Heard;

/// What a person asked for, and how it was understood.
pub(super) struct Asked {
    pub(super) query: Query,
    pub(super) heard: Heard,
}

impl Asked {
    /// Understands what was typed for concerns.
    ///
    /// # Errors
    /// When nothing was typed, or a name is not known. An emergency is never an error.
    pub(super) fn of_concerns(run: &Run, known: &Known, typed: &Advise) -> Result<Self> {
        let text = text(&typed.text)?;
        if text.iter().all(|text| text.trim().is_empty()) && typed.concerns.is_empty() {
            bail!(nothing_asked(known));
        }
        let mut heard = Heard { text, ..Heard::default() };
        let spoken = heard.text.join(" ");
        let mut recognizer = Recognizer::new(known.kb, known.index());
        let recognition = recognizer.recognize(&spoken);
        raise(&recognition, &spoken, &mut heard);
        for concern in &typed.concerns {
            raise(&recognizer.recognize(concern), concern, &mut heard);
        }
        if heard.is_emergency(known.kb) {
            return Ok(Self { query: Query::default(), heard });
        }
        let (concerns, conditions) = names::concerns(known.kb, &typed.concerns)?;
        let mut query = choose(run, known, &typed.choosing, &mut heard)?;
        query.concerns = concerns;
        query.conditions = conditions;
        listen(known.kb, &recognition, &spoken, &mut query, &mut heard);
        Ok(Self { query: query.normalized(known.kb), heard })
    }

    /// Understands what was typed to choose supports.
    ///
    /// # Errors
    /// When a name is not known.
    pub(super) fn of_supports(run: &Run, known: &Known, typed: &Choosing) -> Result<Self> {
        let mut heard = Heard::default();
        let query = choose(run, known, typed, &mut heard)?;
        Ok(Self { query: query.normalized(known.kb), heard })
    }
}

/// The text as typed; a lone `-` stands for standard input.
fn text(typed: &[String]) -> Result<Vec<String>> {
    if typed.len() != 1 || typed[0] != "-" {
        return Ok(typed.to_vec());
    }
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text).context("cannot read the text from standard input")?;
    Ok(vec![text.trim_end().to_owned()])
}

fn nothing_asked(known: &Known) -> Usage {
    let ids = known.kb.concerns.iter().map(|concern| concern.id).collect::<Vec<_>>();
    Usage::new("name a concern, or say it in your own words")
        .help(format!("known: {}", ids.join(", ")))
        .help("such as gutskin advise --concern acne, or gutskin advise \"red, stinging cheeks\"")
}

/// Flags and the profile add up: what is unsafe for a person stays unsafe whatever else is typed.
fn choose(run: &Run, known: &Known, typed: &Choosing, heard: &mut Heard) -> Result<Query> {
    let Settings { profile, from_profile, .. } = &run.settings;
    let kb = known.kb;
    let mut query = Query {
        kinds: typed.kinds.iter().map(|kind| kind.0).collect(),
        mechanisms: names::mechanisms(kb, &typed.mechanisms)?,
        diets: names::diets(kb, &typed.diets)?,
        avoid: names::avoid(kb, &typed.avoid)?,
        health: names::health(kb, &typed.health)?,
        min_certainty: typed.min_certainty.map(|certainty| certainty.0),
        limit: typed.limit.map(usize::from),
        ..Query::default()
    };
    add_defaults(known, &profile.file, &mut query)
        .with_context(|| format!("in the configuration {}", profile.place()))?;
    heard.defaults.extend(defaults(from_profile, &profile.file));
    Ok(query)
}

fn add_defaults(known: &Known, file: &ProfileFile, query: &mut Query) -> Result<()> {
    query.diets.extend(names::diets(known.kb, &file.diet)?);
    query.avoid.extend(names::avoid(known.kb, &file.avoid)?);
    query.health.extend(names::health(known.kb, &file.health)?);
    Ok(())
}

/// What the profile gave: "diet vegan; avoid kefir, from your profile".
fn defaults(from_profile: &[String], file: &ProfileFile) -> Option<String> {
    let lists = [("diet", &file.diet), ("avoid", &file.avoid), ("health", &file.health)];
    let lists = lists.into_iter().filter(|(_, values)| !values.is_empty());
    let lists = lists.map(|(what, values)| format!("{what} {}", values.join(", ")));
    let all: Vec<String> = from_profile.iter().cloned().chain(lists).collect();
    (!all.is_empty()).then(|| format!("{}, from your profile", all.join("; ")))
}

/// Notes the red flags, and the words that raised them.
fn raise(recognition: &Recognition, text: &str, heard: &mut Heard) {
    heard.red_flags.extend(&recognition.red_flags);
    for flag in &recognition.red_flags {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let signs = recognition.matches.iter().filter(|found| found.target == Target::RedFlag(*flag));
        for found in signs.filter(|found| !found.negated) {
            match spans.last_mut() {
                Some((_, end)) if found.start <= *end => *end = found.end.max(*end),
                _ => spans.push((found.start, found.end)),
            }
        }
        let words = spans.into_iter().filter_map(|(start, end)| text.get(start..end));
        heard.signs.extend(words.map(|words| (*flag, words.to_owned())));
    }
}

/// What the text said counts as if it had been typed as flags.
fn listen(kb: &KnowledgeBase, recognition: &Recognition, text: &str, query: &mut Query, heard: &mut Heard) {
    query.concerns.extend(&recognition.concerns);
    query.conditions.extend(&recognition.conditions);
    query.diets.extend(&recognition.diets);
    query.health.extend(&recognition.populations);
    // "Pregnant? No" may raise a flag, in doubt, but tells of nobody who is.
    let denied = |key: PopulationKey| {
        let denies = |found: &Match| found.negated && found.target == Target::Population(key);
        !recognition.populations.contains(&key) && recognition.matches.iter().any(denies)
    };
    let told_of = |flag: RedFlagKey| kb[flag].populations.iter().copied().filter(|key| !denied(*key));
    query.health.extend(recognition.red_flags.iter().flat_map(|flag| told_of(*flag)));
    for found in recognition.matches.iter().filter(|found| !found.negated) {
        let phrase = match found.corrected {
            Some(correction) => format!("{}, read as {}", found.phrase(text), correction.to),
            None => found.phrase(text).to_owned(),
        };
        match found.target {
            Target::Concern(key) => heard.concerns.push((key, phrase)),
            Target::Condition(key) => heard.concerns.push((kb[key].concern, phrase)),
            Target::Diet(key) => heard.diets.push((key, phrase)),
            Target::Population(key) => heard.health.push((key, phrase)),
            Target::RedFlag(_) => {}
        }
    }
    for (flag, words) in &heard.signs {
        heard.health.extend(told_of(*flag).map(|whom| (whom, words.clone())));
    }
}
