//! What needs few words: the axis, a mechanism, a red flag, a source, a fact.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::model::{FactKey, KnowledgeBase, MechanismKey, RedFlagKey, SourceKey};
use crate::report::advise::citations::{source_list, source_text};
use crate::report::contract::fact_ids;
use crate::report::document::{Block, Role, Text};
use crate::report::lists::{flag_facts, mechanism_blocks, urgency_heading};

/// The gut–skin axis.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AxisRecord<'a> {
    /// For people.
    pub name: &'a str,
    /// In one or two sentences.
    pub summary: &'a str,
    /// Longer paragraphs.
    pub details: Vec<&'a str>,
    /// Other names.
    pub aliases: Vec<&'a str>,
    /// Ids of the article's facts.
    pub article: Vec<&'a str>,
}

/// Something that the article says.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FactRecord<'a> {
    /// Such as `M1.S1`.
    pub id: &'a str,
    /// What it says.
    pub text: &'a str,
    /// Ids of concerns, mechanisms and supports that rest on it.
    pub behind: Vec<&'a str>,
}

impl<'a> AxisRecord<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase) -> Self {
        let axis = &kb.axis;
        Self {
            name: axis.name,
            summary: axis.summary,
            details: axis.details.to_vec(),
            aliases: axis.aliases.to_vec(),
            article: fact_ids(kb, axis.article),
        }
    }
}

impl<'a> FactRecord<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase, key: FactKey) -> Self {
        Self {
            id: kb[key].id,
            text: kb[key].text,
            behind: behind(kb, key).into_iter().map(|(id, _)| id).collect(),
        }
    }
}

/// What rests on the fact: ids and names.
fn behind(kb: &KnowledgeBase, key: FactKey) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    if kb.axis.article.contains(&key) {
        found.push(("axis", kb.axis.name));
    }
    let of_concern = kb.concerns.iter().filter(|concern| {
        concern.article.contains(&key) || concern.links.iter().any(|link| link.article.contains(&key))
    });
    found.extend(of_concern.map(|concern| (concern.id, concern.name)));
    let of_mechanism = kb.mechanisms.iter().filter(|mechanism| mechanism.article.contains(&key));
    found.extend(of_mechanism.map(|mechanism| (mechanism.id, mechanism.name)));
    let of_support =
        kb.supports.iter().filter(|support| support.roles.iter().any(|role| role.article.contains(&key)));
    found.extend(of_support.map(|support| (support.id, support.name)));
    found
}

/// The story of the axis.
pub(super) fn axis(kb: &'static KnowledgeBase) -> Vec<Block<'static>> {
    let facts = format!(" [{}]", fact_ids(kb, kb.axis.article).join(", "));
    let mut blocks = vec![Block::Paragraph(Text::plain(kb.axis.summary).and(Role::Muted, facts))];
    blocks.extend(kb.axis.details.iter().map(|detail| Block::Paragraph((*detail).into())));
    blocks.push(Block::Paragraph(Text::plain("Next: ").and(Role::Code, "gutskin mechanisms")));
    blocks
}

/// The story of a mechanism, with its sources.
pub(super) fn mechanism(kb: &'static KnowledgeBase, key: MechanismKey) -> Vec<Block<'static>> {
    let mut blocks = mechanism_blocks(kb, key);
    let mut sources: Vec<SourceKey> =
        kb[key].findings.iter().flat_map(|finding| finding.sources).copied().collect();
    sources.sort_unstable();
    sources.dedup();
    blocks.extend(source_list(kb, sources));
    blocks
}

/// The story of a red flag.
pub(super) fn red_flag(kb: &'static KnowledgeBase, key: RedFlagKey) -> Vec<Block<'static>> {
    let flag = &kb[key];
    let said = Text::plain(format!("Raised by words such as: {}.", flag.phrases.join(", ")));
    let mut blocks = vec![
        Block::Heading(3, urgency_heading(flag.urgency).into()),
        flag_facts(kb, flag),
        Block::Paragraph(said),
    ];
    blocks.extend(source_list(kb, flag.sources.iter().copied()));
    blocks
}

/// The story of a source, and what rests on it.
pub(super) fn source(kb: &'static KnowledgeBase, key: SourceKey) -> Vec<Block<'static>> {
    let source = &kb[key];
    let mut facts = vec![
        ("Kind".into(), source.kind.name().replace('-', " ").into()),
        ("Read".into(), source.seen.replace('-', " ").into()),
        ("Firmness".into(), source.tier.into()),
    ];
    let ids = [("DOI", source.doi), ("PubMed", source.pmid), ("PubMed Central", source.pmcid)];
    facts.extend(ids.into_iter().filter_map(|(label, id)| id.map(|id| (label.into(), id.into()))));
    facts.push(("Address".into(), Text::of(Role::Link(source.url.into()), source.url)));
    facts.extend(source.note.map(|note| ("Note".into(), note.into())));
    let used = users(kb, key);
    facts.push(("Used for".into(), used.join("; ").into()));
    vec![Block::Paragraph(source_text(kb, key)), Block::Facts(facts)]
}

/// The names of what rests on the source.
fn users(kb: &KnowledgeBase, key: SourceKey) -> Vec<&'static str> {
    let mut names = Vec::new();
    for mechanism in kb.mechanisms {
        if mechanism.findings.iter().any(|finding| finding.sources.contains(&key)) {
            names.push(mechanism.name);
        }
    }
    for support in kb.supports {
        let in_evidence = support.evidence.iter().any(|record| {
            let finer = record.conditions.iter().any(|finer| finer.rating.sources.contains(&key));
            finer || record.rating.sources.contains(&key)
        });
        let in_cautions = support.cautions.iter().any(|caution| caution.sources.contains(&key));
        if in_evidence || in_cautions || support.how.iter().any(|sentence| sentence.source == Some(key)) {
            names.push(support.name);
        }
    }
    names.extend(kb.diets.iter().filter(|diet| diet.source == Some(key)).map(|diet| diet.name));
    names.extend(kb.red_flags.iter().filter(|flag| flag.sources.contains(&key)).map(|flag| flag.name));
    names
}

/// The story of a fact.
pub(super) fn fact(kb: &'static KnowledgeBase, key: FactKey) -> Vec<Block<'static>> {
    let names: Vec<_> = behind(kb, key).into_iter().map(|(_, name)| name).collect();
    let facts = vec![("The article".into(), kb[key].text.into()), ("Behind".into(), names.join("; ").into())];
    vec![Block::Facts(facts)]
}
