//! A support in full.

use std::borrow::Cow;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::model::{
    Example, KnowledgeBase, Mention, Role, SourceKey, Support, SupportKey, Swap, SwapItem, SwapReason,
};
use crate::knowledge::sets::{SupportAction, SupportKind};
use crate::report::advise::cautions::{caution_text, with_grounds};
use crate::report::advise::citations::source_list;
use crate::report::advise::supports::studies;
use crate::report::contract::{CautionEntry, EvidenceEntry, fact_ids, role_origin, words};
use crate::report::document::{Block, Role as Voice, Text};
use crate::report::evidence::with_citations;
use crate::words::{all_of, uncapitalized};

/// A support in full.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SupportRecord<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// What it is.
    #[schemars(schema_with = "words::<SupportKind>")]
    pub kind: &'a str,
    /// To include it or to limit it.
    #[schemars(schema_with = "words::<SupportAction>")]
    pub action: &'a str,
    /// Everyday words for it.
    pub aliases: Vec<&'a str>,
    /// What to do at a glance.
    pub short: Option<&'a str>,
    /// How to go about it.
    pub how: Vec<SentenceEntry<'a>>,
    /// Its forms.
    pub examples: Vec<FormEntry<'a>>,
    /// What the article says it does.
    pub roles: Vec<RoleEntry<'a>>,
    /// What studies found, by concern.
    pub evidence: Vec<EvidenceEntry<'a>>,
    /// Who should be careful.
    pub cautions: Vec<CautionEntry<'a>>,
    /// What serves instead of it or of its examples.
    pub swaps: Vec<SwapEntry<'a>>,
}

/// One sentence of how.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SentenceEntry<'a> {
    /// The sentence.
    pub text: &'a str,
    /// The id of the page behind it; null for plain advice.
    pub source: Option<&'a str>,
    /// The tags and examples that it offers.
    pub mentions: Vec<&'a str>,
}

/// One form of a support.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FormEntry<'a> {
    /// As people say it.
    pub name: &'a str,
    /// Tags of what it usually holds.
    pub contains: Vec<&'a str>,
    /// Whether the article names it.
    pub article: bool,
    /// A remark for people.
    pub note: Option<&'a str>,
}

/// What the article says a support does.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RoleEntry<'a> {
    /// The mechanism's id; null for a general habit.
    pub mechanism: Option<&'a str>,
    /// Ids of the concerns it is for.
    pub concerns: Vec<&'a str>,
    /// Ids of the concerns it fits most.
    pub fits_most: Vec<&'a str>,
    /// What it is said to do.
    pub role: &'a str,
    /// Ids of the article's facts.
    pub article: Vec<&'a str>,
}

/// What serves instead of something.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SwapEntry<'a> {
    /// A support's id or an example.
    pub instead_of: &'a str,
    /// A tag, a diet, a population or a kind.
    pub because: &'a str,
    /// A support's id or an example.
    #[serde(rename = "use")]
    pub with: &'a str,
    /// The mechanism both serve; null for a general habit.
    pub mechanism: Option<&'a str>,
    /// A remark for people.
    pub note: Option<&'a str>,
}

impl<'a> SupportRecord<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase, key: SupportKey) -> Self {
        let support = &kb[key];
        let evidence = support.evidence.iter().map(|record| {
            let conditions = record.conditions.iter();
            EvidenceEntry::new(kb, record.concern, &record.rating, conditions)
        });
        Self {
            id: support.id,
            name: support.name,
            kind: support.kind.name(),
            action: support.action.name(),
            aliases: support.aliases.to_vec(),
            short: support.short,
            how: sentences(kb, support),
            examples: support.examples.iter().map(|example| FormEntry::new(kb, example)).collect(),
            roles: support.roles.iter().map(|role| RoleEntry::new(kb, role)).collect(),
            evidence: evidence.collect(),
            cautions: support.cautions.iter().map(|caution| CautionEntry::new(kb, caution)).collect(),
            swaps: swaps_of(kb, key).map(|swap| SwapEntry::new(kb, swap)).collect(),
        }
    }
}

impl<'a> FormEntry<'a> {
    fn new(kb: &'a KnowledgeBase, example: &'a Example) -> Self {
        let contains = example.contains.iter().map(|tag| kb[*tag].id).collect();
        Self { name: example.name, contains, article: example.article, note: example.note }
    }
}

impl<'a> RoleEntry<'a> {
    fn new(kb: &'a KnowledgeBase, role: &'a Role) -> Self {
        Self {
            mechanism: role.mechanism.map(|key| kb[key].id),
            concerns: role.concerns.iter().map(|key| kb[*key].id).collect(),
            fits_most: role.fits_most.iter().map(|key| kb[*key].id).collect(),
            role: role.role,
            article: fact_ids(kb, role.article),
        }
    }
}

impl<'a> SwapEntry<'a> {
    pub(super) fn new(kb: &'a KnowledgeBase, swap: &'a Swap) -> Self {
        Self {
            instead_of: item_id(kb, swap.instead_of),
            because: match swap.because {
                SwapReason::Tag(key) => kb[key].id,
                SwapReason::Diet(key) => kb[key].id,
                SwapReason::Population(key) => kb[key].id,
                SwapReason::Kind(kind) => kind.name(),
            },
            with: item_id(kb, swap.with),
            mechanism: swap.mechanism.map(|key| kb[key].id),
            note: swap.note,
        }
    }
}

fn sentences<'a>(kb: &'a KnowledgeBase, support: &'a Support) -> Vec<SentenceEntry<'a>> {
    let mention = |mention: &Mention| match *mention {
        Mention::Tag(key) => kb[key].id,
        Mention::Example(name) => name,
    };
    let sentence = |sentence: &'a crate::knowledge::model::HowSentence| SentenceEntry {
        text: sentence.text,
        source: sentence.source.map(|key| kb[key].id),
        mentions: sentence.mentions.iter().map(mention).collect(),
    };
    support.how.iter().map(sentence).collect()
}

fn item_id(kb: &KnowledgeBase, item: SwapItem) -> &'static str {
    match item {
        SwapItem::Support(key) => kb[key].id,
        SwapItem::Example(name) => name,
    }
}

fn swaps_of(kb: &KnowledgeBase, key: SupportKey) -> impl Iterator<Item = &'static Swap> {
    let examples = kb[key].examples;
    kb.swaps.iter().filter(move |swap| match swap.instead_of {
        SwapItem::Support(of) => of == key,
        SwapItem::Example(name) => examples.iter().any(|example| example.name == name),
    })
}

/// The whole story of a support.
pub(super) fn support(kb: &'static KnowledgeBase, key: SupportKey) -> Vec<Block<'static>> {
    let support = &kb[key];
    let mut blocks = vec![Block::Facts(about(kb, support))];
    if !support.examples.is_empty() {
        blocks.push(Block::Heading(3, "Forms".into()));
        blocks.push(Block::Bullets(support.examples.iter().map(|example| form(kb, example)).collect()));
    }
    let heading = if support.is_in_the_article() { "What the article says" } else { "What it is said to do" };
    blocks.push(Block::Heading(3, heading.into()));
    blocks.push(Block::Bullets(support.roles.iter().map(|role| role_text(kb, role)).collect()));
    blocks.push(Block::Heading(3, "What studies found".into()));
    blocks.push(Block::Facts(evidence(kb, support)));
    if !support.cautions.is_empty() {
        blocks.push(Block::Heading(3, "Check first".into()));
        let line = |caution: &'static crate::knowledge::model::Caution| {
            with_grounds(caution_text(Text::of(Voice::Strong, kb[caution.who].label), caution), kb, caution)
        };
        blocks.push(Block::Bullets(support.cautions.iter().map(line).collect()));
    }
    let swaps: Vec<_> = swaps_of(kb, key).map(|swap| swap_text(kb, swap)).collect();
    if !swaps.is_empty() {
        blocks.push(Block::Heading(3, "Instead".into()));
        blocks.push(Block::Bullets(swaps));
    }
    blocks.extend(source_list(kb, sources(support)));
    blocks
}

fn about(kb: &'static KnowledgeBase, support: &'static Support) -> Vec<(Cow<'static, str>, Text<'static>)> {
    let kind = match support.action {
        SupportAction::Include => Text::plain(support.kind.name()),
        SupportAction::Limit => Text::plain(format!("{}, to have less of something", support.kind)),
    };
    let mut facts = vec![("Kind".into(), kind), ("Id".into(), Text::of(Voice::Code, support.id))];
    if let Some(short) = support.short {
        facts.push(("In short".into(), short.into()));
    }
    let mut how = Text::default();
    for sentence in support.how {
        let text = if how.0.is_empty() { how } else { how.then(" ") };
        how = with_citations(text.then(sentence.text), kb, sentence.source.as_slice());
    }
    facts.push(("How".into(), how));
    if !support.aliases.is_empty() {
        facts.push(("Also called".into(), support.aliases.join(", ").into()));
    }
    facts
}

/// "kefir: dairy, lactose. A remark."
pub(super) fn form(kb: &'static KnowledgeBase, example: &'static Example) -> Text<'static> {
    let mut text = Text::of(Voice::Strong, example.name);
    if !example.contains.is_empty() {
        let tags: Vec<_> = example.contains.iter().map(|tag| kb[*tag].id).collect();
        text = text.and(Voice::Muted, format!(" ({})", tags.join(", ")));
    }
    match example.note {
        Some(note) => text.then(": ").then(note),
        None => text,
    }
}

/// The article's voice.
pub(super) fn role_text(kb: &'static KnowledgeBase, role: &'static Role) -> Text<'static> {
    let names = |keys: &[crate::knowledge::model::ConcernKey]| {
        all_of(keys.iter().map(|concern| uncapitalized(kb[*concern].name)))
    };
    let through = match role.mechanism {
        Some(key) => format!(", through {}", uncapitalized(kb[key].name)),
        None => ", as a general habit".to_owned(),
    };
    let mut text = Text::plain(role.role).then(through).then(format!("; for {}", names(role.concerns)));
    if !role.fits_most.is_empty() {
        text = text.then(format!(", above all {}", names(role.fits_most)));
    }
    text.and(Voice::Muted, format!(" [{}]", role_origin(kb, role)))
}

fn evidence(
    kb: &'static KnowledgeBase,
    support: &'static Support,
) -> Vec<(Cow<'static, str>, Text<'static>)> {
    let mut facts = Vec::new();
    for record in support.evidence {
        facts.push((kb[record.concern].name.into(), studies(kb, &record.rating)));
        let finer = record.conditions.iter();
        facts.extend(finer.map(|finer| {
            let label = format!("{}, {}", kb[record.concern].name, uncapitalized(kb[finer.condition].name));
            (label.into(), studies(kb, &finer.rating))
        }));
    }
    facts
}

/// "Instead of kefir (vegan): vegan kimchi. Watch the salt."
pub(super) fn swap_text(kb: &'static KnowledgeBase, swap: &'static Swap) -> Text<'static> {
    let name = |item| match item {
        SwapItem::Support(key) => uncapitalized(kb[key].name),
        SwapItem::Example(name) => name.to_owned(),
    };
    let because = match swap.because {
        SwapReason::Tag(key) => kb[key].id.to_owned(),
        SwapReason::Diet(key) => uncapitalized(kb[key].name),
        SwapReason::Population(key) => uncapitalized(kb[key].label),
        SwapReason::Kind(kind) => format!("no {kind}s"),
    };
    let text =
        Text::plain(format!("{} ({because}): ", name(swap.instead_of))).and(Voice::Strong, name(swap.with));
    match swap.note {
        Some(note) => text.then(". ").then(note),
        None => text,
    }
}

fn sources(support: &Support) -> BTreeSet<SourceKey> {
    let mut sources: BTreeSet<_> = support.how.iter().filter_map(|sentence| sentence.source).collect();
    sources.extend(support.cautions.iter().flat_map(|caution| caution.sources));
    for record in support.evidence {
        sources.extend(record.rating.sources);
        sources.extend(record.conditions.iter().flat_map(|finer| finer.rating.sources));
    }
    sources
}
