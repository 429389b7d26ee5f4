//! The answer of `gutskin advise`.

pub(in crate::report) mod cautions;
pub(in crate::report) mod choices;
pub(in crate::report) mod citations;
pub(in crate::report) mod document;
pub(in crate::report) mod how;
pub mod json;
pub(in crate::report) mod left_out;
pub(in crate::report) mod records;
pub(in crate::report) mod supports;
#[cfg(test)]
mod tests;
pub(in crate::report) mod understood;
mod view;
pub(in crate::report) mod why;

use serde::{Serialize, Serializer};

use crate::advice::Advice;
use crate::knowledge::model::KnowledgeBase;
use crate::map::map;

use super::document::Document;
use super::heard::Heard;
use super::map::view as picture;
use super::picture::MapView;
use super::{Detail, Records, Report};
use view::View;

/// What to say to a person who asked for advice.
#[derive(Debug, Clone, Copy)]
pub struct AdviseReport<'a>(View<'a>);

impl<'a> AdviseReport<'a> {
    /// The answer to what was heard.
    #[must_use]
    pub const fn new(
        kb: &'static KnowledgeBase,
        advice: &'a Advice,
        heard: &'a Heard,
        detail: Detail,
    ) -> Self {
        Self(View { kb, advice, heard, detail })
    }

    /// Whether a sign calls for help now: then nothing else is said.
    #[must_use]
    pub fn is_emergency(&self) -> bool {
        self.0.is_emergency()
    }
}

impl Serialize for AdviseReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json::AdviseOutput::new(&self.0).serialize(serializer)
    }
}

impl Report for AdviseReport<'_> {
    fn document(&self) -> Document<'_> {
        document::document(&self.0)
    }

    fn records(&self) -> Records<'_> {
        records::records(&self.0)
    }

    fn map(&self) -> Option<MapView<'_>> {
        let View { kb, advice, .. } = self.0;
        (!self.is_emergency()).then(|| picture(kb, advice, &map(kb, advice)))
    }
}
