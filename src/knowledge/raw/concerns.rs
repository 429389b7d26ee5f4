//! `article.yaml`, `axis.yaml`, `concerns.yaml`, `mechanisms.yaml`: what the article tells.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::sets::{Certainty, Stance};
use super::at::{Field, List, Word};

/// What the source article says, fact by fact, in our own words.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct ArticleFile {
    /// The facts, in the article's order.
    pub(in crate::knowledge) facts: List<RawFact>,
}

/// One thing the article says.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Fact")]
pub(in crate::knowledge) struct RawFact {
    /// Such as `M1.S1`.
    pub(in crate::knowledge) id: Field<String>,
    /// The id of a known record whose fields this one changes.
    pub(in crate::knowledge) extends: Field<String>,
    /// What it says, in our own words.
    pub(in crate::knowledge) text: Field<String>,
}

/// The gut–skin axis itself.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct AxisFile {
    /// What the axis is. A later layer changes the fields that it gives.
    pub(in crate::knowledge) axis: Field<RawAxis>,
}

/// What the gut–skin axis is.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Axis")]
pub(in crate::knowledge) struct RawAxis {
    /// Its name.
    pub(in crate::knowledge) name: Field<String>,
    /// What it is, in one or two sentences.
    pub(in crate::knowledge) summary: Field<String>,
    /// Longer paragraphs for `gutskin show axis`.
    pub(in crate::knowledge) details: List<String>,
    /// Other names.
    pub(in crate::knowledge) aliases: List<String>,
    /// The article's facts behind it.
    pub(in crate::knowledge) article: List<String>,
}

/// What a person wants help with, in everyday words; not a diagnosis.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct ConcernsFile {
    /// The concerns, in the order in which they are listed.
    pub(in crate::knowledge) concerns: List<RawConcern>,
}

/// What a person wants help with.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Concern")]
pub(in crate::knowledge) struct RawConcern {
    /// Lower-case words joined by hyphens.
    pub(in crate::knowledge) id: Field<String>,
    /// The id of a known record whose fields this one changes.
    pub(in crate::knowledge) extends: Field<String>,
    /// For people.
    pub(in crate::knowledge) name: Field<String>,
    /// One or two sentences.
    pub(in crate::knowledge) summary: Field<String>,
    /// The article's facts behind it.
    pub(in crate::knowledge) article: List<String>,
    /// Everyday words for it; each belongs to one concern.
    pub(in crate::knowledge) aliases: List<String>,
    /// The mechanisms behind it, in the order in which they are told.
    pub(in crate::knowledge) links: List<RawLink>,
    /// The diseases and states inside it that have evidence of their own.
    pub(in crate::knowledge) conditions: List<RawCondition>,
}

/// That a mechanism stands behind a concern.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Link")]
pub(in crate::knowledge) struct RawLink {
    /// The mechanism's id.
    pub(in crate::knowledge) mechanism: Field<String>,
    /// Why, in one line, in the article's voice.
    pub(in crate::knowledge) because: Field<String>,
    /// The article's facts that say so.
    pub(in crate::knowledge) article: List<String>,
}

/// A disease or state inside a concern.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Condition")]
pub(in crate::knowledge) struct RawCondition {
    /// Lower-case words joined by hyphens.
    pub(in crate::knowledge) id: Field<String>,
    /// For people.
    pub(in crate::knowledge) name: Field<String>,
    /// Words that name it.
    pub(in crate::knowledge) aliases: List<String>,
}

/// How the gut is said to act on the skin, and what studies say for and against it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct MechanismsFile {
    /// The mechanisms, in the article's order.
    pub(in crate::knowledge) mechanisms: List<RawMechanism>,
}

/// How the gut is said to act on the skin.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Mechanism")]
pub(in crate::knowledge) struct RawMechanism {
    /// Lower-case words joined by hyphens.
    pub(in crate::knowledge) id: Field<String>,
    /// The id of a known record whose fields this one changes.
    pub(in crate::knowledge) extends: Field<String>,
    /// For people.
    pub(in crate::knowledge) name: Field<String>,
    /// What the article says, in one line.
    pub(in crate::knowledge) summary: Field<String>,
    /// The article's facts behind it.
    pub(in crate::knowledge) article: List<String>,
    /// Other names.
    pub(in crate::knowledge) aliases: List<String>,
    /// What studies found; at least one speaks against it.
    pub(in crate::knowledge) findings: List<RawMechanismFinding>,
}

/// What studies found about a mechanism.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "MechanismFinding")]
pub(in crate::knowledge) struct RawMechanismFinding {
    /// Whether it speaks for the mechanism, or against it (also: leaves it unproven).
    pub(in crate::knowledge) stance: Field<Word<Stance>>,
    /// How sure anyone can be, by the rubric in README.md.
    pub(in crate::knowledge) certainty: Field<Word<Certainty>>,
    /// In one to three sentences.
    pub(in crate::knowledge) finding: Field<String>,
    /// The ids of the sources.
    pub(in crate::knowledge) sources: List<String>,
}
