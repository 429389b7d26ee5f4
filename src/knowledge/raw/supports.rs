//! `supports.yaml`: what a person can do.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::sets::{Basis, Severity, SupportAction, SupportKind};
use super::at::{Field, List, Word};

/// What a person can do: how, in which forms, what the article says of it, who should be careful.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct SupportsFile {
    /// The supports, in the order in which equals are listed.
    pub(in crate::knowledge) supports: List<RawSupport>,
}

/// One thing a person can do: eat, take, practice, limit.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Support")]
pub(in crate::knowledge) struct RawSupport {
    /// Lower-case words joined by hyphens.
    pub(in crate::knowledge) id: Field<String>,
    /// The id of a known record whose fields this one changes.
    pub(in crate::knowledge) extends: Field<String>,
    /// For people.
    pub(in crate::knowledge) name: Field<String>,
    /// Food, nutrient, supplement or habit.
    pub(in crate::knowledge) kind: Field<Word<SupportKind>>,
    /// To include it (the default) or to have less of it.
    pub(in crate::knowledge) action: Field<Word<SupportAction>>,
    /// What to do at a glance, in at most 45 characters; left out where the examples say enough.
    pub(in crate::knowledge) short: Field<String>,
    /// Everyday words for it; each belongs to one support.
    pub(in crate::knowledge) aliases: List<String>,
    /// How to go about it, sentence by sentence; each stands alone.
    pub(in crate::knowledge) how: List<RawHow>,
    /// Forms it comes in.
    pub(in crate::knowledge) examples: List<RawExample>,
    /// What the article says it does.
    pub(in crate::knowledge) roles: List<RawRole>,
    /// Who should be careful.
    pub(in crate::knowledge) cautions: List<RawCaution>,
    /// When in the day it has its place, such as "after breakfast".
    pub(in crate::knowledge) anchor: Field<String>,
}

/// One sentence of a support's how.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "How")]
pub(in crate::knowledge) struct RawHow {
    /// The sentence.
    pub(in crate::knowledge) text: Field<String>,
    /// The id of the source; left out for plain advice.
    pub(in crate::knowledge) source: Field<String>,
    /// The tags, or the examples of any support, that the sentence offers.
    pub(in crate::knowledge) mentions: List<String>,
}

/// One form of a support.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Example")]
pub(in crate::knowledge) struct RawExample {
    /// As people say it.
    pub(in crate::knowledge) name: Field<String>,
    /// Its tags, cautiously: what it usually holds counts.
    pub(in crate::knowledge) contains: List<String>,
    /// Whether the article names it.
    pub(in crate::knowledge) article: Field<bool>,
    /// A remark for people.
    pub(in crate::knowledge) note: Field<String>,
}

/// What the article says a support does.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Role")]
pub(in crate::knowledge) struct RawRole {
    /// Through which mechanism; left out for a general habit.
    pub(in crate::knowledge) mechanism: Field<String>,
    /// For which concerns; left out for all that link the mechanism.
    pub(in crate::knowledge) concerns: List<String>,
    /// The concerns that it fits most.
    pub(in crate::knowledge) fits_most: List<String>,
    /// The article's facts that say so; none where the article does not.
    pub(in crate::knowledge) article: List<String>,
    /// What it is said to do, told as a claim: "said to calm …".
    pub(in crate::knowledge) role: Field<String>,
}

/// A safety fact about a support.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Caution")]
pub(in crate::knowledge) struct RawCaution {
    /// The id of the population, or `everyone`.
    pub(in crate::knowledge) who: Field<String>,
    /// What the reader should do; `avoid` without `only` takes the support off.
    pub(in crate::knowledge) severity: Field<Word<Severity>>,
    /// The form concerned, in words; goes with `examples`.
    pub(in crate::knowledge) only: Field<String>,
    /// The support's own examples that it concerns; goes with `only`, and may be empty.
    pub(in crate::knowledge) examples: List<String>,
    /// What to know.
    pub(in crate::knowledge) text: Field<String>,
    /// The ids of the sources; empty when there is a `basis`.
    pub(in crate::knowledge) sources: List<String>,
    /// What it rests on when it has no source.
    pub(in crate::knowledge) basis: Field<Word<Basis>>,
}
