//! What to say: the answers of every command, as the versioned JSON contract, as a document for
//! people, and as records for spreadsheets. Knows nothing of formats.

pub mod advise;
pub mod calendar;
pub mod contract;
pub mod document;
pub mod evidence;
pub mod heard;
pub mod lists;
pub mod map;
pub mod notice;
pub mod picture;
pub mod plan;
pub mod profile;
pub mod schema;
pub mod show;

use std::borrow::Cow;

use calendar::Calendar;
use document::Document;
use picture::MapView;
use serde::Serialize;

/// Counts up when a JSON field goes away or changes its meaning.
pub const SCHEMA_VERSION: u32 = 1;

/// How much of the reasons to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Detail {
    /// The reasons, how in full, and all cautions.
    pub why: bool,
    /// The sources, with links.
    pub cite: bool,
}

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
