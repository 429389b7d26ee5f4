//! What serves the same mechanism instead, if it passes the person's own exclusions.

use crate::knowledge::model::{ConcernKey, Example, Role, SupportKey, Swap, SwapItem, SwapReason};

use super::advised::evidence_for;
use super::avoid::Avoid;
use super::cause::Cause;
use super::exclusions::{Exclusions, Fate, support_keys};
use super::ranking::reaches;

/// The swap for an example, or for a whole support. A swap of the example itself comes before one
/// of its support, and one for the very diet or person before one for a tag.
pub(super) fn instead(
    exclusions: &Exclusions<'_>,
    support: SupportKey,
    example: Option<&'static Example>,
    because: &[Cause],
    reasons: &[(ConcernKey, &Role)],
) -> Option<SwapItem> {
    let kb = exclusions.kb;
    let own = example.map(|example| SwapItem::Example(example.name));
    let whole = Some(SwapItem::Support(support));
    let mut candidates: Vec<_> = kb
        .swaps
        .iter()
        .filter(|swap| {
            swap.mechanism.is_none() || reasons.iter().any(|(_, role)| role.mechanism == swap.mechanism)
        })
        .filter_map(|swap| {
            let item = [own, whole].iter().position(|item| *item == Some(swap.instead_of))?;
            let fit = because.iter().filter_map(|cause| fit(exclusions, *cause, swap)).min()?;
            Some(((item, fit), swap))
        })
        .collect();
    candidates.sort_by_key(|(order, _)| *order);
    candidates
        .into_iter()
        .map(|(_, swap)| swap.with)
        .find(|with| Some(*with) != own && passes(exclusions, *with))
}

/// How well the swap's reason fits the cause: 0 the very reason, 1 a tag behind it, 2 no reason of
/// its own, as when a person just does not want something.
fn fit(exclusions: &Exclusions<'_>, cause: Cause, swap: &Swap) -> Option<u8> {
    let kb = exclusions.kb;
    match (cause, swap.because) {
        (Cause::Diet(diet, _), SwapReason::Diet(other)) => (diet == other).then_some(0),
        (Cause::Caution(who, _) | Cause::Health(who, _), SwapReason::Population(other)) => {
            (who == other).then_some(0)
        }
        (Cause::Avoided(Avoid::Tag(tag)), SwapReason::Tag(other)) => (tag == other).then_some(0),
        (Cause::Avoided(Avoid::Kind(kind)), SwapReason::Kind(other)) => (kind == other).then_some(0),
        // Each tag that speaks against an example is a cause of its own.
        (Cause::Diet(_, tag) | Cause::Health(_, tag), SwapReason::Tag(other)) => (tag == other).then_some(1),
        (Cause::Caution(who, _), SwapReason::Tag(other)) => kb[who].excludes.contains(&other).then_some(1),
        (Cause::Avoided(Avoid::Example(_) | Avoid::Support(_)), _) => Some(2),
        _ => None,
    }
}

/// Whether the swap is something that this person would be advised.
fn passes(exclusions: &Exclusions<'_>, with: SwapItem) -> bool {
    match with {
        SwapItem::Support(key) => stands(exclusions, key),
        SwapItem::Example(name) => {
            exclusions.admits_example(name)
                && support_keys(exclusions.kb).any(|key| {
                    exclusions.kb[key].examples.iter().any(|example| example.name == name)
                        && stands(exclusions, key)
                })
        }
    }
}

fn stands(exclusions: &Exclusions<'_>, key: SupportKey) -> bool {
    let (kb, query) = (exclusions.kb, exclusions.query);
    let sure_enough = |least| {
        let concerns = query.asked_concerns(kb);
        let evidence: Vec<_> =
            concerns.iter().map(|concern| evidence_for(&kb[key], *concern, &query.conditions)).collect();
        reaches(&evidence, least)
    };
    matches!(exclusions.fate(key), Fate::On { .. }) && query.min_certainty.is_none_or(sure_enough)
}
