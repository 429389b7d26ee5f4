//! What to say: the answers of every command, as the versioned JSON contract, as a document for
//! people, and as records for spreadsheets. Knows nothing of formats.

pub mod document;

use std::borrow::Cow;

use document::Document;
use serde::Serialize;

/// Counts up when a JSON field goes away or changes its meaning.
pub const SCHEMA_VERSION: u32 = 1;

/// An answer of a command: one content, three shapes. Its `Serialize` is the JSON contract.
pub trait Report: Serialize {
    /// For people: terminal, Markdown, plain, HTML.
    fn document(&self) -> Document<'_>;

    /// For spreadsheets: one record a row, ids first.
    fn records(&self) -> Records<'_>;
}

/// Rows for a spreadsheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Records<'a> {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<Cow<'a, str>>>,
}
