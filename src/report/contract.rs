//! The pieces of the JSON contract, version 1. Fields may be added; none goes away or changes its
//! meaning without a new version.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::model::{
    Caution, ConcernKey, ConditionEvidence, FactKey, KnowledgeBase, Rating, RedFlag, Role, Source, SourceKey,
};
use crate::knowledge::sets::{
    Basis, Certainty, Direction, Severity, SourceKind, Stance, SupportAction, SupportKind, Urgency,
};

/// A sign that comes before any advice.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RedFlagEntry<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// How soon to get help.
    #[schemars(schema_with = "words::<Urgency>")]
    pub urgency: &'a str,
    /// What to do.
    pub say: &'a str,
    /// Ids of sources.
    pub sources: Vec<&'a str>,
}

/// What studies found for one asked concern.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EvidenceEntry<'a> {
    /// The concern's id.
    pub concern: &'a str,
    /// What the support does; `unknown` is "not studied".
    #[schemars(schema_with = "words::<Direction>")]
    pub direction: &'a str,
    /// How sure anyone can be.
    #[schemars(schema_with = "words::<Certainty>")]
    pub certainty: &'a str,
    /// What was found, in one to three sentences.
    pub finding: &'a str,
    /// Ids of sources.
    pub sources: Vec<&'a str>,
    /// Finer records by condition; one that the person named comes first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<ConditionEntry<'a>>,
}

/// What studies found for one condition inside a concern.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConditionEntry<'a> {
    /// The condition's id.
    pub condition: &'a str,
    /// What the support does; `unknown` is "not studied".
    #[schemars(schema_with = "words::<Direction>")]
    pub direction: &'a str,
    /// How sure anyone can be.
    #[schemars(schema_with = "words::<Certainty>")]
    pub certainty: &'a str,
    /// What was found, in one to three sentences.
    pub finding: &'a str,
    /// Ids of sources.
    pub sources: Vec<&'a str>,
}

/// Who should be careful with a support.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CautionEntry<'a> {
    /// The population's id.
    pub who: &'a str,
    /// What to do.
    #[schemars(schema_with = "words::<Severity>")]
    pub severity: &'a str,
    /// The form concerned, in words; null for the whole support.
    pub only: Option<&'a str>,
    /// The support's examples that it removes (`avoid`) or concerns.
    pub examples: Vec<&'a str>,
    /// What to know.
    pub text: &'a str,
    /// Ids of sources.
    pub sources: Vec<&'a str>,
    /// What it rests on where it has no source.
    #[schemars(schema_with = "words_or_null::<Basis>")]
    pub basis: Option<&'a str>,
}

/// Where a statement comes from.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceEntry<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// In its own spelling.
    pub title: &'a str,
    /// As the record shows them.
    pub authors: &'a str,
    /// Null where it was not shown.
    pub year: Option<u16>,
    /// Journal or publisher.
    pub venue: &'a str,
    /// Without the resolver's address.
    pub doi: Option<&'a str>,
    /// Where to read it.
    pub url: &'a str,
    /// Study design or kind of page.
    #[schemars(schema_with = "words::<SourceKind>")]
    pub kind: &'a str,
}

/// Something left out for this person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LeftOutEntry<'a> {
    /// The support's id.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// Just these of its examples; empty means the whole support.
    pub examples: Vec<&'a str>,
    /// Why.
    pub because: Cow<'a, str>,
    /// A support's id or an example that serves the same mechanism.
    pub instead: Option<&'a str>,
}

impl<'a> EvidenceEntry<'a> {
    pub(super) fn new(
        kb: &'a KnowledgeBase,
        concern: ConcernKey,
        rating: &'a Rating,
        conditions: impl IntoIterator<Item = &'a ConditionEvidence>,
    ) -> Self {
        Self {
            concern: kb[concern].id,
            direction: rating.direction.name(),
            certainty: rating.certainty.name(),
            finding: rating.finding,
            sources: source_ids(kb, rating.sources),
            conditions: conditions.into_iter().map(|finer| ConditionEntry::new(kb, finer)).collect(),
        }
    }
}

impl<'a> ConditionEntry<'a> {
    fn new(kb: &'a KnowledgeBase, finer: &'a ConditionEvidence) -> Self {
        Self {
            condition: kb[finer.condition].id,
            direction: finer.rating.direction.name(),
            certainty: finer.rating.certainty.name(),
            finding: finer.rating.finding,
            sources: source_ids(kb, finer.rating.sources),
        }
    }
}

impl<'a> CautionEntry<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase, caution: &'a Caution) -> Self {
        Self {
            who: kb[caution.who].id,
            severity: caution.severity.name(),
            only: caution.only,
            examples: caution.examples.to_vec(),
            text: caution.text,
            sources: source_ids(kb, caution.sources),
            basis: caution.basis.map(Basis::name),
        }
    }
}

impl<'a> RedFlagEntry<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase, flag: &'a RedFlag) -> Self {
        let sources = source_ids(kb, flag.sources);
        Self { id: flag.id, urgency: flag.urgency.name(), say: flag.say, sources }
    }
}

impl<'a> SourceEntry<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Self {
            id: source.id,
            title: source.title,
            authors: source.authors,
            year: source.year,
            venue: source.venue,
            doi: source.doi,
            url: source.url,
            kind: source.kind.name(),
        }
    }
}

/// The ids of the sources.
pub(super) fn source_ids<'a>(kb: &'a KnowledgeBase, sources: &[SourceKey]) -> Vec<&'a str> {
    sources.iter().map(|source| kb[*source].id).collect()
}

/// The ids of the article's facts.
pub(super) fn fact_ids<'a>(kb: &'a KnowledgeBase, facts: &[FactKey]) -> Vec<&'a str> {
    facts.iter().map(|fact| kb[*fact].id).collect()
}

/// Where a role comes from, for people: "M1.S1", or that the article does not say it.
pub(super) fn role_origin(kb: &KnowledgeBase, role: &Role) -> String {
    if role.is_in_the_article() { fact_ids(kb, role.article).join(", ") } else { "not in the article".into() }
}

/// A closed set whose words the schema lists.
pub(super) trait Words {
    /// Every word.
    fn words() -> Vec<&'static str>;
}

macro_rules! words_of {
    ($($set:ident)+) => {$(
        impl Words for $set {
            fn words() -> Vec<&'static str> {
                Self::ALL.iter().map(|value| value.name()).collect()
            }
        }
    )+};
}

words_of! { Basis Certainty Direction Severity SourceKind Stance SupportAction SupportKind Urgency }

pub(super) fn words<T: Words>(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": "string", "enum": T::words() })
}

pub(super) fn words_or_null<T: Words>(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let words: Vec<_> = T::words().into_iter().map(Some).chain([None]).collect();
    schemars::json_schema!({ "type": ["string", "null"], "enum": words })
}
