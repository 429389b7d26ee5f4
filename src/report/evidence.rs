//! How evidence is said: in words first, the same everywhere.

use crate::advice::AdvisedEvidence;
use crate::knowledge::model::{KnowledgeBase, Rating, SourceKey};
use crate::knowledge::sets::{Certainty, Direction};

use super::document::{Role, Text};

/// "helps · low", "mixed · very low", "not studied".
#[must_use]
pub const fn rating_words(direction: Direction, certainty: Certainty) -> &'static str {
    match (direction, certainty) {
        (Direction::Helps, Certainty::VeryLow) => "helps · very low",
        (Direction::Helps, Certainty::Low) => "helps · low",
        (Direction::Helps, Certainty::Moderate) => "helps · moderate",
        (Direction::Helps, Certainty::High) => "helps · high",
        (Direction::Mixed, Certainty::VeryLow) => "mixed · very low",
        (Direction::Mixed, Certainty::Low) => "mixed · low",
        (Direction::Mixed, Certainty::Moderate) => "mixed · moderate",
        (Direction::Mixed, Certainty::High) => "mixed · high",
        (Direction::NoEffect, Certainty::VeryLow) => "no effect · very low",
        (Direction::NoEffect, Certainty::Low) => "no effect · low",
        (Direction::NoEffect, Certainty::Moderate) => "no effect · moderate",
        (Direction::NoEffect, Certainty::High) => "no effect · high",
        (Direction::Worsens, Certainty::VeryLow) => "worsens · very low",
        (Direction::Worsens, Certainty::Low) => "worsens · low",
        (Direction::Worsens, Certainty::Moderate) => "worsens · moderate",
        (Direction::Worsens, Certainty::High) => "worsens · high",
        (Direction::Unknown, _) => "not studied",
    }
}

/// "very low", for a sentence.
#[must_use]
pub const fn certainty_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::VeryLow => "very low",
        other => other.name(),
    }
}

/// How a direction looks.
pub(super) const fn direction_role(direction: Direction) -> Role<'static> {
    match direction {
        Direction::Helps => Role::Favorable,
        Direction::Mixed | Direction::Unknown => Role::Open,
        Direction::NoEffect | Direction::Worsens => Role::Adverse,
    }
}

/// The rating in its words and its role.
pub(super) fn rating_text(rating: &Rating) -> Text<'static> {
    Text::of(direction_role(rating.direction), rating_words(rating.direction, rating.certainty))
}

/// What leads for each asked concern, in one cell: "helps · low" where all agree, else
/// "acne: helps · low; redness: mixed · very low". Named conditions are always named.
pub(super) fn evidence_text(
    kb: &'static KnowledgeBase,
    evidence: &[AdvisedEvidence],
    cite: bool,
) -> Text<'static> {
    let mut groups: Vec<(&'static str, &'static Rating, Vec<&'static str>)> =
        Vec::with_capacity(evidence.len());
    let mut named = false;
    for record in evidence {
        for (condition, rating) in record.leading() {
            named |= condition.is_some();
            let about = condition.map_or(kb[record.concern].id, |condition| kb[condition].id);
            let words = rating_words(rating.direction, rating.certainty);
            match groups
                .iter_mut()
                .find(|(known, first, _)| *known == words && (!cite || first.sources == rating.sources))
            {
                Some((_, _, abouts)) => abouts.push(about),
                None => groups.push((words, rating, vec![about])),
            }
        }
    }
    let alone = groups.len() == 1 && !named;
    let mut text = Text(Vec::with_capacity(groups.len() * 2));
    for (place, (words, rating, abouts)) in groups.into_iter().enumerate() {
        if place > 0 {
            text = text.then("; ");
        }
        if !alone {
            text = text.then(abouts.join(", ") + ": ");
        }
        text = text.and(direction_role(rating.direction), words);
        if cite {
            text = with_citations(text, kb, rating.sources);
        }
    }
    text
}

/// The text with the sources behind it: " [juhl-2018, park-bae-2016]".
pub(super) fn with_citations<'a>(
    text: Text<'a>,
    kb: &'static KnowledgeBase,
    sources: &[SourceKey],
) -> Text<'a> {
    if sources.is_empty() {
        return text;
    }
    let ids: Vec<_> = sources.iter().map(|source| kb[*source].id).collect();
    text.and(Role::Muted, format!(" [{}]", ids.join(", ")))
}
