//! The answer of `gutskin plan`: weeks with things to tick off, and the reasons.

mod answer;
mod calendar;
mod document;
pub mod json;
mod records;
#[cfg(test)]
mod tests;
mod words;

use serde::{Serialize, Serializer};

pub use answer::PlanReport;

use crate::map::map;

use super::calendar::Calendar;
use super::document::Document;
use super::map::view as picture;
use super::picture::MapView;
use super::{Records, Report};

impl Serialize for PlanReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json::PlanOutput::new(self).serialize(serializer)
    }
}

impl Report for PlanReport<'_> {
    fn document(&self) -> Document<'_> {
        document::document(self)
    }

    fn records(&self) -> Records<'_> {
        records::records(self)
    }

    fn calendar(&self) -> Option<Calendar<'_>> {
        (!self.is_only_signs()).then(|| calendar::calendar(self))
    }

    fn map(&self) -> Option<MapView<'_>> {
        let (kb, planned) = (self.kb, &self.planned);
        (!self.is_only_signs()).then(|| picture(kb, planned, &map(kb, planned)))
    }
}
