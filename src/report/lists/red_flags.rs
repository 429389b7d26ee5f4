//! The signs that come before any advice.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::knowledge::model::{KnowledgeBase, RedFlag, RedFlagKey};
use crate::knowledge::sets::Urgency;
use crate::report::contract::{source_ids, words};
use crate::report::document::{Block, Document, Text};
use crate::report::evidence::with_citations;
use crate::report::notice::notice_block;
use crate::report::{Records, Report, SCHEMA_VERSION};

/// What the list of red flags is as JSON.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "gutskin show red-flags")]
pub struct RedFlagsOutput<'a> {
    /// Counts up when a field goes away or changes its meaning.
    pub schema_version: u32,
    /// The soonest first.
    pub red_flags: Vec<RedFlagRecord<'a>>,
}

/// A red flag in full.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RedFlagRecord<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// How soon to get help.
    #[schemars(schema_with = "words::<Urgency>")]
    pub urgency: &'a str,
    /// What it looks like.
    pub when: &'a str,
    /// What people say.
    pub phrases: Vec<&'a str>,
    /// What to do.
    pub say: &'a str,
    /// Ids of sources.
    pub sources: Vec<&'a str>,
}

impl<'a> RedFlagRecord<'a> {
    pub(in crate::report) fn new(kb: &'a KnowledgeBase, flag: &'a RedFlag) -> Self {
        Self {
            id: flag.id,
            name: flag.name,
            urgency: flag.urgency.name(),
            when: flag.when,
            phrases: flag.phrases.to_vec(),
            say: flag.say,
            sources: source_ids(kb, flag.sources),
        }
    }
}

/// The list of red flags.
#[derive(Debug, Clone, Copy)]
pub struct RedFlagsReport(&'static KnowledgeBase);

impl RedFlagsReport {
    /// All that are known.
    #[must_use]
    pub const fn new(kb: &'static KnowledgeBase) -> Self {
        Self(kb)
    }

    fn sorted(self) -> Vec<&'static RedFlag> {
        let mut keys: Vec<_> = self.0.red_flags.iter().zip(0..).map(|(_, place)| RedFlagKey(place)).collect();
        keys.sort_by_key(|key| self.0[*key].urgency);
        keys.into_iter().map(|key| &self.0[key]).collect()
    }
}

impl Serialize for RedFlagsReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let red_flags = self.sorted().into_iter().map(|flag| RedFlagRecord::new(self.0, flag)).collect();
        RedFlagsOutput { schema_version: SCHEMA_VERSION, red_flags }.serialize(serializer)
    }
}

impl Report for RedFlagsReport {
    fn document(&self) -> Document<'_> {
        let mut blocks = vec![Block::Heading(2, "Signs that need a doctor first".into())];
        for same in self.sorted().chunk_by(|one, two| one.urgency == two.urgency) {
            if let Some(first) = same.first() {
                blocks.push(Block::Heading(3, urgency_heading(first.urgency).into()));
            }
            for flag in same {
                blocks.push(Block::Heading(4, flag.name.into()));
                blocks.push(flag_facts(self.0, flag));
            }
        }
        blocks.push(notice_block(None));
        Document { title: "Red flags".into(), blocks }
    }

    fn records(&self) -> Records<'_> {
        let rows = self.sorted().into_iter().map(|flag| {
            let lists = [flag.phrases.to_vec(), source_ids(self.0, flag.sources)];
            let texts = [flag.id, flag.name, flag.urgency.name(), flag.when, flag.say];
            texts.map(Into::into).into_iter().chain(lists.map(|list| list.join("; ").into())).collect()
        });
        let columns = vec!["red_flag", "name", "urgency", "when", "say", "phrases", "sources"];
        Records { columns, rows: rows.collect() }
    }
}

/// What it looks like and what to do.
pub(in crate::report) fn flag_facts(kb: &'static KnowledgeBase, flag: &'static RedFlag) -> Block<'static> {
    let say = with_citations(Text::plain(flag.say), kb, flag.sources);
    Block::Facts(vec![("Looks like".into(), flag.when.into()), ("What to do".into(), say)])
}

/// How soon to get help.
pub(in crate::report) const fn urgency_heading(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Emergency: get help now",
        Urgency::Urgent => "Urgent: see a doctor today",
        Urgency::Soon => "Soon: see a doctor within days",
    }
}
