//! The sources.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::knowledge::model::{KnowledgeBase, Source, SourceKey};
use crate::knowledge::sets::SourceKind;
use crate::report::advise::citations::source_text;
use crate::report::contract::words;
use crate::report::document::{Block, Document, Role, Text};
use crate::report::{Records, Report, SCHEMA_VERSION};
use crate::words::count;

/// What `gutskin sources -f json` writes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "gutskin sources")]
pub struct SourcesOutput<'a> {
    /// Counts up when a field goes away or changes its meaning.
    pub schema_version: u32,
    /// In the order of the content.
    pub sources: Vec<SourceRecord<'a>>,
}

/// A source in full.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceRecord<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// In its own spelling.
    pub title: &'a str,
    /// As the record shows them.
    pub authors: &'a str,
    /// Null where it was not shown.
    pub year: Option<u16>,
    /// Journal or publisher.
    pub venue: &'a str,
    /// Without the resolver's address.
    pub doi: Option<&'a str>,
    /// PubMed's number.
    pub pmid: Option<&'a str>,
    /// PubMed Central's number.
    pub pmcid: Option<&'a str>,
    /// Where to read it.
    pub url: &'a str,
    /// Study design or kind of page.
    #[schemars(schema_with = "words::<SourceKind>")]
    pub kind: &'a str,
    /// How much of it was read.
    pub seen: &'a str,
    /// How firm it is.
    pub tier: &'a str,
    /// A remark for people.
    pub note: Option<&'a str>,
}

impl<'a> SourceRecord<'a> {
    pub(in crate::report) fn new(source: &'a Source) -> Self {
        Self {
            id: source.id,
            title: source.title,
            authors: source.authors,
            year: source.year,
            venue: source.venue,
            doi: source.doi,
            pmid: source.pmid,
            pmcid: source.pmcid,
            url: source.url,
            kind: source.kind.name(),
            seen: source.seen,
            tier: source.tier,
            note: source.note,
        }
    }
}

/// The list of sources.
#[derive(Debug, Clone, Copy)]
pub struct SourcesReport(&'static KnowledgeBase);

impl SourcesReport {
    /// All that are known.
    #[must_use]
    pub const fn new(kb: &'static KnowledgeBase) -> Self {
        Self(kb)
    }
}

impl Serialize for SourcesReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sources = self.0.sources.iter().map(SourceRecord::new).collect();
        SourcesOutput { schema_version: SCHEMA_VERSION, sources }.serialize(serializer)
    }
}

impl Report for SourcesReport {
    fn document(&self) -> Document<'_> {
        let item = |(source, place): (&'static Source, u16)| {
            let read =
                format!(" {}; read: {}; {}", spaced(source.kind.name()), spaced(source.seen), source.tier);
            source_text(self.0, SourceKey(place)).and(Role::Muted, read)
        };
        let items: Vec<_> = self.0.sources.iter().zip(0..).map(item).collect();
        let about = format!(
            "{}. Nobody read every paper in full: “read” says how much of it was, and the last word how firm it is.",
            count(items.len(), "source")
        );
        let blocks = vec![
            Block::Heading(2, "Sources".into()),
            Block::Paragraph(Text::plain(about)),
            Block::Bullets(items),
        ];
        Document { title: "Sources".into(), blocks }
    }

    fn records(&self) -> Records<'_> {
        let rows = self.0.sources.iter().map(|source| {
            let year = source.year.map_or_else(String::new, |year| year.to_string());
            let ids = [source.doi, source.pmid, source.pmcid].map(|id| id.unwrap_or_default().into());
            let start = [source.id, source.title, source.authors].map(Into::into);
            let end =
                [source.url, source.kind.name(), source.seen, source.tier, source.note.unwrap_or_default()];
            let middle = [year.into(), source.venue.into()];
            start.into_iter().chain(middle).chain(ids).chain(end.map(Into::into)).collect()
        });
        let columns = vec![
            "source", "title", "authors", "year", "venue", "doi", "pmid", "pmcid", "url", "kind", "seen",
            "tier", "note",
        ];
        Records { columns, rows: rows.collect() }
    }
}

fn spaced(word: &str) -> String {
    word.replace('-', " ")
}
