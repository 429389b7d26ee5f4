//! A form of one or more supports.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::model::{Example, KnowledgeBase, Support, Swap, SwapItem, TagKey};
use crate::report::advise::cautions::{caution_text, with_grounds};
use crate::report::contract::CautionEntry;
use crate::report::document::{Block, Role, Text};
use crate::words::{all_of, uncapitalized};

use super::support::{SwapEntry, swap_text};

/// A form of one or more supports.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ExampleRecord<'a> {
    /// As people say it.
    pub name: &'a str,
    /// Tags of what it usually holds.
    pub contains: Vec<&'a str>,
    /// The supports it is a form of.
    pub supports: Vec<OwnerEntry<'a>>,
    /// Ids of the diets that leave it out.
    pub left_out_by_diets: Vec<&'a str>,
    /// Ids of the populations that leave it out.
    pub left_out_by_populations: Vec<&'a str>,
    /// Cautions that name it.
    pub cautions: Vec<CautionEntry<'a>>,
    /// What serves instead.
    pub swaps: Vec<SwapEntry<'a>>,
}

/// A support that something is a form of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OwnerEntry<'a> {
    /// The support's id.
    pub id: &'a str,
    /// Whether the article names this form.
    pub article: bool,
    /// A remark for people.
    pub note: Option<&'a str>,
}

impl<'a> ExampleRecord<'a> {
    pub(super) fn new(kb: &'static KnowledgeBase, name: &'a str) -> Self {
        let owners = owners(kb, name).map(|(support, example)| OwnerEntry {
            id: support.id,
            article: example.article,
            note: example.note,
        });
        let tags = tags(kb, name);
        let cautions = owners_cautions(kb, name).map(|(_, caution)| CautionEntry::new(kb, caution));
        Self {
            name,
            contains: tags.iter().map(|tag| kb[*tag].id).collect(),
            supports: owners.collect(),
            left_out_by_diets: kb
                .diets
                .iter()
                .filter(|diet| meet(diet.excludes, tags))
                .map(|diet| diet.id)
                .collect(),
            left_out_by_populations: kb
                .populations
                .iter()
                .filter(|population| meet(population.excludes, tags))
                .map(|population| population.id)
                .collect(),
            cautions: cautions.collect(),
            swaps: swaps(kb, name).map(|swap| SwapEntry::new(kb, swap)).collect(),
        }
    }
}

/// Whether any of the one is in the other.
pub(super) fn meet(one: &[TagKey], other: &[TagKey]) -> bool {
    one.iter().any(|tag| other.contains(tag))
}

fn owners(kb: &KnowledgeBase, name: &str) -> impl Iterator<Item = (&'static Support, &'static Example)> {
    kb.supports.iter().filter_map(move |support| {
        support.examples.iter().find(|example| example.name == name).map(|example| (support, example))
    })
}

fn tags(kb: &KnowledgeBase, name: &str) -> &'static [TagKey] {
    owners(kb, name).next().map_or(&[], |(_, example)| example.contains)
}

fn owners_cautions(
    kb: &KnowledgeBase,
    name: &str,
) -> impl Iterator<Item = (&'static Support, &'static crate::knowledge::model::Caution)> {
    owners(kb, name).flat_map(move |(support, _)| {
        let naming = support.cautions.iter().filter(move |caution| caution.examples.contains(&name));
        naming.map(move |caution| (support, caution))
    })
}

fn swaps(kb: &KnowledgeBase, name: &str) -> impl Iterator<Item = &'static Swap> {
    kb.swaps.iter().filter(move |swap| matches!(swap.instead_of, SwapItem::Example(of) if of == name))
}

/// The story of an example.
pub(super) fn example(kb: &'static KnowledgeBase, name: &'static str) -> Vec<Block<'static>> {
    let tags = tags(kb, name);
    let mut facts = Vec::new();
    for (support, example) in owners(kb, name) {
        let named = if example.article { ", named by the article" } else { "" };
        let mut text = Text::of(Role::Strong, support.name).then(named);
        if let Some(note) = example.note {
            text = text.then(". ").then(note);
        }
        facts.push(("A form of".into(), text));
    }
    if !tags.is_empty() {
        let labels: Vec<_> = tags.iter().map(|tag| format!("{} ({})", kb[*tag].id, kb[*tag].label)).collect();
        facts.push(("Holds".into(), labels.join("; ").into()));
    }
    let diets = kb.diets.iter().filter(|diet| meet(diet.excludes, tags)).map(|diet| uncapitalized(diet.name));
    let people = kb.populations.iter().filter(|population| meet(population.excludes, tags));
    let left_out = all_of(diets.chain(people.map(|population| uncapitalized(population.label))));
    if !left_out.is_empty() {
        facts.push(("Left out for".into(), left_out.into()));
    }
    let mut blocks = vec![Block::Facts(facts)];
    let cautions: Vec<_> = owners_cautions(kb, name)
        .map(|(_, caution)| {
            with_grounds(caution_text(Text::of(Role::Strong, kb[caution.who].label), caution), kb, caution)
        })
        .collect();
    if !cautions.is_empty() {
        blocks.extend([Block::Heading(3, "Check first".into()), Block::Bullets(cautions)]);
    }
    let swaps: Vec<_> = swaps(kb, name).map(|swap| swap_text(kb, swap)).collect();
    if !swaps.is_empty() {
        blocks.extend([Block::Heading(3, "Instead".into()), Block::Bullets(swaps)]);
    }
    let more = owners(kb, name).next().map(|(support, _)| format!("gutskin show {}", support.id));
    blocks.extend(more.map(|more| Block::Paragraph(Text::plain("More: ").and(Role::Code, more))));
    blocks
}
