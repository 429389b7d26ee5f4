//! What was understood of a free text, and what came from elsewhere than the command line.

use crate::knowledge::model::{ConcernKey, DietKey, KnowledgeBase, PopulationKey, RedFlagKey};
use crate::knowledge::sets::Urgency;

/// What a person said, as it was understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Heard {
    /// What they typed, word by word.
    pub text: Vec<String>,
    /// The words that led to a concern.
    pub concerns: Vec<(ConcernKey, String)>,
    /// The words that named what makes some items unsafe.
    pub health: Vec<(PopulationKey, String)>,
    /// The words that named a diet.
    pub diets: Vec<(DietKey, String)>,
    /// The signs that come before any advice.
    pub red_flags: Vec<RedFlagKey>,
    /// The words that raised a red flag.
    pub signs: Vec<(RedFlagKey, String)>,
    /// Defaults in effect and where they come from, such as "diet vegan, from your profile".
    pub defaults: Vec<String>,
}

impl Heard {
    /// Whether a sign calls for help now, and so for no advice.
    #[must_use]
    pub fn is_emergency(&self, kb: &KnowledgeBase) -> bool {
        self.red_flags.iter().any(|flag| kb[*flag].urgency == Urgency::Emergency)
    }

    /// The red flags that are said to people, soonest first: beside an emergency nothing that can wait.
    pub(super) fn alerts(&self, kb: &KnowledgeBase) -> Vec<RedFlagKey> {
        let mut flags = self.red_flags(kb);
        if self.is_emergency(kb) {
            flags.retain(|flag| kb[*flag].urgency == Urgency::Emergency);
        }
        flags
    }

    /// The words that raised a red flag: "lips are swelling, throat is closing".
    pub(super) fn words_of(&self, flag: RedFlagKey) -> String {
        let words = self.signs.iter().filter(|(key, _)| *key == flag).map(|(_, words)| words.as_str());
        words.collect::<Vec<_>>().join(", ")
    }

    /// The red flags, each once, soonest first.
    pub(super) fn red_flags(&self, kb: &KnowledgeBase) -> Vec<RedFlagKey> {
        let mut flags = self.red_flags.clone();
        flags.sort_unstable_by_key(|flag| (kb[*flag].urgency, *flag));
        flags.dedup();
        flags
    }
}
