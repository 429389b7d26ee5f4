//! The entries of a plan for a calendar.

use std::borrow::Cow;

use jiff::civil::Date;

/// A calendar of all-day entries.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar<'a> {
    /// What it is called.
    pub name: Cow<'a, str>,
    /// When it was made: the start of the plan, so that the same plan is the same file.
    pub stamp: Date,
    /// The entries.
    pub entries: Vec<Entry<'a>>,
}

/// An entry for a whole day.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// The same for the same week of the same question, so that a calendar replaces rather than
    /// doubles it.
    pub id: String,
    /// The day.
    pub day: Date,
    /// In a few words.
    pub summary: Cow<'a, str>,
    /// Line by line.
    pub lines: Vec<Cow<'a, str>>,
}
