//! The article's mechanisms, with what studies say for and against each.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::knowledge::model::{KnowledgeBase, Mechanism, MechanismFinding, MechanismKey};
use crate::knowledge::sets::{Certainty, Stance};
use crate::report::contract::{fact_ids, source_ids, words};
use crate::report::document::{Block, Document, Role, Text};
use crate::report::evidence::{certainty_words, with_citations};
use crate::report::notice::notice_block;
use crate::report::{Records, Report, SCHEMA_VERSION};
use crate::words::uncapitalized;

/// What `gutskin mechanisms -f json` writes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "gutskin mechanisms")]
pub struct MechanismsOutput<'a> {
    /// Counts up when a field goes away or changes its meaning.
    pub schema_version: u32,
    /// In the article's order.
    pub mechanisms: Vec<MechanismRecord<'a>>,
}

/// A mechanism in full.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MechanismRecord<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// What the article says.
    pub summary: &'a str,
    /// Ids of the article's facts.
    pub article: Vec<&'a str>,
    /// Other names.
    pub aliases: Vec<&'a str>,
    /// Ids of the concerns that it is said to stand behind.
    pub concerns: Vec<&'a str>,
    /// What studies found.
    pub findings: Vec<FindingEntry<'a>>,
    /// Ids of the supports that are said to work through it.
    pub supports: Vec<&'a str>,
}

/// What studies found about a mechanism.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingEntry<'a> {
    /// Whether it speaks for the mechanism or against it.
    #[schemars(schema_with = "words::<Stance>")]
    pub stance: &'a str,
    /// How sure anyone can be.
    #[schemars(schema_with = "words::<Certainty>")]
    pub certainty: &'a str,
    /// In one or two sentences.
    pub finding: &'a str,
    /// Ids of sources.
    pub sources: Vec<&'a str>,
}

impl<'a> MechanismRecord<'a> {
    pub(in crate::report) fn new(kb: &'a KnowledgeBase, key: MechanismKey) -> Self {
        let mechanism = &kb[key];
        let behind =
            kb.concerns.iter().filter(|concern| concern.links.iter().any(|link| link.mechanism == key));
        let through =
            kb.supports.iter().filter(|support| support.roles.iter().any(|role| role.mechanism == Some(key)));
        Self {
            id: mechanism.id,
            name: mechanism.name,
            summary: mechanism.summary,
            article: fact_ids(kb, mechanism.article),
            aliases: mechanism.aliases.to_vec(),
            concerns: behind.map(|concern| concern.id).collect(),
            findings: mechanism.findings.iter().map(|finding| FindingEntry::new(kb, finding)).collect(),
            supports: through.map(|support| support.id).collect(),
        }
    }
}

impl<'a> FindingEntry<'a> {
    fn new(kb: &'a KnowledgeBase, finding: &'a MechanismFinding) -> Self {
        Self {
            stance: finding.stance.name(),
            certainty: finding.certainty.name(),
            finding: finding.finding,
            sources: source_ids(kb, finding.sources),
        }
    }
}

/// The list of mechanisms, after a line on what the axis is.
#[derive(Debug, Clone, Copy)]
pub struct MechanismsReport(&'static KnowledgeBase);

impl MechanismsReport {
    /// All that are known.
    #[must_use]
    pub const fn new(kb: &'static KnowledgeBase) -> Self {
        Self(kb)
    }

    fn records_of_each(self) -> Vec<MechanismRecord<'static>> {
        let keys = self.0.mechanisms.iter().zip(0..).map(|(_, place)| MechanismKey(place));
        keys.map(|key| MechanismRecord::new(self.0, key)).collect()
    }
}

impl Serialize for MechanismsReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mechanisms = self.records_of_each();
        MechanismsOutput { schema_version: SCHEMA_VERSION, mechanisms }.serialize(serializer)
    }
}

impl Report for MechanismsReport {
    fn document(&self) -> Document<'_> {
        let axis = Text::of(Role::Strong, self.0.axis.name).then(": ").then(self.0.axis.summary);
        let mut blocks = vec![Block::Heading(2, "Mechanisms".into()), Block::Paragraph(axis)];
        for (mechanism, place) in self.0.mechanisms.iter().zip(0..) {
            blocks.push(Block::Heading(3, Text::plain(format!("{}. {}", place + 1, mechanism.name))));
            blocks.extend(mechanism_blocks(self.0, MechanismKey(place)));
        }
        blocks.push(notice_block(None));
        Document { title: "Mechanisms".into(), blocks }
    }

    fn records(&self) -> Records<'_> {
        let rows = self.0.mechanisms.iter().zip(self.records_of_each()).map(|(mechanism, record)| {
            let said = |stance| findings(self.0, mechanism, stance);
            let lists = [record.article, record.concerns, record.supports].map(|list| list.join("; "));
            let texts = [record.id, record.name, record.summary].map(Into::into);
            let findings = [said(Stance::For), said(Stance::Against)];
            texts.into_iter().chain(lists.map(Into::into)).chain(findings.map(Into::into)).collect()
        });
        let columns =
            vec!["mechanism", "name", "summary", "article", "concerns", "supports", "for", "against"];
        Records { columns, rows: rows.collect() }
    }
}

fn findings(kb: &KnowledgeBase, mechanism: &Mechanism, stance: Stance) -> String {
    let of_it = mechanism.findings.iter().filter(|finding| finding.stance == stance);
    let text = |finding: &MechanismFinding| {
        let sources = source_ids(kb, finding.sources).join(", ");
        format!("{} ({}) [{sources}]", finding.finding, certainty_words(finding.certainty))
    };
    of_it.map(text).collect::<Vec<_>>().join(" | ")
}

/// A mechanism: the article's voice, the studies' voice, what works through it.
pub(in crate::report) fn mechanism_blocks(
    kb: &'static KnowledgeBase,
    key: MechanismKey,
) -> Vec<Block<'static>> {
    let mechanism = &kb[key];
    let facts = format!(" [{}]", fact_ids(kb, mechanism.article).join(", "));
    let mut rows = vec![("The article".into(), Text::plain(mechanism.summary).and(Role::Muted, facts))];
    for finding in mechanism.findings {
        let (label, role) = match finding.stance {
            Stance::For => ("Studies, for it", Role::Favorable),
            Stance::Against => ("Studies, against it", Role::Adverse),
        };
        let text = Text::of(role, format!("{} certainty", certainty_words(finding.certainty)));
        rows.push((
            label.into(),
            with_citations(text.then(" — ").then(finding.finding), kb, finding.sources),
        ));
    }
    let of_concern = |link: &crate::knowledge::model::Link| link.mechanism == key;
    let behind = kb.concerns.iter().filter(|concern| concern.links.iter().any(of_concern));
    let behind: Vec<_> = behind.map(|concern| uncapitalized(concern.name)).collect();
    let through =
        kb.supports.iter().filter(|support| support.roles.iter().any(|role| role.mechanism == Some(key)));
    let through: Vec<_> = through.map(|support| support.name).collect();
    rows.push(("Said to stand behind".into(), behind.join("; ").into()));
    rows.push(("Supports".into(), through.join("; ").into()));
    vec![Block::Facts(rows)]
}
