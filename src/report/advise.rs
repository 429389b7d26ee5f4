//! The answer of `gutskin advise`.

mod cautions;
pub(in crate::report) mod citations;
mod document;
pub(in crate::report) mod how;
pub mod json;
mod left_out;
mod records;
mod supports;
#[cfg(test)]
mod tests;
mod why;

use serde::{Serialize, Serializer};

use crate::advice::Advice;
use crate::knowledge::model::{KnowledgeBase, MechanismKey};

use super::document::Document;
use super::heard::Heard;
use super::{Detail, Records, Report};

/// What to say to a person who asked for advice.
#[derive(Debug, Clone, Copy)]
pub struct AdviseReport<'a> {
    kb: &'static KnowledgeBase,
    advice: &'a Advice,
    heard: &'a Heard,
    detail: Detail,
}

impl<'a> AdviseReport<'a> {
    /// The answer to what was heard.
    #[must_use]
    pub const fn new(
        kb: &'static KnowledgeBase,
        advice: &'a Advice,
        heard: &'a Heard,
        detail: Detail,
    ) -> Self {
        Self { kb, advice, heard, detail }
    }

    /// Whether a sign calls for help now: then nothing else is said.
    #[must_use]
    pub fn is_emergency(&self) -> bool {
        self.heard.is_emergency(self.kb)
    }

    /// The mechanisms behind the asked concerns, in the article's order: the numbers of "Why".
    fn mechanisms(&self) -> Vec<MechanismKey> {
        let links = self.advice.concerns.iter().flat_map(|concern| self.kb[*concern].links);
        let mut mechanisms: Vec<_> = links.map(|link| link.mechanism).collect();
        mechanisms.sort_unstable();
        mechanisms.dedup();
        mechanisms
    }
}

impl Serialize for AdviseReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json::AdviseOutput::new(self).serialize(serializer)
    }
}

impl Report for AdviseReport<'_> {
    fn document(&self) -> Document<'_> {
        document::document(self)
    }

    fn records(&self) -> Records<'_> {
        records::records(self)
    }
}
