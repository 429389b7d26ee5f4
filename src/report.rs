//! What to say: the answers of every command, as the versioned JSON contract, as a document for
//! people, and as records for spreadsheets. Knows nothing of formats.

pub mod calendar;
pub mod document;
pub mod map;

use std::borrow::Cow;

use calendar::Calendar;
use document::Document;
use map::MapView;
use serde::Serialize;

/// Counts up when a JSON field goes away or changes its meaning.
pub const SCHEMA_VERSION: u32 = 1;

/// An answer of a command: one content, three shapes. Its `Serialize` is the JSON contract.
pub trait Report: Serialize {
    /// For people: terminal, Markdown, plain, HTML.
    fn document(&self) -> Document<'_>;

    /// For spreadsheets: one record a row, ids first.
    fn records(&self) -> Records<'_>;

    /// For calendars, where the answer has dates.
    fn calendar(&self) -> Option<Calendar<'_>> {
        None
    }

    /// The picture, where the answer has one.
    fn map(&self) -> Option<MapView<'_>> {
        None
    }
}

/// Rows for a spreadsheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Records<'a> {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<Cow<'a, str>>>,
}
