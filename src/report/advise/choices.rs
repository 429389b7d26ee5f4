//! What shapes an answer besides the concerns.

use crate::advice::Query;
use crate::knowledge::model::KnowledgeBase;
use crate::report::evidence::certainty_words;
use crate::words::{all_of, capitalized, uncapitalized};

use super::supports::kind_heading;

/// The flags in effect, in words.
pub(in crate::report) fn choices(kb: &'static KnowledgeBase, query: &Query) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    words.extend(query.health.iter().map(|key| uncapitalized(kb[*key].label)));
    // "Eating vegan" says "vegan" already.
    let is_said =
        |diet: &String| query.health.iter().any(|key| kb[*key].label.split(' ').any(|word| word == diet));
    let diets = query.diets.iter().map(|key| uncapitalized(kb[*key].name));
    words.extend(diets.filter(|diet| !is_said(diet)));
    if !query.avoid.is_empty() {
        let avoided = query.avoid.iter().map(|avoid| avoid.word(kb));
        words.push(format!("without {}", all_of(avoided)));
    }
    if !query.kinds.is_empty() {
        let kinds = query.kinds.iter().map(|kind| kind_heading(*kind));
        words.push(format!("only {}", uncapitalized(&all_of(kinds.map(uncapitalized)))));
    }
    if !query.mechanisms.is_empty() {
        let mechanisms = query.mechanisms.iter().map(|key| uncapitalized(kb[*key].name));
        words.push(format!("only through {}", all_of(mechanisms)));
    }
    if let Some(least) = query.min_certainty {
        words.push(format!("only what may help, at {} certainty or better", certainty_words(least)));
    }
    if let Some(first) = words.first_mut() {
        *first = capitalized(first);
    }
    words
}
