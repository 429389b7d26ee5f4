//! What was understood: the words that led to each concern, and what else shapes the answer.

use crate::advice::Advice;
use crate::knowledge::model::KnowledgeBase;
use crate::report::document::{Block, Role, Text};
use crate::report::heard::Heard;
use crate::words::uncapitalized;

use super::choices::choices;

/// What was heard, the concerns if they are to be explained, the choices, the defaults.
pub(in crate::report) fn understood(
    kb: &'static KnowledgeBase,
    advice: &Advice,
    heard: &Heard,
    explains: bool,
) -> Option<Block<'static>> {
    let mut facts = Vec::with_capacity(advice.concerns.len() + 3);
    if let Some(words) = heard_words(kb, heard) {
        facts.push(("Heard".into(), words));
    }
    for concern in advice.concerns.iter().filter(|_| explains) {
        facts.push((kb[*concern].name.into(), Text::plain(kb[*concern].summary)));
    }
    let choices = choices(kb, &advice.query);
    if !choices.is_empty() {
        facts.push(("For you".into(), Text::plain(choices.join("; "))));
    }
    if !heard.defaults.is_empty() {
        facts.push(("By default".into(), Text::plain(heard.defaults.join("; "))));
    }
    (!facts.is_empty()).then_some(Block::Facts(facts))
}

/// What the words of the person were taken for: redness (cheeks sting, go red).
fn heard_words(kb: &'static KnowledgeBase, heard: &Heard) -> Option<Text<'static>> {
    let concerns = heard.concerns.iter().map(|(key, phrase)| (kb[*key].name, phrase.as_str()));
    let health = heard.health.iter().map(|(key, phrase)| (kb[*key].label, phrase.as_str()));
    let diets = heard.diets.iter().map(|(key, phrase)| (kb[*key].name, phrase.as_str()));
    // "Vegan" is both a diet and whom a caution concerns: to the person it is one thing.
    let diets = diets.filter(|(_, phrase)| heard.health.iter().all(|(_, other)| other != phrase));
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for (name, phrase) in concerns.chain(health).chain(diets) {
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, phrases)) if phrases.contains(&phrase) => {}
            Some((_, phrases)) => phrases.push(phrase),
            None => groups.push((name, vec![phrase])),
        }
    }
    let mut text = Text(Vec::new());
    for (name, phrases) in groups {
        if !text.0.is_empty() {
            text = text.then("; ");
        }
        let is_part =
            |phrase: &str| phrases.iter().any(|other| other.len() > phrase.len() && other.contains(phrase));
        let whole: Vec<&str> = phrases.iter().copied().filter(|phrase| !is_part(phrase)).collect();
        text = text.and(Role::Strong, uncapitalized(name)).then(format!(" ({})", whole.join(", ")));
    }
    (!text.0.is_empty()).then_some(text)
}
