//! The JSON contract of `advise`.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::advice::{Advice, AdvisedEvidence, AdvisedSupport, Avoid, Cause, LeftOut, Query};
use crate::knowledge::model::{ConcernKey, KnowledgeBase, Link, Role, SwapItem};
use crate::knowledge::sets::{Certainty, SupportKind};
use crate::report::SCHEMA_VERSION;
use crate::report::contract::{
    CautionEntry, EvidenceEntry, LeftOutEntry, RedFlagEntry, SourceEntry, fact_ids, words, words_or_null,
};
use crate::report::heard::Heard;
use crate::report::notice::NOTICE;

use super::citations::cited;
use super::how::short_how;
use super::view::View;

/// What `gutskin advise -f json` writes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "gutskin advise")]
pub struct AdviseOutput<'a> {
    /// Counts up when a field goes away or changes its meaning.
    pub schema_version: u32,
    /// What was asked, as it was understood.
    pub query: QueryEntry<'a>,
    /// Signs that come before any advice. In an emergency all lists below are empty.
    pub red_flags: Vec<RedFlagEntry<'a>>,
    /// The asked concerns.
    pub concerns: Vec<ConcernEntry<'a>>,
    /// What serves them, best first within a kind.
    pub supports: Vec<SupportEntry<'a>>,
    /// What was left out for this person.
    pub left_out: Vec<LeftOutEntry<'a>>,
    /// The sources behind all of this; empty unless `--cite`.
    pub sources: Vec<SourceEntry<'a>>,
    /// What this is not.
    pub notice: &'a str,
}

/// What was asked.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QueryEntry<'a> {
    /// The words of the person.
    pub text: Vec<&'a str>,
    /// Ids of concerns.
    pub concerns: Vec<&'a str>,
    /// Only these kinds.
    pub kinds: Vec<&'a str>,
    /// Only what works through one of these.
    pub mechanisms: Vec<&'a str>,
    /// Ids of diets.
    pub diets: Vec<&'a str>,
    /// What the person avoids: tags, examples, kinds, ids of supports.
    pub avoid: Vec<&'a str>,
    /// Ids of populations.
    pub health: Vec<&'a str>,
    /// Only what helps or is mixed at this certainty or better.
    #[schemars(schema_with = "words_or_null::<Certainty>")]
    pub min_certainty: Option<&'a str>,
    /// At most this many of a kind.
    pub limit: Option<usize>,
}

/// An asked concern.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConcernEntry<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// What it is and what the article links it to.
    pub summary: &'a str,
    /// Ids of the article's facts.
    pub article: Vec<&'a str>,
    /// What stands behind it.
    pub mechanisms: Vec<LinkEntry<'a>>,
}

/// A mechanism behind a concern.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LinkEntry<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// Why it stands behind the concern.
    pub because: &'a str,
    /// Ids of the article's facts.
    pub article: Vec<&'a str>,
}

/// A support, as it remains for this person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SupportEntry<'a> {
    /// Kebab-case.
    pub id: &'a str,
    /// For people.
    pub name: &'a str,
    /// What it is.
    #[schemars(schema_with = "words::<SupportKind>")]
    pub kind: &'a str,
    /// How to go about it.
    pub how: Cow<'a, str>,
    /// The forms that remain.
    pub examples: Vec<&'a str>,
    /// What the article says it does.
    pub reasons: Vec<ReasonEntry<'a>>,
    /// What studies found: a record for each asked concern.
    pub evidence: Vec<EvidenceEntry<'a>>,
    /// Who should be careful.
    pub cautions: Vec<CautionEntry<'a>>,
}

/// What the article says a support does for a concern.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReasonEntry<'a> {
    /// The concern's id.
    pub concern: &'a str,
    /// The mechanism's id; null for a general habit.
    pub mechanism: Option<&'a str>,
    /// What it is said to do.
    pub role: &'a str,
    /// Ids of the article's facts.
    pub article: Vec<&'a str>,
}

impl<'a> AdviseOutput<'a> {
    pub(super) fn new(report: &'a View<'_>) -> Self {
        let (kb, advice, heard) = (report.kb, report.advice, report.heard);
        let red_flags =
            heard.red_flags(kb).into_iter().map(|flag| RedFlagEntry::new(kb, &kb[flag])).collect();
        let mut output = Self {
            schema_version: SCHEMA_VERSION,
            query: QueryEntry::new(kb, &advice.query, heard),
            red_flags,
            concerns: Vec::new(),
            supports: Vec::new(),
            left_out: Vec::new(),
            sources: Vec::new(),
            notice: NOTICE,
        };
        if !report.is_emergency() {
            output.concerns = advice.concerns.iter().map(|key| ConcernEntry::new(kb, *key)).collect();
            output.supports = supports(kb, advice);
            output.left_out = left_out(kb, advice);
        }
        if report.detail.cite {
            output.sources = cited(report).into_iter().map(|key| SourceEntry::new(&kb[key])).collect();
        }
        output
    }
}

/// The supports of an advice.
pub(in crate::report) fn supports<'a>(
    kb: &'static KnowledgeBase,
    advice: &'a Advice,
) -> Vec<SupportEntry<'a>> {
    advice.supports.iter().map(|advised| SupportEntry::new(kb, advised)).collect()
}

/// What an advice leaves out.
pub(in crate::report) fn left_out<'a>(
    kb: &'static KnowledgeBase,
    advice: &'a Advice,
) -> Vec<LeftOutEntry<'a>> {
    advice.left_out.iter().map(|row| LeftOutEntry::new(kb, row)).collect()
}

impl<'a> QueryEntry<'a> {
    pub(in crate::report) fn new(kb: &'static KnowledgeBase, query: &Query, heard: &'a Heard) -> Self {
        Self {
            text: heard.text.iter().map(String::as_str).collect(),
            concerns: query.concerns.iter().map(|key| kb[*key].id).collect(),
            kinds: query.kinds.iter().map(|kind| kind.name()).collect(),
            mechanisms: query.mechanisms.iter().map(|key| kb[*key].id).collect(),
            diets: query.diets.iter().map(|key| kb[*key].id).collect(),
            avoid: query.avoid.iter().map(|avoid| Avoid::word(*avoid, kb)).collect(),
            health: query.health.iter().map(|key| kb[*key].id).collect(),
            min_certainty: query.min_certainty.map(Certainty::name),
            limit: query.limit,
        }
    }
}

impl<'a> ConcernEntry<'a> {
    pub(in crate::report) fn new(kb: &'a KnowledgeBase, key: ConcernKey) -> Self {
        let concern = &kb[key];
        let mechanisms = concern.links.iter().map(|link| LinkEntry::new(kb, link));
        Self {
            id: concern.id,
            name: concern.name,
            summary: concern.summary,
            article: fact_ids(kb, concern.article),
            mechanisms: mechanisms.collect(),
        }
    }
}

impl<'a> LinkEntry<'a> {
    pub(in crate::report) fn new(kb: &'a KnowledgeBase, link: &'a Link) -> Self {
        let mechanism = &kb[link.mechanism];
        let article = fact_ids(kb, link.article);
        Self { id: mechanism.id, name: mechanism.name, because: link.because, article }
    }
}

impl<'a> SupportEntry<'a> {
    pub(in crate::report) fn new(kb: &'static KnowledgeBase, advised: &'a AdvisedSupport) -> Self {
        let support = &kb[advised.support];
        Self {
            id: support.id,
            name: support.name,
            kind: support.kind.name(),
            how: how(kb, advised),
            examples: advised.examples.iter().map(|example| example.name).collect(),
            reasons: advised.reasons.iter().map(|(concern, role)| reason(kb, *concern, role)).collect(),
            evidence: advised.evidence.iter().map(|record| evidence(kb, record)).collect(),
            cautions: advised.cautions.iter().map(|caution| CautionEntry::new(kb, caution)).collect(),
        }
    }
}

impl<'a> LeftOutEntry<'a> {
    fn new(kb: &'static KnowledgeBase, row: &'a LeftOut) -> Self {
        let because: Vec<_> = row
            .because
            .iter()
            .map(|cause| match cause {
                Cause::Caution(_, text) => format!("{}: {text}", cause.words(kb)),
                _ => cause.words(kb),
            })
            .collect();
        Self {
            id: kb[row.support].id,
            name: kb[row.support].name,
            examples: row.examples.clone(),
            because: because.join("; ").into(),
            instead: row.instead.map(|with| match with {
                SwapItem::Support(key) => kb[key].id,
                SwapItem::Example(name) => name,
            }),
        }
    }
}

/// The long how; where nothing of it can be shown to this person, the short one.
fn how(kb: &'static KnowledgeBase, advised: &AdvisedSupport) -> Cow<'static, str> {
    match advised.how[..] {
        [] => short_how(&kb[advised.support], &advised.examples),
        [sentence] => sentence.text.into(),
        _ => advised.how.iter().map(|sentence| sentence.text).collect::<Vec<_>>().join(" ").into(),
    }
}

fn reason<'a>(kb: &'a KnowledgeBase, concern: ConcernKey, role: &'a Role) -> ReasonEntry<'a> {
    ReasonEntry {
        concern: kb[concern].id,
        mechanism: role.mechanism.map(|key| kb[key].id),
        role: role.role,
        article: fact_ids(kb, role.article),
    }
}

fn evidence<'a>(kb: &'a KnowledgeBase, record: &AdvisedEvidence) -> EvidenceEntry<'a> {
    EvidenceEntry::new(kb, record.concern, record.rating, record.conditions.iter().copied())
}
