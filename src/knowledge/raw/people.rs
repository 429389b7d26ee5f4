//! `diets.yaml`, `populations.yaml`, `red-flags.yaml`, `swaps.yaml`: what depends on the person.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::sets::Urgency;
use super::at::{Field, List, Word};

/// Ways of eating, and the tags that examples carry.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct DietsFile {
    /// Ways of eating: the tags that each leaves out.
    pub(in crate::knowledge) diets: List<RawDiet>,
    /// What an example can contain.
    pub(in crate::knowledge) tags: List<RawTag>,
}

/// A way of eating.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Diet")]
pub(in crate::knowledge) struct RawDiet {
    /// Lower-case words joined by hyphens.
    pub(in crate::knowledge) id: Field<String>,
    /// The id of a known record whose fields this one changes.
    pub(in crate::knowledge) extends: Field<String>,
    /// For people.
    pub(in crate::knowledge) name: Field<String>,
    /// Words that name it.
    pub(in crate::knowledge) aliases: List<String>,
    /// The tags that it leaves out.
    pub(in crate::knowledge) excludes: List<String>,
    /// The id of the source; left out for general knowledge.
    pub(in crate::knowledge) source: Field<String>,
    /// A remark for people.
    pub(in crate::knowledge) note: Field<String>,
}

/// Something that an example can contain.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Tag")]
pub(in crate::knowledge) struct RawTag {
    /// Lower-case words joined by hyphens.
    pub(in crate::knowledge) id: Field<String>,
    /// The id of a known record whose fields this one changes.
    pub(in crate::knowledge) extends: Field<String>,
    /// For people.
    pub(in crate::knowledge) label: Field<String>,
}

/// Whom cautions concern, and the words a person may type for it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct PopulationsFile {
    /// The populations; `everyone` is among them.
    pub(in crate::knowledge) populations: List<RawPopulation>,
}

/// Whom a caution concerns.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Population")]
pub(in crate::knowledge) struct RawPopulation {
    /// Lower-case words joined by hyphens.
    pub(in crate::knowledge) id: Field<String>,
    /// The id of a known record whose fields this one changes.
    pub(in crate::knowledge) extends: Field<String>,
    /// For people, such as "Pregnant".
    pub(in crate::knowledge) label: Field<String>,
    /// Words that name it.
    pub(in crate::knowledge) aliases: List<String>,
    /// The tags that such a person leaves out, as a diet does.
    pub(in crate::knowledge) excludes: List<String>,
    /// A remark for people.
    pub(in crate::knowledge) note: Field<String>,
}

/// Signs that come before any advice.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct RedFlagsFile {
    /// The red flags, gravest first.
    pub(in crate::knowledge) red_flags: List<RawRedFlag>,
}

/// A sign that comes before any advice.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "RedFlag")]
pub(in crate::knowledge) struct RawRedFlag {
    /// Lower-case words joined by hyphens.
    pub(in crate::knowledge) id: Field<String>,
    /// The id of a known record whose fields this one changes.
    pub(in crate::knowledge) extends: Field<String>,
    /// For people.
    pub(in crate::knowledge) name: Field<String>,
    /// How soon to get help; an `emergency` is answered alone.
    pub(in crate::knowledge) urgency: Field<Word<Urgency>>,
    /// What it looks like.
    pub(in crate::knowledge) when: Field<String>,
    /// What people say, in lower case; `a and b` means both, in any order.
    pub(in crate::knowledge) phrases: List<String>,
    /// What cancels a phrase in the same clause.
    pub(in crate::knowledge) not_phrases: List<String>,
    /// The ids of the populations that whoever says so belongs to, as if they had been named.
    pub(in crate::knowledge) populations: List<String>,
    /// What to do.
    pub(in crate::knowledge) say: Field<String>,
    /// The ids of the sources.
    pub(in crate::knowledge) sources: List<String>,
}

/// For something left out: what serves the same mechanism instead.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct SwapsFile {
    /// The swaps; a later layer's replaces one for the same thing and reason.
    pub(in crate::knowledge) swaps: List<RawSwap>,
}

/// What to take instead of something left out.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Swap")]
pub(in crate::knowledge) struct RawSwap {
    /// What was left out: an example or a support.
    pub(in crate::knowledge) instead_of: Field<String>,
    /// Why it was: a tag, a diet, a population, or a kind of support.
    pub(in crate::knowledge) because: Field<String>,
    /// What to take: an example or a support.
    #[serde(rename = "use")]
    pub(in crate::knowledge) with: Field<String>,
    /// The mechanism that both serve; left out for a general habit.
    pub(in crate::knowledge) mechanism: Field<String>,
    /// A remark for people.
    pub(in crate::knowledge) note: Field<String>,
}
