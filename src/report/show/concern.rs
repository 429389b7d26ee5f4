//! A concern, or a condition inside one.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::model::{ConcernKey, ConditionKey, KnowledgeBase, Rating, Support};
use crate::report::advise::supports::studies;
use crate::report::contract::fact_ids;
use crate::report::document::{Block, Column, ColumnWidth, Role, Table, Text};
use crate::report::evidence::rating_text;

/// A condition inside a concern.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConditionRecord<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// The id of the concern that covers it.
    pub concern: &'a str,
    /// Words that name it.
    pub aliases: Vec<&'a str>,
    /// Ids of the supports with a record for it.
    pub supports: Vec<&'a str>,
}

impl<'a> ConditionRecord<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase, key: ConditionKey) -> Self {
        let condition = &kb[key];
        Self {
            id: condition.id,
            name: condition.name,
            concern: kb[condition.concern].id,
            aliases: condition.aliases.to_vec(),
            supports: studied(kb, key).into_iter().map(|(support, _)| support.id).collect(),
        }
    }
}

/// The story of a concern.
pub(super) fn concern(kb: &'static KnowledgeBase, key: ConcernKey) -> Vec<Block<'static>> {
    let concern = &kb[key];
    let facts = format!(" [{}]", fact_ids(kb, concern.article).join(", "));
    let mut about = vec![
        ("What it is".into(), Text::plain(concern.summary).and(Role::Muted, facts)),
        ("Also called".into(), concern.aliases.join(", ").into()),
    ];
    let covers: Vec<_> = kb.conditions.iter().filter(|condition| condition.concern == key).collect();
    if !covers.is_empty() {
        let names: Vec<_> = covers.iter().map(|condition| condition.name).collect();
        about.push(("Covers".into(), names.join(", ").into()));
    }
    let because = concern.links.iter().map(|link| {
        let facts = format!(" [{}]", fact_ids(kb, link.article).join(", "));
        Text::of(Role::Strong, kb[link.mechanism].name).then(": ").then(link.because).and(Role::Muted, facts)
    });
    let because: Vec<_> = because.collect();
    let for_it = |support: &&Support| support.roles.iter().any(|role| role.concerns.contains(&key));
    let rows = kb.supports.iter().filter(for_it).map(|support| {
        let rating =
            support.evidence.iter().find(|record| record.concern == key).map(|record| &record.rating);
        vec![
            Text::of(Role::Strong, support.name),
            support.kind.name().into(),
            rating.map_or("not studied".into(), rating_text),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let next = Text::plain("Ranked, with how and cautions: ");
    let next = next.and(Role::Code, format!("gutskin advise --concern {}", concern.id));
    vec![
        Block::Facts(about),
        Block::Heading(3, "Behind it, as the article has it".into()),
        Block::Numbered(because),
        Block::Heading(3, "Supports".into()),
        Block::Table(table(rows)),
        Block::Paragraph(next),
    ]
}

fn table(rows: Vec<Vec<Text<'static>>>) -> Table<'static> {
    let columns = vec![
        Column { header: "Support", width: ColumnWidth::Content },
        Column { header: "Kind", width: ColumnWidth::Content },
        Column { header: "Evidence", width: ColumnWidth::Content },
    ];
    Table { caption: "Supports".into(), columns, rows }
}

/// The story of a condition: what studies found for it.
pub(super) fn condition(kb: &'static KnowledgeBase, key: ConditionKey) -> Vec<Block<'static>> {
    let condition = &kb[key];
    let mut about = vec![("Part of".into(), Text::of(Role::Strong, kb[condition.concern].name))];
    if !condition.aliases.is_empty() {
        about.push(("Also called".into(), condition.aliases.join(", ").into()));
    }
    let mut blocks = vec![Block::Facts(about), Block::Heading(3, "What studies found".into())];
    let found =
        studied(kb, key).into_iter().map(|(support, rating)| (support.name.into(), studies(kb, rating)));
    blocks.push(Block::Facts(found.collect()));
    let population = kb.populations.iter().find(|population| population.id == condition.id);
    let health = population.map_or(String::new(), |population| format!(" --health {}", population.id));
    let next = format!("gutskin advise --concern {}{health}", kb[condition.concern].id);
    blocks.push(Block::Paragraph(Text::plain("Advice: ").and(Role::Code, next)));
    blocks
}

/// Every support with a record for the condition.
fn studied(kb: &KnowledgeBase, key: ConditionKey) -> Vec<(&'static Support, &'static Rating)> {
    let mut found = Vec::new();
    for support in kb.supports {
        let finer = support.evidence.iter().flat_map(|record| record.conditions);
        found.extend(finer.filter(|finer| finer.condition == key).map(|finer| (support, &finer.rating)));
    }
    found
}
