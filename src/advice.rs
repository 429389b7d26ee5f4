//! Which supports serve the asked concerns, for this person, in which order, and what was left
//! out and why. A pure function of what is known and what was asked.

use crate::knowledge::model::{
    Caution, ConcernKey, ConditionEvidence, ConditionKey, DietKey, Evidence, Example, HowSentence,
    MechanismKey, PopulationKey, Role, SupportKey, TagKey,
};
use crate::knowledge::sets::{Certainty, SupportKind};

/// What a person asked for, every name resolved.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// The concerns, in the order of the content. Empty means all (for `supports`).
    pub concerns: Vec<ConcernKey>,
    /// Conditions the person named; their evidence leads.
    pub conditions: Vec<ConditionKey>,
    /// Only these kinds; empty means all.
    pub kinds: Vec<SupportKind>,
    /// Only what works through one of these; empty means all.
    pub mechanisms: Vec<MechanismKey>,
    /// Diets whose tags are left out.
    pub diets: Vec<DietKey>,
    /// What the person avoids.
    pub avoid: Vec<Avoid>,
    /// What makes some items unsafe for this person.
    pub health: Vec<PopulationKey>,
    /// Only what helps or is mixed at this certainty or better.
    pub min_certainty: Option<Certainty>,
    /// At most this many supports of each kind.
    pub limit: Option<usize>,
}

/// Something a person avoids.
#[derive(Debug, Clone, Copy, PartialEq)]
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

/// What `advise` answers; a support never stands here without its evidence and its cautions.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// The concerns it is for.
    pub concerns: Vec<ConcernKey>,
    /// The supports, grouped by kind, best first.
    pub supports: Vec<AdvisedSupport>,
    /// What was left out and why.
    pub left_out: Vec<LeftOut>,
    /// Mechanisms behind the concerns that were left without any support.
    pub uncovered: Vec<MechanismKey>,
}

/// A support that serves, as it remains for this person.
#[derive(Debug, Clone, PartialEq)]
pub struct AdvisedSupport {
    /// Which.
    pub support: SupportKey,
    /// The examples that remain.
    pub examples: Vec<&'static Example>,
    /// The sentences that mention nothing excluded.
    pub how: Vec<&'static HowSentence>,
    /// Why it is here: for which concern, by which role.
    pub reasons: Vec<(ConcernKey, &'static Role)>,
    /// What studies found, for each asked concern, with the condition that leads, if named.
    pub evidence: Vec<(&'static Evidence, Option<&'static ConditionEvidence>)>,
    /// All cautions that still concern what remains.
    pub cautions: Vec<&'static Caution>,
}

/// Something left out for this person.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// The support.
    pub support: SupportKey,
    /// Just these of its examples; empty means the whole support.
    pub examples: Vec<&'static str>,
    /// Why, for people: "vegan: animal", "pregnant".
    pub because: String,
    /// What serves the same mechanism instead, for people.
    pub instead: Option<String>,
}
