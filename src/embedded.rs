//! The shipped content, checked and compiled in by `build.rs`.

#[cfg(test)]
mod source_code;

use crate::knowledge::model::{
    Axis, Caution, Concern, ConcernKey, Condition, ConditionEvidence, ConditionKey, Context, Diet, DietKey,
    Evidence, Example, Fact, FactKey, Forms, HowSentence, KnowledgeBase, Link, Mechanism, MechanismFinding,
    MechanismKey, Mention, Negation, Phrases, Population, PopulationKey, Rating, RedFlag, RedFlagKey, Role,
    Source, SourceKey, Support, SupportKey, Swap, SwapItem, SwapReason, Tag, TagKey, Target, Vocabulary,
    WordClass,
};
use crate::knowledge::sets::{
    Basis, Certainty, Direction, Severity, SourceKind, Stance, SupportAction, SupportKind, Urgency,
};
use crate::recognition::index::{Entry, Index, Lexeme, Meaning, Name, Need, Neighbor, Pattern};

/// Everything that `content/` says.
pub static KNOWLEDGE: KnowledgeBase = include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

/// What recognition looks things up in.
#[allow(clippy::unreadable_literal, reason = "numbers for the machine")]
pub static INDEX: Index = include!(concat!(env!("OUT_DIR"), "/index.rs"));

/// The files of `content/` by name, for layers over them.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));
