//! Diets, populations and tags: what is left out for whom.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::model::{Caution, DietKey, KnowledgeBase, PopulationKey, Support, TagKey};
use crate::report::advise::cautions::{caution_text, with_grounds};
use crate::report::contract::CautionEntry;
use crate::report::document::{Block, Role, Text};
use crate::report::evidence::with_citations;

use super::example::meet;

/// A way of eating.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DietRecord<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// Words that name it.
    pub aliases: Vec<&'a str>,
    /// The tags it leaves out.
    pub excludes: Vec<&'a str>,
    /// The examples it leaves out.
    pub examples: Vec<&'a str>,
    /// The id of its source; null for general knowledge.
    pub source: Option<&'a str>,
    /// A remark for people.
    pub note: Option<&'a str>,
}

/// Whom cautions concern.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PopulationRecord<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub label: &'a str,
    /// Words that name it.
    pub aliases: Vec<&'a str>,
    /// The tags that such a person leaves out.
    pub excludes: Vec<&'a str>,
    /// The cautions for it.
    pub cautions: Vec<PopulationCautionEntry<'a>>,
    /// A remark for people.
    pub note: Option<&'a str>,
}

/// A caution with the support it is about.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PopulationCautionEntry<'a> {
    /// The support's id.
    pub support: &'a str,
    /// The caution.
    pub caution: CautionEntry<'a>,
}

/// Something that examples contain.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TagRecord<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// What it means.
    pub label: &'a str,
    /// The examples that carry it.
    pub examples: Vec<&'a str>,
    /// Ids of the diets that leave it out.
    pub diets: Vec<&'a str>,
    /// Ids of the populations that leave it out.
    pub populations: Vec<&'a str>,
}

impl<'a> DietRecord<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase, key: DietKey) -> Self {
        let diet = &kb[key];
        Self {
            id: diet.id,
            name: diet.name,
            aliases: diet.aliases.to_vec(),
            excludes: tag_ids(kb, diet.excludes),
            examples: carriers(kb, diet.excludes),
            source: diet.source.map(|source| kb[source].id),
            note: diet.note,
        }
    }
}

impl<'a> PopulationRecord<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase, key: PopulationKey) -> Self {
        let population = &kb[key];
        let cautions = cautions(kb, key).into_iter().map(|(support, caution)| PopulationCautionEntry {
            support: support.id,
            caution: CautionEntry::new(kb, caution),
        });
        Self {
            id: population.id,
            label: population.label,
            aliases: population.aliases.to_vec(),
            excludes: tag_ids(kb, population.excludes),
            cautions: cautions.collect(),
            note: population.note,
        }
    }
}

impl<'a> TagRecord<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase, key: TagKey) -> Self {
        let diets = kb.diets.iter().filter(|diet| diet.excludes.contains(&key));
        let populations = kb.populations.iter().filter(|population| population.excludes.contains(&key));
        Self {
            id: kb[key].id,
            label: kb[key].label,
            examples: carriers(kb, &[key]),
            diets: diets.map(|diet| diet.id).collect(),
            populations: populations.map(|population| population.id).collect(),
        }
    }
}

fn tag_ids(kb: &KnowledgeBase, tags: &[TagKey]) -> Vec<&'static str> {
    tags.iter().map(|tag| kb[*tag].id).collect()
}

/// The examples that carry any of the tags, each once, in the order of the content.
fn carriers(kb: &KnowledgeBase, tags: &[TagKey]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for example in kb.supports.iter().flat_map(|support| support.examples) {
        if meet(example.contains, tags) && !names.contains(&example.name) {
            names.push(example.name);
        }
    }
    names
}

fn cautions(kb: &KnowledgeBase, who: PopulationKey) -> Vec<(&'static Support, &'static Caution)> {
    let of = |support: &'static Support| support.cautions.iter().map(move |caution| (support, caution));
    kb.supports.iter().flat_map(of).filter(|(_, caution)| caution.who == who).collect()
}

/// The story of a diet.
pub(super) fn diet(kb: &'static KnowledgeBase, key: DietKey) -> Vec<Block<'static>> {
    let diet = &kb[key];
    let excludes: Vec<_> = diet.excludes.iter().map(|tag| tag_text(kb, *tag)).collect();
    let left_out = with_citations(carriers(kb, diet.excludes).join("; ").into(), kb, diet.source.as_slice());
    let mut facts =
        vec![("Leaves out".into(), excludes.join("; ").into()), ("Among the examples".into(), left_out)];
    facts.extend(diet.note.map(|note| ("Note".into(), note.into())));
    let next =
        Text::plain("Advice: ").and(Role::Code, format!("gutskin advise --diet {} --concern acne", diet.id));
    vec![Block::Facts(facts), Block::Paragraph(next)]
}

/// The story of a population: all its cautions.
pub(super) fn population(kb: &'static KnowledgeBase, key: PopulationKey) -> Vec<Block<'static>> {
    let population = &kb[key];
    let mut facts = vec![("Id".into(), Text::of(Role::Code, population.id))];
    if !population.aliases.is_empty() {
        facts.push(("Also called".into(), population.aliases.join(", ").into()));
    }
    if !population.excludes.is_empty() {
        let excludes: Vec<_> = population.excludes.iter().map(|tag| tag_text(kb, *tag)).collect();
        facts.push(("Leaves out".into(), excludes.join("; ").into()));
    }
    facts.extend(population.note.map(|note| ("Note".into(), note.into())));
    let mut blocks = vec![Block::Facts(facts)];
    let line = |(support, caution): (&'static Support, &'static Caution)| {
        with_grounds(caution_text(Text::of(Role::Strong, support.name), caution), kb, caution)
    };
    let cautions: Vec<_> = cautions(kb, key).into_iter().map(line).collect();
    if !cautions.is_empty() {
        blocks.extend([Block::Heading(3, "Check first".into()), Block::Bullets(cautions)]);
    }
    blocks
}

/// The story of a tag.
pub(super) fn tag(kb: &'static KnowledgeBase, key: TagKey) -> Vec<Block<'static>> {
    let record = TagRecord::new(kb, key);
    let mut facts = vec![("Means".into(), record.label.into())];
    for (label, list) in
        [("On".into(), record.examples), ("Left out by".into(), [record.diets, record.populations].concat())]
    {
        if !list.is_empty() {
            facts.push((label, list.join("; ").into()));
        }
    }
    let next = format!("gutskin advise --avoid {} --concern acne", record.id);
    vec![Block::Facts(facts), Block::Paragraph(Text::plain("Advice: ").and(Role::Code, next))]
}

fn tag_text(kb: &KnowledgeBase, tag: TagKey) -> String {
    format!("{} ({})", kb[tag].id, kb[tag].label)
}
