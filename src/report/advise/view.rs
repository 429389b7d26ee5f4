//! What an answer is made from.

use crate::advice::Advice;
use crate::knowledge::model::{KnowledgeBase, MechanismKey};
use crate::report::Detail;
use crate::report::heard::Heard;

/// The advice, what was heard, and how much of the reasons to say.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) kb: &'static KnowledgeBase,
    pub(super) advice: &'a Advice,
    pub(super) heard: &'a Heard,
    pub(super) detail: Detail,
}

impl View<'_> {
    /// Whether a sign calls for help now: then nothing else is said.
    pub(super) fn is_emergency(&self) -> bool {
        self.heard.is_emergency(self.kb)
    }

    /// The mechanisms behind the asked concerns, in the article's order: the numbers of "Why".
    pub(super) fn mechanisms(&self) -> Vec<MechanismKey> {
        let links = self.advice.concerns.iter().flat_map(|concern| self.kb[*concern].links);
        let mut mechanisms: Vec<_> = links.map(|link| link.mechanism).collect();
        mechanisms.sort_unstable();
        mechanisms.dedup();
        mechanisms
    }
}
