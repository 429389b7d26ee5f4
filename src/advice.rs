//! Which supports serve the asked concerns, for this person, in which order, and what was left
//! out and why. A pure function of what is known and what was asked.
//!
//! [`advise`] filters, ranks and looks for swaps; [`resolve_avoid`] turns what a person types
//! after `--avoid` into something that can be left out.

mod advised;
mod avoid;
mod cause;
mod exclusions;
#[cfg(test)]
pub(crate) mod fixture;
mod left_out;
#[cfg(test)]
pub(crate) mod properties;
mod query;
mod ranking;
mod swaps;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::knowledge::model::{ConcernKey, KnowledgeBase, MechanismKey, Role, Support, SupportKey};
use crate::knowledge::sets::SupportKind;

pub use advised::{AdvisedEvidence, AdvisedSupport};
pub use avoid::{Avoid, avoidable_words, resolve_avoid};
pub use cause::Cause;
pub use left_out::LeftOut;
pub use query::Query;

use advised::evidence_for;
use exclusions::{Exclusions, Fate, support_keys};
use ranking::Rank;
pub(crate) use ranking::best;

/// What `advise` answers; a support never stands here without its evidence and its cautions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Advice {
    /// What it answers: the query with every list sorted, so that word order changes nothing.
    pub query: Query,
    /// The concerns it is for: the asked ones, or all.
    pub concerns: Vec<ConcernKey>,
    /// The supports, grouped by kind, best first.
    pub supports: Vec<AdvisedSupport>,
    /// How many more of a kind there are, beyond the limit.
    pub beyond_limit: Vec<(SupportKind, usize)>,
    /// What was left out and why, in the article's order.
    pub left_out: Vec<LeftOut>,
    /// Mechanisms behind the concerns that were left without any support.
    pub uncovered: Vec<MechanismKey>,
}

impl Advice {
    /// The support that ranks first, whatever its kind.
    #[must_use]
    pub fn foremost(&self) -> Option<SupportKey> {
        self.supports.iter().min_by_key(|advised| Rank::of(advised)).map(|advised| advised.support)
    }
}

/// Chooses, for this person, what serves the asked concerns.
#[must_use]
pub fn advise(kb: &'static KnowledgeBase, query: &Query) -> Advice {
    let query = query.clone().normalized(kb);
    let concerns = query.asked_concerns(kb);
    let exclusions = Exclusions::new(kb, &query);
    let mut supports = Vec::with_capacity(kb.supports.len());
    let mut left_out = Vec::new();
    for key in support_keys(kb) {
        let reasons = reasons_for(&kb[key], &concerns);
        if serves(&kb[key], &reasons, &query) {
            match consider(&exclusions, key, reasons, &concerns) {
                Ok((support, mut gone)) => {
                    supports.push(support);
                    left_out.append(&mut gone);
                }
                Err(whole) => left_out.push(whole),
            }
        }
    }
    supports.sort_by_cached_key(|advised| (kb[advised.support].kind, Rank::of(advised)));
    let uncovered = uncovered(kb, &query, &concerns, &supports);
    let beyond_limit = cut(kb, query.limit, &mut supports, &mut left_out);
    Advice { query, concerns, supports, beyond_limit, left_out, uncovered }
}

/// For each asked concern, the roles that name it.
fn reasons_for(support: &'static Support, concerns: &[ConcernKey]) -> Vec<(ConcernKey, &'static Role)> {
    let mut reasons = Vec::new();
    for concern in concerns {
        reasons.extend(
            support.roles.iter().filter(|role| role.concerns.contains(concern)).map(|role| (*concern, role)),
        );
    }
    reasons
}

/// Whether the support answers the question at all, before anything is left out.
fn serves(support: &Support, reasons: &[(ConcernKey, &Role)], query: &Query) -> bool {
    !reasons.is_empty()
        && (query.kinds.is_empty() || query.kinds.contains(&support.kind))
        && (query.mechanisms.is_empty()
            || reasons
                .iter()
                .any(|(_, role)| role.mechanism.is_some_and(|through| query.mechanisms.contains(&through))))
}

/// A support and what of it is left out, or why it is left out as a whole.
fn consider(
    exclusions: &Exclusions<'_>,
    key: SupportKey,
    reasons: Vec<(ConcernKey, &'static Role)>,
    concerns: &[ConcernKey],
) -> Result<(AdvisedSupport, Vec<LeftOut>), LeftOut> {
    let support = &exclusions.kb[key];
    let (examples, gone) = match exclusions.fate(key) {
        Fate::Off(causes) => return Err(left_out::whole(exclusions, key, causes, &reasons)),
        Fate::On { examples, gone } => (examples, gone),
    };
    let conditions = &exclusions.query.conditions;
    let evidence: Vec<_> =
        concerns.iter().map(|concern| evidence_for(support, *concern, conditions)).collect();
    if let Some(least) = exclusions.query.min_certainty
        && !ranking::reaches(&evidence, least)
    {
        return Err(left_out::below(key, least));
    }
    let gone = left_out::examples(exclusions, key, gone, &reasons);
    let how = support.how.iter().filter(|sentence| exclusions.admits_sentence(sentence)).collect();
    let cautions = support.cautions.iter().collect();
    Ok((AdvisedSupport { support: key, examples, how, reasons, evidence, cautions }, gone))
}

/// The mechanisms behind the concerns that none of the supports works through.
fn uncovered(
    kb: &KnowledgeBase,
    query: &Query,
    concerns: &[ConcernKey],
    supports: &[AdvisedSupport],
) -> Vec<MechanismKey> {
    let mut behind: BTreeSet<_> =
        concerns.iter().flat_map(|concern| kb[*concern].links).map(|link| link.mechanism).collect();
    if !query.mechanisms.is_empty() {
        behind.retain(|mechanism| query.mechanisms.contains(mechanism));
    }
    for support in supports {
        for (_, role) in &support.reasons {
            if let Some(mechanism) = role.mechanism {
                behind.remove(&mechanism);
            }
        }
    }
    behind.into_iter().collect()
}

/// Keeps the first of each kind and counts the others. What is beyond the limit is not left out
/// for a reason, and what was left out of it does not matter either.
fn cut(
    kb: &KnowledgeBase,
    limit: Option<usize>,
    supports: &mut Vec<AdvisedSupport>,
    left_out: &mut Vec<LeftOut>,
) -> Vec<(SupportKind, usize)> {
    let Some(limit) = limit else { return Vec::new() };
    let mut listed = [0; SupportKind::ALL.len()];
    let mut gone = Vec::new();
    supports.retain(|advised| {
        let place = &mut listed[kb[advised.support].kind as usize];
        *place += 1;
        if *place > limit {
            gone.push(advised.support);
        }
        *place <= limit
    });
    left_out.retain(|row| !gone.contains(&row.support));
    let more = listed.map(|count: usize| count.saturating_sub(limit));
    SupportKind::ALL.iter().copied().zip(more).filter(|(_, more)| *more > 0).collect()
}
