//! What is known, resolved and immutable: after loading, a dangling reference cannot exist.
//!
//! All text is `&'static`: the shipped content is compiled into static tables by `build.rs`, and
//! content read at run time lives as long as the process, so both have one and the same type.
//! Records name each other by key; `kb[key]` always succeeds.

use std::ops::Index;

use serde::Serialize;

pub use super::keys::{
    ConcernKey, ConditionKey, DietKey, FactKey, MechanismKey, PopulationKey, RedFlagKey, SourceKey,
    SupportKey, TagKey,
};
use super::sets::{Certainty, SourceKind, Stance, SupportKind, Urgency};
pub use super::support::{
    Caution, ConditionEvidence, Evidence, Example, HowSentence, Mention, Rating, Role, Support,
};
pub use super::wording::{Context, Forms, Negation, WordClass};

macro_rules! lists {
    ($($field:ident: $record:ident by $key:ident;)+) => {$(
        impl Index<$key> for KnowledgeBase {
            type Output = $record;

            fn index(&self, key: $key) -> &$record {
                &self.$field[key.index()]
            }
        }
    )+};
}

lists! {
    facts: Fact by FactKey;
    concerns: Concern by ConcernKey;
    conditions: Condition by ConditionKey;
    mechanisms: Mechanism by MechanismKey;
    supports: Support by SupportKey;
    sources: Source by SourceKey;
    tags: Tag by TagKey;
    diets: Diet by DietKey;
    populations: Population by PopulationKey;
    red_flags: RedFlag by RedFlagKey;
}

/// Everything known, in the order of the content: the article's order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KnowledgeBase {
    /// What the gut–skin axis is.
    pub axis: Axis,
    /// What the article says, fact by fact.
    pub facts: &'static [Fact],
    /// What a person wants help with.
    pub concerns: &'static [Concern],
    /// The diseases and states that concerns cover, finer than a concern.
    pub conditions: &'static [Condition],
    /// How the gut acts on the skin.
    pub mechanisms: &'static [Mechanism],
    /// What a person can do.
    pub supports: &'static [Support],
    /// Where every statement comes from.
    pub sources: &'static [Source],
    /// What examples contain.
    pub tags: &'static [Tag],
    /// Ways of eating.
    pub diets: &'static [Diet],
    /// Whom cautions concern.
    pub populations: &'static [Population],
    /// Signs that come before any advice.
    pub red_flags: &'static [RedFlag],
    /// What serves instead of something left out.
    pub swaps: &'static [Swap],
    /// The words that recognition knows besides names and aliases.
    pub vocabulary: Vocabulary,
}

/// The gut–skin axis itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Axis {
    /// Its name.
    pub name: &'static str,
    /// What it is, in one or two sentences.
    pub summary: &'static str,
    /// Longer paragraphs for `show axis`.
    pub details: &'static [&'static str],
    /// Other names.
    pub aliases: &'static [&'static str],
    /// The article's facts behind it.
    pub article: &'static [FactKey],
}

/// One thing the article says, in our own words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    /// Such as `M1.S1`.
    pub id: &'static str,
    /// What it says.
    pub text: &'static str,
}

/// What a person wants help with; not a diagnosis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Concern {
    /// Kebab-case.
    pub id: &'static str,
    /// For people.
    pub name: &'static str,
    /// One or two sentences.
    pub summary: &'static str,
    /// The article's facts behind it.
    pub article: &'static [FactKey],
    /// Everyday words for it.
    pub aliases: &'static [&'static str],
    /// The mechanisms behind it, in the article's order.
    pub links: &'static [Link],
}

/// That a mechanism stands behind a concern.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// Which mechanism.
    pub mechanism: MechanismKey,
    /// Why, in one line.
    pub because: &'static str,
    /// The article's facts that say so.
    pub article: &'static [FactKey],
}

/// A disease or state inside a concern, with evidence of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Condition {
    /// Kebab-case.
    pub id: &'static str,
    /// For people.
    pub name: &'static str,
    /// The concern that covers it.
    pub concern: ConcernKey,
    /// Words that name it.
    pub aliases: &'static [&'static str],
}

/// How the gut acts on the skin, as the article has it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mechanism {
    /// Kebab-case.
    pub id: &'static str,
    /// For people.
    pub name: &'static str,
    /// What the article says, in one line.
    pub summary: &'static str,
    /// The article's facts behind it.
    pub article: &'static [FactKey],
    /// Other names.
    pub aliases: &'static [&'static str],
    /// What studies found, for and against.
    pub findings: &'static [MechanismFinding],
}

/// What studies found about a mechanism.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MechanismFinding {
    /// Whether it speaks for the mechanism or against it.
    pub stance: Stance,
    /// How sure anyone can be.
    pub certainty: Certainty,
    /// In one or two sentences.
    pub finding: &'static str,
    /// Where it stands.
    pub sources: &'static [SourceKey],
}

/// A bibliographic record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// Kebab-case.
    pub id: &'static str,
    /// Its own spelling.
    pub title: &'static str,
    /// As the record shows them.
    pub authors: &'static str,
    /// Of publication; none where it was not shown.
    pub year: Option<u16>,
    /// Journal or publisher.
    pub venue: &'static str,
    /// Without the resolver's address.
    pub doi: Option<&'static str>,
    /// PubMed's number.
    pub pmid: Option<&'static str>,
    /// PubMed Central's number.
    pub pmcid: Option<&'static str>,
    /// Where to read it.
    pub url: &'static str,
    /// Study design or kind of page.
    pub kind: SourceKind,
    /// How much of it was read: `full-text`, `abstract`, `excerpt` or `cited-in`.
    pub seen: &'static str,
    /// How firm it is: `primary`, `secondary` or `weak`.
    pub tier: &'static str,
    /// A remark for people.
    pub note: Option<&'static str>,
}

/// Something an example contains.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tag {
    /// Kebab-case.
    pub id: &'static str,
    /// For people.
    pub label: &'static str,
}

/// A way of eating: the tags it leaves out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Diet {
    /// Kebab-case.
    pub id: &'static str,
    /// For people.
    pub name: &'static str,
    /// Words that name it.
    pub aliases: &'static [&'static str],
    /// What it leaves out.
    pub excludes: &'static [TagKey],
    /// Where that stands; none for general knowledge.
    pub source: Option<SourceKey>,
    /// A remark for people.
    pub note: Option<&'static str>,
}

/// The population that every person belongs to.
pub const EVERYONE: &str = "everyone";

/// Whom a caution concerns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Population {
    /// Kebab-case, such as `pregnancy`.
    pub id: &'static str,
    /// For people, such as "Pregnant".
    pub label: &'static str,
    /// Words that name it.
    pub aliases: &'static [&'static str],
    /// The tags that such a person leaves out.
    pub excludes: &'static [TagKey],
    /// A remark for people.
    pub note: Option<&'static str>,
}

/// A sign that comes before any advice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RedFlag {
    /// Kebab-case.
    pub id: &'static str,
    /// For people.
    pub name: &'static str,
    /// How soon to get help.
    pub urgency: Urgency,
    /// What it looks like.
    pub when: &'static str,
    /// What people say; `a and b` means both, in any order.
    pub phrases: &'static [&'static str],
    /// What cancels a phrase in the same clause.
    pub not_phrases: &'static [&'static str],
    /// Whom it tells of: who is 20 weeks along is pregnant.
    pub populations: &'static [PopulationKey],
    /// What to do.
    pub say: &'static str,
    /// Where that stands.
    pub sources: &'static [SourceKey],
}

/// What serves the same mechanism when something is left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Swap {
    /// What was left out.
    pub instead_of: SwapItem,
    /// Why it was.
    pub because: SwapReason,
    /// What to take instead.
    pub with: SwapItem,
    /// The mechanism both serve; none for a general habit.
    pub mechanism: Option<MechanismKey>,
    /// A remark for people.
    pub note: Option<&'static str>,
}

/// A whole support, or one example by name.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub enum SwapItem {
    /// The support.
    Support(SupportKey),
    /// The example of this name.
    Example(&'static str),
}

/// Why something was left out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub enum SwapReason {
    /// It carries the tag.
    Tag(TagKey),
    /// The diet leaves it out.
    Diet(DietKey),
    /// It is not for this person.
    Population(PopulationKey),
    /// The person avoids the kind.
    Kind(SupportKind),
}

/// What a phrase speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Target {
    /// A concern.
    Concern(ConcernKey),
    /// A condition, and with it its concern.
    Condition(ConditionKey),
    /// A red flag.
    RedFlag(RedFlagKey),
    /// A population.
    Population(PopulationKey),
    /// A way of eating.
    Diet(DietKey),
}

/// The words that recognition knows besides names and aliases. The items of word
/// lists hold many words each, apart by spaces: thousands of separate strings would each cost time
/// at every start.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Vocabulary {
    /// Common words, never taken for a misspelling of something else.
    pub everyday: &'static [&'static str],
    /// Words that may stand between the words of a phrase.
    pub fillers: &'static [&'static str],
    /// Verbs that phrases use, with all their regular forms.
    pub verbs: &'static [&'static str],
    /// Forms and spellings that count as the same word.
    pub forms: &'static [Forms],
    /// Usual misspellings; said to be corrected.
    pub misspellings: &'static [Forms],
    /// Sets of words that a phrase can name as `{name}`.
    pub classes: &'static [WordClass],
    /// How people say that they do not have something.
    pub negation: Negation,
    /// What is about skin and what is not.
    pub context: Context,
    /// Phrases beyond the aliases, which may name `{classes}` and say `near`.
    pub phrases: &'static [Phrases],
}

/// More phrases for one target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Phrases {
    /// What they speak of.
    pub target: Target,
    /// The phrases.
    pub phrases: &'static [&'static str],
}
