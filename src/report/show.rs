//! One thing in full, of any kind: its whole story for people, and
//! `{"schema_version": 1, "kind": "support", "support": { … }}` for programs.

mod concern;
mod example;
mod person;
mod small;
mod support;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::knowledge::find::Entry;
use crate::knowledge::model::KnowledgeBase;
use crate::words::capitalized;

use super::document::{Block, Document, Text};
use super::lists::{ConcernRecord, MechanismRecord, RedFlagRecord, SourceRecord};
use super::notice::{NOTICE, notice_block};
use super::{Records, Report, SCHEMA_VERSION};

pub use concern::ConditionRecord;
pub use example::{ExampleRecord, OwnerEntry};
pub use person::{DietRecord, PopulationCautionEntry, PopulationRecord, TagRecord};
pub use small::{AxisRecord, FactRecord};
pub use support::{FormEntry, RoleEntry, SentenceEntry, SupportRecord, SwapEntry};

/// What `gutskin show NAME -f json` writes: the kind, and under its name the thing itself.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "gutskin show")]
pub struct ShowOutput<'a> {
    /// Counts up when a field goes away or changes its meaning.
    pub schema_version: u32,
    /// Which of the fields below is there.
    pub kind: &'a str,
    /// The thing itself.
    #[serde(flatten)]
    pub shown: Shown<'a>,
    /// What this is not.
    pub notice: &'a str,
}

/// The thing itself, under the name of its kind.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shown<'a> {
    /// The gut–skin axis.
    Axis(AxisRecord<'a>),
    /// A concern.
    Concern(ConcernRecord<'a>),
    /// A condition inside a concern.
    Condition(ConditionRecord<'a>),
    /// A mechanism.
    Mechanism(MechanismRecord<'a>),
    /// A support.
    Support(Box<SupportRecord<'a>>),
    /// A form of one or more supports.
    Example(ExampleRecord<'a>),
    /// Something that examples contain.
    Tag(TagRecord<'a>),
    /// A way of eating.
    Diet(DietRecord<'a>),
    /// Whom cautions concern.
    Population(PopulationRecord<'a>),
    /// A sign that comes before any advice.
    RedFlag(RedFlagRecord<'a>),
    /// Where a statement comes from.
    Source(SourceRecord<'a>),
    /// Something that the article says.
    Fact(FactRecord<'a>),
}

impl Shown<'_> {
    fn new(kb: &'static KnowledgeBase, entry: Entry) -> Self {
        match entry {
            Entry::Axis => Self::Axis(AxisRecord::new(kb)),
            Entry::Concern(key) => Self::Concern(ConcernRecord::new(kb, &kb[key])),
            Entry::Condition(key) => Self::Condition(ConditionRecord::new(kb, key)),
            Entry::Mechanism(key) => Self::Mechanism(MechanismRecord::new(kb, key)),
            Entry::Support(key) => Self::Support(Box::new(SupportRecord::new(kb, key))),
            Entry::Example(name) => Self::Example(ExampleRecord::new(kb, name)),
            Entry::Tag(key) => Self::Tag(TagRecord::new(kb, key)),
            Entry::Diet(key) => Self::Diet(DietRecord::new(kb, key)),
            Entry::Population(key) => Self::Population(PopulationRecord::new(kb, key)),
            Entry::RedFlag(key) => Self::RedFlag(RedFlagRecord::new(kb, &kb[key])),
            Entry::Source(key) => Self::Source(SourceRecord::new(&kb[key])),
            Entry::Fact(key) => Self::Fact(FactRecord::new(kb, key)),
        }
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Axis(_) => "axis",
            Self::Concern(_) => "concern",
            Self::Condition(_) => "condition",
            Self::Mechanism(_) => "mechanism",
            Self::Support(_) => "support",
            Self::Example(_) => "example",
            Self::Tag(_) => "tag",
            Self::Diet(_) => "diet",
            Self::Population(_) => "population",
            Self::RedFlag(_) => "red_flag",
            Self::Source(_) => "source",
            Self::Fact(_) => "fact",
        }
    }
}

/// One thing in full.
#[derive(Debug, Clone, Copy)]
pub struct ShowReport {
    kb: &'static KnowledgeBase,
    entry: Entry,
}

impl ShowReport {
    /// What was found by its name.
    #[must_use]
    pub const fn new(kb: &'static KnowledgeBase, entry: Entry) -> Self {
        Self { kb, entry }
    }

    fn title_and_blocks(&self) -> (&'static str, Vec<Block<'static>>) {
        let kb = self.kb;
        match self.entry {
            Entry::Axis => (kb.axis.name, small::axis(kb)),
            Entry::Concern(key) => (kb[key].name, concern::concern(kb, key)),
            Entry::Condition(key) => (kb[key].name, concern::condition(kb, key)),
            Entry::Mechanism(key) => (kb[key].name, small::mechanism(kb, key)),
            Entry::Support(key) => (kb[key].name, support::support(kb, key)),
            Entry::Example(name) => (name, example::example(kb, name)),
            Entry::Tag(key) => (kb[key].id, person::tag(kb, key)),
            Entry::Diet(key) => (kb[key].name, person::diet(kb, key)),
            Entry::Population(key) => (kb[key].label, person::population(kb, key)),
            Entry::RedFlag(key) => (kb[key].name, small::red_flag(kb, key)),
            Entry::Source(key) => (kb[key].id, small::source(kb, key)),
            Entry::Fact(key) => (kb[key].id, small::fact(kb, key)),
        }
    }
}

impl Serialize for ShowReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = Shown::new(self.kb, self.entry);
        let kind = shown.kind();
        ShowOutput { schema_version: SCHEMA_VERSION, kind, shown, notice: NOTICE }.serialize(serializer)
    }
}

impl Report for ShowReport {
    fn document(&self) -> Document<'_> {
        let (title, own) = self.title_and_blocks();
        let heading = match self.entry {
            // An id is written as it is typed.
            Entry::Source(_) | Entry::Fact(_) => title.into(),
            _ => capitalized(title).into(),
        };
        let mut blocks = vec![Block::Heading(2, heading)];
        blocks.extend(own);
        blocks.push(notice_block(None));
        Document { title: title.into(), blocks }
    }

    /// A row for each piece of the story, with the heading it stands under.
    fn records(&self) -> Records<'_> {
        let (title, blocks) = self.title_and_blocks();
        let mut rows: Vec<[String; 2]> = Vec::new();
        let mut section = String::new();
        for block in blocks {
            let mut row = |section: &str, text: &Text<'_>| rows.push([section.to_owned(), text.words()]);
            match block {
                Block::Heading(_, text) => section = text.words(),
                Block::Paragraph(text) => row(&section, &text),
                Block::Bullets(items) | Block::Numbered(items) | Block::Tasks(items) => {
                    for item in &items {
                        row(&section, item);
                    }
                }
                Block::Facts(facts) => facts.iter().for_each(|(label, text)| row(label, text)),
                Block::Table(table) => {
                    let cells =
                        |row: &Vec<Text<'_>>| row.iter().map(Text::words).collect::<Vec<_>>().join(" | ");
                    table.rows.iter().for_each(|cell| row(&section, &cells(cell).into()));
                }
                Block::Callout(_, title, body) => row(&title.words(), &callout_words(&body)),
                Block::Picture(_) | Block::Verbatim { .. } => {}
            }
        }
        let row =
            |[section, text]: [String; 2]| vec![title.into(), section.into(), text.into(), NOTICE.into()];
        Records {
            columns: vec!["name", "section", "text", "notice"],
            rows: rows.into_iter().map(row).collect(),
        }
    }
}

fn callout_words(body: &[Block<'_>]) -> Text<'static> {
    let words = body
        .iter()
        .filter_map(|block| if let Block::Paragraph(text) = block { Some(text.words()) } else { None });
    words.collect::<Vec<_>>().join(" ").into()
}
