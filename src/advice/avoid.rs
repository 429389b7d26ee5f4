//! What a person avoids, and how the word they typed is understood.

use crate::knowledge::find::is_same;
use crate::knowledge::model::{KnowledgeBase, Support, SupportKey, TagKey};
use crate::knowledge::sets::{SupportAction, SupportKind};

/// Something a person avoids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Avoid {
    /// Everything that contains it.
    Tag(TagKey),
    /// The example of this name.
    Example(&'static str),
    /// A whole kind, tablets among the examples of others included.
    Kind(SupportKind),
    /// A support.
    Support(SupportKey),
}

impl Avoid {
    /// The word for it, as it can be typed.
    #[must_use]
    pub fn word(self, kb: &KnowledgeBase) -> &'static str {
        match self {
            Self::Tag(tag) => kb[tag].id,
            Self::Example(name) => name,
            Self::Kind(kind) => kind_word(kind),
            Self::Support(key) => kb[key].id,
        }
    }
}

/// What a word after `--avoid` means: a tag, else an example, a kind, a support, an alias. The
/// widest meaning comes first, since leaving out too much is safer than too little; so `eggs` is
/// everything with `egg`, not just the example.
///
/// A support that is about having less of something is meant by its id alone: who avoids alcohol
/// still wants to hear how to limit it.
#[must_use]
pub fn resolve_avoid(kb: &'static KnowledgeBase, word: &str) -> Option<Avoid> {
    tag(kb, word)
        .or_else(|| example(kb, word))
        .or_else(|| SupportKind::ALL.iter().copied().find(|kind| is_kind(*kind, word)).map(Avoid::Kind))
        .or_else(|| support(kb, |support| is_support(support, word)))
        .or_else(|| support(kb, |support| is_alias(support, word)))
}

/// Every word that `--avoid` knows, in that order, for a list or the nearest one.
pub fn avoidable_words(kb: &'static KnowledgeBase) -> impl Iterator<Item = &'static str> {
    let tags = kb.tags.iter().map(|tag| tag.id);
    let examples = kb.supports.iter().flat_map(|support| support.examples).map(|example| example.name);
    let kinds = SupportKind::ALL.iter().map(|kind| kind_word(*kind));
    tags.chain(examples).chain(kinds).chain(kb.supports.iter().map(|support| support.id))
}

fn tag(kb: &KnowledgeBase, word: &str) -> Option<Avoid> {
    let word = word.trim();
    let one_of_them = word.strip_suffix('s').unwrap_or(word);
    let named = |id: &str| is_same(id, word) || is_same(id.strip_suffix('s').unwrap_or(id), one_of_them);
    kb.tags.iter().zip(0..).find(|(tag, _)| named(tag.id)).map(|(_, place)| Avoid::Tag(TagKey(place)))
}

fn example(kb: &'static KnowledgeBase, word: &str) -> Option<Avoid> {
    let mut examples = kb.supports.iter().flat_map(|support| support.examples);
    examples.find(|example| is_same(example.name, word)).map(|example| Avoid::Example(example.name))
}

fn support(kb: &KnowledgeBase, is_meant: impl Fn(&Support) -> bool) -> Option<Avoid> {
    let found = kb.supports.iter().zip(0..).find(|(support, _)| is_meant(support));
    found.map(|(_, place)| Avoid::Support(SupportKey(place)))
}

fn is_kind(kind: SupportKind, word: &str) -> bool {
    is_same(kind.name(), word) || is_same(kind_word(kind), word)
}

fn is_support(support: &Support, word: &str) -> bool {
    support.id == word.trim().to_lowercase()
        || (support.action == SupportAction::Include
            && (is_same(support.id, word) || is_same(support.name, word)))
}

fn is_alias(support: &Support, word: &str) -> bool {
    support.action == SupportAction::Include && support.aliases.iter().any(|alias| is_same(alias, word))
}

fn kind_word(kind: SupportKind) -> &'static str {
    match kind {
        SupportKind::Food => "foods",
        SupportKind::Nutrient => "nutrients",
        SupportKind::Supplement => "supplements",
        SupportKind::Habit => "habits",
    }
}
