//! The shipped content, checked and compiled in by `build.rs`.

#[cfg(test)]
mod source_code;

use crate::knowledge::model::{
    Axis, Caution, Concern, ConcernKey, Condition, ConditionEvidence, ConditionKey, Diet, DietKey, Evidence,
    Example, Fact, FactKey, HowSentence, KnowledgeBase, Link, Mechanism, MechanismFinding, MechanismKey,
    Mention, Population, PopulationKey, Rating, RedFlag, Role, Source, SourceKey, Support, SupportKey, Swap,
    SwapItem, SwapReason, Tag, TagKey, Vocabulary,
};
use crate::knowledge::sets::{
    Basis, Certainty, Direction, Severity, SourceKind, Stance, SupportAction, SupportKind, Urgency,
};

/// Everything that `content/` says.
pub static KNOWLEDGE: KnowledgeBase = include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

/// The files of `content/` by name, for layers over them.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));
