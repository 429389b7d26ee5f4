//! The concerns.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::knowledge::model::{Concern, KnowledgeBase};
use crate::report::advise::json::LinkEntry;
use crate::report::contract::fact_ids;
use crate::report::document::{Block, Column, ColumnWidth, Document, Role, Table, Text};
use crate::report::{Records, Report, SCHEMA_VERSION};

/// What `gutskin concerns -f json` writes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "gutskin concerns")]
pub struct ConcernsOutput<'a> {
    /// Counts up when a field goes away or changes its meaning.
    pub schema_version: u32,
    /// In the article's order.
    pub concerns: Vec<ConcernRecord<'a>>,
}

/// A concern in full.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConcernRecord<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// What it is and what the article links it to.
    pub summary: &'a str,
    /// Ids of the article's facts.
    pub article: Vec<&'a str>,
    /// Everyday words for it.
    pub aliases: Vec<&'a str>,
    /// What stands behind it.
    pub mechanisms: Vec<LinkEntry<'a>>,
    /// Ids of the conditions it covers.
    pub conditions: Vec<&'a str>,
}

impl<'a> ConcernRecord<'a> {
    pub(in crate::report) fn new(kb: &'a KnowledgeBase, concern: &'a Concern) -> Self {
        let covers = kb.conditions.iter().filter(|condition| kb[condition.concern].id == concern.id);
        Self {
            id: concern.id,
            name: concern.name,
            summary: concern.summary,
            article: fact_ids(kb, concern.article),
            aliases: concern.aliases.to_vec(),
            mechanisms: concern.links.iter().map(|link| LinkEntry::new(kb, link)).collect(),
            conditions: covers.map(|condition| condition.id).collect(),
        }
    }
}

/// The list of concerns.
#[derive(Debug, Clone, Copy)]
pub struct ConcernsReport(&'static KnowledgeBase);

impl ConcernsReport {
    /// All that are known.
    #[must_use]
    pub const fn new(kb: &'static KnowledgeBase) -> Self {
        Self(kb)
    }

    fn records_of_each(self) -> Vec<ConcernRecord<'static>> {
        self.0.concerns.iter().map(|concern| ConcernRecord::new(self.0, concern)).collect()
    }
}

impl Serialize for ConcernsReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let concerns = self.records_of_each();
        ConcernsOutput { schema_version: SCHEMA_VERSION, concerns }.serialize(serializer)
    }
}

impl Report for ConcernsReport {
    fn document(&self) -> Document<'_> {
        let columns = vec![
            Column { header: "Concern", width: ColumnWidth::Content },
            Column { header: "What it is", width: ColumnWidth::Fill },
            Column { header: "Behind it, as the article has it", width: ColumnWidth::Fill },
        ];
        let rows = self.0.concerns.iter().map(|concern| {
            let behind: Vec<_> = concern.links.iter().map(|link| self.0[link.mechanism].name).collect();
            vec![Text::of(Role::Strong, concern.id), concern.summary.into(), behind.join("; ").into()]
        });
        let next =
            Text::plain("Next: ").and(Role::Code, "gutskin advise --concern").then(" and one of these.");
        let table = Table { caption: "Concerns".into(), columns, rows: rows.collect() };
        let blocks = vec![Block::Heading(2, "Concerns".into()), Block::Table(table), Block::Paragraph(next)];
        Document { title: "Concerns".into(), blocks }
    }

    fn records(&self) -> Records<'_> {
        let rows = self.records_of_each().into_iter().map(|record| {
            let mechanisms: Vec<_> = record.mechanisms.iter().map(|link| link.id).collect();
            let lists = [record.article, record.aliases, mechanisms, record.conditions];
            let texts = [record.id, record.name, record.summary].map(Into::into);
            texts.into_iter().chain(lists.map(|list| list.join("; ").into())).collect()
        });
        let columns = vec!["concern", "name", "summary", "article", "aliases", "mechanisms", "conditions"];
        Records { columns, rows: rows.collect() }
    }
}
