//! A support with all that must stand beside it.

use crate::knowledge::model::{
    Caution, ConcernKey, ConditionEvidence, ConditionKey, Example, HowSentence, Rating, Role, Support,
    SupportKey,
};
use crate::knowledge::sets::{Certainty, Direction};

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
    /// What studies found: a record for each asked concern.
    pub evidence: Vec<AdvisedEvidence>,
    /// Who should be careful. All of them, also those that name an example that is gone: the words
    /// of a caution often reach further than its examples.
    pub cautions: Vec<&'static Caution>,
}

/// What studies found about a support for one asked concern.
#[derive(Debug, Clone, PartialEq)]
pub struct AdvisedEvidence {
    /// Which concern.
    pub concern: ConcernKey,
    /// The headline.
    pub rating: &'static Rating,
    /// The finer records; those of conditions that the person named come first.
    pub conditions: Vec<&'static ConditionEvidence>,
    /// How many of them the person named.
    pub named: usize,
}

impl AdvisedEvidence {
    /// What counts for this person: the records of the conditions they named, else the headline.
    pub fn leading(&self) -> impl Iterator<Item = (Option<ConditionKey>, &'static Rating)> + '_ {
        let named =
            self.conditions[..self.named].iter().map(|record| (Some(record.condition), &record.rating));
        let headline = (self.named == 0).then_some((None, self.rating));
        named.chain(headline)
    }
}

/// What stands where content has no record for a concern.
static NOTHING_ON_RECORD: Rating = Rating {
    direction: Direction::Unknown,
    certainty: Certainty::VeryLow,
    finding: "Nothing is on record.",
    sources: &[],
};

/// The evidence for one concern, with the named conditions first.
pub(super) fn evidence_for(
    support: &'static Support,
    concern: ConcernKey,
    named: &[ConditionKey],
) -> AdvisedEvidence {
    let Some(record) = support.evidence.iter().find(|record| record.concern == concern) else {
        return AdvisedEvidence { concern, rating: &NOTHING_ON_RECORD, conditions: Vec::new(), named: 0 };
    };
    let (mut conditions, others): (Vec<_>, Vec<_>) =
        record.conditions.iter().partition(|finer| named.contains(&finer.condition));
    let named = conditions.len();
    conditions.extend(others);
    AdvisedEvidence { concern, rating: &record.rating, conditions, named }
}
