//! The nearest concerns, when nothing was understood.

use super::text::folded;
use crate::knowledge::model::{ConcernKey, KnowledgeBase};

/// How like, in thousandths, is near: one letter of four, or two of eight.
const CLOSE: u32 = 750;

/// The concerns whose names or aliases look most like the words of `text`, the nearest first; none
/// when nothing looks alike.
#[must_use]
pub fn nearest(kb: &KnowledgeBase, text: &str) -> Vec<ConcernKey> {
    let mut words: Vec<String> = folded(text).iter().map(|word| word.text().to_owned()).collect();
    // A word that people use for anything is no misspelling: "train" is not "strain".
    words.retain(|word| !everyday(kb, word));
    let mut scored: Vec<(u32, ConcernKey)> = (0..)
        .zip(kb.concerns)
        .map(|(key, concern)| {
            let conditions = kb.conditions.iter().filter(|condition| condition.concern == ConcernKey(key));
            let names = concern
                .aliases
                .iter()
                .chain([&concern.name, &concern.id])
                .chain(conditions.flat_map(|condition| condition.aliases));
            let parts = names.flat_map(|name| name.split([' ', '-']));
            (parts.map(|part| likeness(&words, part)).max().unwrap_or(0), ConcernKey(key))
        })
        .filter(|(likeness, _)| *likeness >= CLOSE)
        .collect();
    scored.sort_by_key(|(likeness, key)| (std::cmp::Reverse(*likeness), *key));
    scored.into_iter().map(|(_, key)| key).collect()
}

fn everyday(kb: &KnowledgeBase, word: &str) -> bool {
    kb.vocabulary.everyday.iter().flat_map(|line| line.split_whitespace()).any(|known| known == word)
}

/// In thousandths; short words look like everything and count for nothing.
fn likeness(words: &[String], part: &str) -> u32 {
    if part.len() < 4 {
        return 0;
    }
    let alike = |word: &String| {
        let longest = word.chars().count().max(part.chars().count());
        let edits = strsim::osa_distance(word, part);
        u32::try_from(1000 * longest.saturating_sub(edits) / longest.max(1)).unwrap_or(0)
    };
    words.iter().filter(|word| word.len() >= 4).map(alike).max().unwrap_or(0)
}
