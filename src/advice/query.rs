//! What a person asked for.

use crate::knowledge::model::{
    ConcernKey, ConditionKey, DietKey, EVERYONE, KnowledgeBase, MechanismKey, PopulationKey,
};
use crate::knowledge::sets::{Certainty, SupportKind};

use super::avoid::Avoid;

/// What a person asked for, every name resolved.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// The concerns. Empty means all (for `supports`).
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

impl Query {
    /// The same question in one spelling: every list in the order of the content, without doubles,
    /// and with the conditions that a `--health` value names too.
    #[must_use]
    pub fn normalized(mut self, kb: &KnowledgeBase) -> Self {
        for (condition, place) in kb.conditions.iter().zip(0..) {
            if self.health.iter().any(|population| kb[*population].id == condition.id) {
                self.conditions.push(ConditionKey(place));
            }
        }
        in_order(&mut self.concerns);
        in_order(&mut self.conditions);
        in_order(&mut self.kinds);
        in_order(&mut self.mechanisms);
        in_order(&mut self.diets);
        in_order(&mut self.avoid);
        in_order(&mut self.health);
        self
    }

    /// The asked concerns; all of them where none was asked.
    #[must_use]
    pub fn asked_concerns(&self, kb: &KnowledgeBase) -> Vec<ConcernKey> {
        if self.concerns.is_empty() {
            kb.concerns.iter().zip(0..).map(|(_, place)| ConcernKey(place)).collect()
        } else {
            self.concerns.clone()
        }
    }

    /// Whom among the populations this person belongs to: everyone, what `--health` says, the diet
    /// that is a population too (`vegan` is `vegan-diet`), and a named condition (`rosacea`).
    #[must_use]
    pub fn people(&self, kb: &KnowledgeBase) -> Vec<PopulationKey> {
        let mut people = Vec::with_capacity(1 + self.health.len());
        for (population, place) in kb.populations.iter().zip(0..) {
            let key = PopulationKey(place);
            let named = || self.conditions.iter().any(|condition| kb[*condition].id == population.id);
            let eats = || {
                let diet = population.id.strip_suffix("-diet");
                diet.is_some_and(|diet| self.diets.iter().any(|key| kb[*key].id == diet))
            };
            if population.id == EVERYONE || self.health.contains(&key) || named() || eats() {
                people.push(key);
            }
        }
        people
    }
}

fn in_order<T: Ord>(list: &mut Vec<T>) {
    list.sort_unstable();
    list.dedup();
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{asked, shipped};
    use super::{ConditionKey, Query};

    #[test]
    fn a_person_is_of_everyone_and_of_whom_they_named_in_any_way() {
        let kb = shipped();
        let people = |query: &Query| {
            let keys = query.people(kb).into_iter();
            keys.map(|key| kb[key].id).collect::<Vec<_>>()
        };
        assert_eq!(people(&Query::default()), ["everyone"]);
        assert_eq!(people(&asked(&[], &["vegan"], &[], &[])), ["everyone", "vegan-diet"]);
        assert_eq!(people(&asked(&[], &["dairy-free"], &["pregnancy"], &[])), ["everyone", "pregnancy"]);
        let named = kb.conditions.iter().zip(0..).find(|(condition, _)| condition.id == "rosacea");
        let named = named.map(|(_, place)| ConditionKey(place));
        let query = Query { conditions: named.into_iter().collect(), ..Query::default() };
        assert_eq!(people(&query), ["everyone", "rosacea"]);
    }
}
