//! Why something is left out.

use crate::knowledge::model::{DietKey, KnowledgeBase, PopulationKey, TagKey};
use crate::knowledge::sets::Certainty;
use crate::words::uncapitalized;

use super::avoid::Avoid;

/// Why something is left out; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A caution says that this person should avoid it, in these words.
    Caution(PopulationKey, &'static str),
    /// This person leaves out what carries the tag.
    Health(PopulationKey, TagKey),
    /// The diet leaves out what carries the tag.
    Diet(DietKey, TagKey),
    /// The person said so.
    Avoided(Avoid),
    /// It neither helps nor is mixed at this certainty or better.
    Below(Certainty),
}

impl Cause {
    /// In a few words.
    #[must_use]
    pub fn words(self, kb: &KnowledgeBase) -> String {
        match self {
            Self::Caution(who, _) => uncapitalized(kb[who].label),
            Self::Health(who, tag) => format!("{} ({})", uncapitalized(kb[who].label), kb[tag].id),
            Self::Diet(diet, tag) => format!("{} ({})", kb[diet].id, kb[tag].id),
            Self::Avoided(avoid) => format!("you avoid {}", avoid.word(kb)),
            Self::Below(least) => format!("nothing that helps at {} certainty or better", spaced(least)),
        }
    }

    /// Whether both say the same to a reader: the same person, diet or wish.
    pub(super) fn is_same_ground(self, other: Self) -> bool {
        match (self, other) {
            (Self::Caution(one, _) | Self::Health(one, _), Self::Caution(two, _) | Self::Health(two, _)) => {
                one == two
            }
            (Self::Diet(one, _), Self::Diet(two, _)) => one == two,
            _ => self == other,
        }
    }
}

fn spaced(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::VeryLow => "very low",
        other => other.name(),
    }
}
