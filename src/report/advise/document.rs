//! The order in which advice is said: red flags, what was understood, why, the supports, what to
//! check first, what was left out, the notice.

use crate::knowledge::model::{KnowledgeBase, RedFlagKey};
use crate::knowledge::sets::Urgency;
use crate::report::document::{Block, CalloutKind, Document, Role, Text};
use crate::report::notice::notice_block;
use crate::words::{all_of, uncapitalized};

use super::choices::choices;
use super::view::View;
use super::{cautions, citations, left_out, supports, why};

/// The whole answer.
pub(super) fn document<'a>(report: &'a View<'_>) -> Document<'a> {
    let mut blocks = Vec::with_capacity(48);
    let flags = report.heard.red_flags(report.kb);
    blocks.extend(flags.iter().map(|flag| red_flag(report.kb, *flag)));
    if report.is_emergency() {
        blocks.extend(sources(report));
        blocks.push(notice_block(None));
        return Document { title: "Get help now".into(), blocks };
    }
    if report.advice.concerns.is_empty() {
        // A sign without a concern: there is nothing to advise, and the sign is the answer.
        blocks.extend(sources(report));
        blocks.push(notice_block(None));
        return Document { title: "Check first".into(), blocks };
    }
    let title = title(report);
    blocks.push(Block::Heading(2, Text::plain(title.clone())));
    blocks.push(understood(report));
    let mechanisms = report.mechanisms();
    blocks.extend(why::why(report, &mechanisms));
    blocks.extend(supports::supports(report.kb, report.advice, &mechanisms, report.detail));
    blocks.extend(cautions::check_first(report.kb, report.advice, report.detail));
    blocks.extend(left_out::left_out(report.kb, report.advice, report.detail));
    blocks.extend(sources(report));
    blocks.push(notice_block(report.advice.foremost().map(|key| report.kb[key].id)));
    Document { title: title.into(), blocks }
}

/// A sign that comes before any advice: what it is, what to do.
pub(in crate::report) fn red_flag(kb: &'static KnowledgeBase, key: RedFlagKey) -> Block<'static> {
    let flag = &kb[key];
    let (kind, when) = match flag.urgency {
        Urgency::Emergency => (CalloutKind::Danger, "get help now"),
        Urgency::Urgent => (CalloutKind::Warning, "see a doctor today"),
        Urgency::Soon => (CalloutKind::Warning, "see a doctor soon"),
    };
    let title = Text::plain(format!("{} – {when}", flag.name));
    Block::Callout(kind, title, vec![Block::Paragraph(Text::plain(flag.say))])
}

fn title(report: &View<'_>) -> String {
    let names = report.advice.concerns.iter().map(|concern| uncapitalized(report.kb[*concern].name));
    format!("Gut–skin advice for {}", all_of(names))
}

fn sources(report: &View<'_>) -> Vec<Block<'static>> {
    if report.detail.cite { citations::source_list(report.kb, citations::cited(report)) } else { Vec::new() }
}

/// The concerns, the words that led to each, and what else shapes the answer.
fn understood<'a>(report: &'a View<'_>) -> Block<'a> {
    let (kb, heard) = (report.kb, report.heard);
    let mut facts = Vec::with_capacity(report.advice.concerns.len() + 3);
    if let Some(words) = heard_words(report) {
        facts.push(("Heard".into(), words));
    }
    for concern in &report.advice.concerns {
        facts.push((kb[*concern].name.into(), Text::plain(kb[*concern].summary)));
    }
    let choices = choices(kb, &report.advice.query);
    if !choices.is_empty() {
        facts.push(("For you".into(), Text::plain(choices.join("; "))));
    }
    if !heard.defaults.is_empty() {
        facts.push(("By default".into(), Text::plain(heard.defaults.join("; "))));
    }
    Block::Facts(facts)
}

/// What the words of the person were taken for: redness (cheeks sting, go red).
fn heard_words<'a>(report: &'a View<'_>) -> Option<Text<'a>> {
    let (kb, heard) = (report.kb, report.heard);
    let concerns = heard.concerns.iter().map(|(key, phrase)| (kb[*key].name, phrase.as_str()));
    let health = heard.health.iter().map(|(key, phrase)| (kb[*key].label, phrase.as_str()));
    let diets = heard.diets.iter().map(|(key, phrase)| (kb[*key].name, phrase.as_str()));
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
        text = text.and(Role::Strong, uncapitalized(name)).then(format!(" ({})", phrases.join(", ")));
    }
    (!text.0.is_empty()).then_some(text)
}
