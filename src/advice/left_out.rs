//! What was left out, because of what, and what serves instead.

use crate::knowledge::model::{
    ConcernKey, DietKey, Example, KnowledgeBase, PopulationKey, Role, SupportKey, SwapItem, TagKey,
};
use crate::knowledge::sets::Certainty;
use crate::words::uncapitalized;

use super::avoid::Avoid;
use super::exclusions::Exclusions;
use super::swaps::instead;

/// Something left out for this person.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// The support.
    pub support: SupportKey,
    /// Just these of its examples; empty means the whole support.
    pub examples: Vec<&'static str>,
    /// Why; at least one.
    pub because: Vec<Cause>,
    /// What serves the same mechanism instead.
    pub instead: Option<SwapItem>,
}

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

impl LeftOut {
    /// Why, in a few words: "vegan: animal", "pregnant".
    #[must_use]
    pub fn because_words(&self, kb: &KnowledgeBase) -> String {
        let words: Vec<_> = self.because.iter().map(|cause| cause.words(kb)).collect();
        words.join("; ")
    }

    /// Whether evidence alone speaks against it.
    #[must_use]
    pub fn is_below_certainty(&self) -> bool {
        matches!(self.because[..], [Cause::Below(_)])
    }
}

impl Cause {
    /// In a few words.
    #[must_use]
    pub fn words(self, kb: &KnowledgeBase) -> String {
        match self {
            Self::Caution(who, _) => uncapitalized(kb[who].label),
            Self::Health(who, tag) => format!("{}: {}", uncapitalized(kb[who].label), kb[tag].id),
            Self::Diet(diet, tag) => format!("{}: {}", kb[diet].id, kb[tag].id),
            Self::Avoided(avoid) => format!("you avoid {}", avoid.word(kb)),
            Self::Below(least) => format!("nothing that helps at {} certainty or better", spaced(least)),
        }
    }

    /// Whether both say the same to a reader: the same person, diet or wish.
    fn is_same_ground(self, other: Self) -> bool {
        match (self, other) {
            (Self::Caution(one, _) | Self::Health(one, _), Self::Caution(two, _) | Self::Health(two, _)) => {
                one == two
            }
            (Self::Diet(one, _), Self::Diet(two, _)) => one == two,
            _ => self == other,
        }
    }
}

/// The whole support, with a swap.
pub(super) fn whole(
    exclusions: &Exclusions<'_>,
    support: SupportKey,
    because: Vec<Cause>,
    reasons: &[(ConcernKey, &Role)],
) -> LeftOut {
    let instead = instead(exclusions, support, None, &because, reasons);
    LeftOut { support, examples: Vec::new(), because: grounds(because), instead }
}

/// The gravest first, and one word a person, diet or wish: yogurt holds dairy and lactose, and
/// comes from an animal.
fn grounds(mut causes: Vec<Cause>) -> Vec<Cause> {
    causes.sort_unstable();
    let mut grounds: Vec<Cause> = Vec::with_capacity(causes.len());
    for cause in causes {
        if !grounds.iter().any(|known| known.is_same_ground(cause)) {
            grounds.push(cause);
        }
    }
    grounds
}

/// The whole support, for want of evidence.
pub(super) fn below(support: SupportKey, least: Certainty) -> LeftOut {
    LeftOut { support, examples: Vec::new(), because: vec![Cause::Below(least)], instead: None }
}

/// Some examples: those with the same causes and the same swap share a row.
pub(super) fn examples(
    exclusions: &Exclusions<'_>,
    support: SupportKey,
    gone: Vec<(&'static Example, Vec<Cause>)>,
    reasons: &[(ConcernKey, &Role)],
) -> Vec<LeftOut> {
    let mut rows: Vec<LeftOut> = Vec::new();
    for (example, because) in gone {
        let instead = instead(exclusions, support, Some(example), &because, reasons);
        let because = grounds(because);
        match rows.iter_mut().find(|row| row.because == because && row.instead == instead) {
            Some(row) => row.examples.push(example.name),
            None => rows.push(LeftOut { support, examples: vec![example.name], because, instead }),
        }
    }
    rows
}

fn spaced(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::VeryLow => "very low",
        other => other.name(),
    }
}
