//! What was left out, because of what, and what serves instead.

use crate::knowledge::model::{ConcernKey, Example, KnowledgeBase, Role, SupportKey, SwapItem};
use crate::knowledge::sets::Certainty;

use super::cause::Cause;
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
