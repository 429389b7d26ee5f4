//! What was understood of a text.

use std::cmp::Reverse;

use serde::Serialize;

use crate::knowledge::model::{
    ConcernKey, ConditionKey, DietKey, KnowledgeBase, PopulationKey, RedFlagKey, Target,
};

/// What was understood of a text.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Recognition {
    /// The phrases, in the order of the text.
    pub matches: Vec<Match>,
    /// The concerns that are not negated, in the order of the content; a condition counts as its
    /// concern.
    pub concerns: Vec<ConcernKey>,
    /// The conditions that are not negated.
    pub conditions: Vec<ConditionKey>,
    /// The red flags, the soonest first.
    pub red_flags: Vec<RedFlagKey>,
    /// The populations that are not negated.
    pub populations: Vec<PopulationKey>,
    /// The diets that are not negated.
    pub diets: Vec<DietKey>,
}

/// A phrase that speaks of something.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Match {
    /// What it speaks of.
    pub target: Target,
    /// Byte offset of its first character.
    pub start: usize,
    /// Byte offset after its last character.
    pub end: usize,
    /// Whether the text says that it is not so.
    pub negated: bool,
    /// Its first misspelled word.
    pub corrected: Option<Correction>,
}

impl Match {
    /// The phrase as it was typed in `text`.
    #[must_use]
    pub fn phrase<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A misspelled word and the word it was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Correction {
    /// Byte offset of its first character.
    pub start: usize,
    /// Byte offset after its last character.
    pub end: usize,
    /// What it was taken for.
    pub to: &'static str,
}

impl Recognition {
    pub(crate) fn clear(&mut self) {
        self.matches.clear();
        self.concerns.clear();
        self.conditions.clear();
        self.red_flags.clear();
        self.populations.clear();
        self.diets.clear();
    }

    /// Lists what the matches that are not negated speak of, each once.
    pub(crate) fn sum_up(&mut self, kb: &KnowledgeBase, reached: &mut Vec<Reach>) {
        self.matches.sort_by_key(|found| (found.start, Reverse(found.end), found.target));
        drop_parts(&mut self.matches, reached);
        for found in self.matches.iter().filter(|found| !found.negated) {
            match found.target {
                Target::Concern(key) => self.concerns.push(key),
                Target::Condition(key) => {
                    self.conditions.push(key);
                    self.concerns.push(kb[key].concern);
                }
                Target::RedFlag(key) => self.red_flags.push(key),
                Target::Population(key) => self.populations.push(key),
                Target::Diet(key) => self.diets.push(key),
            }
        }
        sort_once(&mut self.concerns, |key| key);
        sort_once(&mut self.conditions, |key| key);
        sort_once(&mut self.red_flags, |key| (kb[key].urgency, key));
        sort_once(&mut self.populations, |key| key);
        sort_once(&mut self.diets, |key| key);
    }
}

/// How far the phrases so far reach that say the same, and those of them that are negated.
pub(crate) type Reach = (Target, [usize; 2]);

/// Leaves out what stands within a longer phrase that says the same: "pregnant" of "I am pregnant".
/// The matches are in order, of two that start together the longer first.
fn drop_parts(matches: &mut Vec<Match>, reached: &mut Vec<Reach>) {
    drop_taken_back(matches);
    reached.clear();
    matches.retain(|found| {
        let known = reached.iter().position(|(target, _)| *target == found.target);
        let at = known.unwrap_or_else(|| {
            reached.push((found.target, [0; 2]));
            reached.len() - 1
        });
        let [plain, negated] = &mut reached[at].1;
        // A denial about somebody has the last word; one about a sign does not silence it.
        let outweighs = found.negated || is_of_somebody(found.target);
        let is_part = found.end <= *plain || outweighs && found.end <= *negated;
        let end = if found.negated { negated } else { plain };
        *end = found.end.max(*end);
        !is_part
    });
}

/// Leaves out a denial that begins as what it denies: "allergies: nuts, but not peanuts" is of nuts.
fn drop_taken_back(matches: &mut Vec<Match>) {
    let place = |found: &Match| (found.start, found.target);
    let said = |found: &&Match| !found.negated && is_of_somebody(found.target);
    let mut held: Vec<_> = matches.iter().filter(said).map(place).collect();
    held.sort_unstable();
    matches.retain(|found| !found.negated || held.binary_search(&place(found)).is_err());
}

fn is_of_somebody(target: Target) -> bool {
    matches!(target, Target::Population(_) | Target::Diet(_))
}

fn sort_once<K: Copy + PartialEq, O: Ord>(keys: &mut Vec<K>, order: impl Fn(K) -> O) {
    keys.sort_by_key(|key| order(*key));
    keys.dedup();
}
