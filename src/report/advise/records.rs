//! Advice for spreadsheets: one row a support, ids first. What must not be lost stands in columns
//! of every row: who should be careful, red flags, what was left out, the notice.
//!
//! Lists inside a cell are separated by `; `, longer texts by ` | `. A caution reads
//! `pregnancy (zinc supplements): Prenatal vitamins …`. Where no support is left, and in an
//! emergency, there is one row without a support.

use std::borrow::Cow;

use crate::advice::{Advice, AdvisedSupport};
use crate::knowledge::model::{KnowledgeBase, SwapItem};
use crate::knowledge::sets::Severity;
use crate::report::Records;
use crate::report::contract::{fact_ids, source_ids};
use crate::report::evidence::{evidence_text, rating_words};
use crate::report::heard::Heard;
use crate::report::notice::NOTICE;

use super::how::short_how;
use super::view::View;

const COLUMNS: [&str; 15] = [
    "support",
    "name",
    "kind",
    "how",
    "examples",
    "concerns",
    "mechanisms",
    "article",
    "role",
    "evidence",
    "finding",
    "sources",
    "avoid",
    "ask_first",
    "note",
];

/// What stands in every row, whatever the command.
const SAFETY: [&str; 3] = ["left_out", "red_flags", "notice"];

/// The rows.
pub(super) fn records<'a>(report: &'a View<'_>) -> Records<'a> {
    let flags = red_flags(report.kb, report.heard);
    let supports = if report.is_emergency() { &[][..] } else { &report.advice.supports[..] };
    let left_out = if report.is_emergency() { String::new() } else { left_out(report.kb, report.advice) };
    rows(report.kb, supports, &left_out, &flags)
}

/// One row a support, or one that says why there is none.
pub(in crate::report) fn rows<'a>(
    kb: &'static KnowledgeBase,
    supports: &'a [AdvisedSupport],
    left_out: &str,
    flags: &str,
) -> Records<'a> {
    guarded(&COLUMNS, supports.iter().map(|advised| about(kb, advised)).collect(), left_out, flags)
}

/// Rows that end with what must not be lost; where there are none, one row that says just that.
pub(in crate::report) fn guarded<'a>(
    columns: &[&'static str],
    mut rows: Vec<Vec<Cow<'a, str>>>,
    left_out: &str,
    flags: &str,
) -> Records<'a> {
    if rows.is_empty() {
        rows.push(vec![Cow::Borrowed(""); columns.len()]);
    }
    for row in &mut rows {
        row.extend([left_out.to_owned().into(), flags.to_owned().into(), NOTICE.into()]);
    }
    Records { columns: [columns, &SAFETY].concat(), rows }
}

fn about<'a>(kb: &'static KnowledgeBase, advised: &'a AdvisedSupport) -> Vec<Cow<'a, str>> {
    let support = &kb[advised.support];
    let reasons = &advised.reasons;
    let each = |of: &dyn Fn(usize) -> Vec<String>| {
        let mut known: Vec<String> = Vec::new();
        for value in (0..reasons.len()).flat_map(of) {
            if !known.contains(&value) {
                known.push(value);
            }
        }
        known.join("; ")
    };
    let how = match advised.how.iter().map(|sentence| sentence.text).collect::<Vec<_>>() {
        empty if empty.is_empty() => short_how(support, &advised.examples),
        sentences => sentences.join(" ").into(),
    };
    let texts = |severity| cautions(kb, advised, severity).into();
    vec![
        support.id.into(),
        support.name.into(),
        support.kind.name().into(),
        how,
        advised.examples.iter().map(|example| example.name).collect::<Vec<_>>().join("; ").into(),
        each(&|at| vec![kb[reasons[at].0].id.to_owned()]).into(),
        each(&|at| reasons[at].1.mechanism.iter().map(|key| kb[*key].id.to_owned()).collect()).into(),
        each(&|at| fact_ids(kb, reasons[at].1.article).into_iter().map(str::to_owned).collect()).into(),
        each(&|at| vec![reasons[at].1.role.to_owned()]).into(),
        evidence_text(kb, &advised.evidence, false).words().into(),
        findings(kb, advised).into(),
        sources(kb, advised).into(),
        texts(Severity::Avoid),
        texts(Severity::AskFirst),
        texts(Severity::Note),
    ]
}

fn findings(kb: &'static KnowledgeBase, advised: &AdvisedSupport) -> String {
    let mut texts = Vec::new();
    for record in &advised.evidence {
        let all = [(kb[record.concern].id, record.rating)].into_iter();
        let all = all.chain(record.conditions.iter().map(|finer| (kb[finer.condition].id, &finer.rating)));
        texts.extend(all.map(|(about, rating)| {
            format!("{about}: {} — {}", rating_words(rating.direction, rating.certainty), rating.finding)
        }));
    }
    texts.join(" | ")
}

fn sources(kb: &'static KnowledgeBase, advised: &AdvisedSupport) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for record in &advised.evidence {
        let all = record.conditions.iter().map(|finer| &finer.rating).chain([record.rating]);
        ids.extend(all.flat_map(|rating| source_ids(kb, rating.sources)));
    }
    ids.sort_unstable();
    ids.dedup();
    ids.join("; ")
}

/// The cautions of one severity, in one cell.
pub(in crate::report) fn cautions(
    kb: &'static KnowledgeBase,
    advised: &AdvisedSupport,
    severity: Severity,
) -> String {
    let of_that = advised.cautions.iter().filter(|caution| caution.severity == severity);
    let text = of_that.map(|caution| match caution.only {
        Some(only) => format!("{} ({only}): {}", kb[caution.who].id, caution.text),
        None => format!("{}: {}", kb[caution.who].id, caution.text),
    });
    text.collect::<Vec<_>>().join(" | ")
}

/// What was left out, in one cell.
pub(in crate::report) fn left_out(kb: &'static KnowledgeBase, advice: &Advice) -> String {
    let row = |row: &crate::advice::LeftOut| {
        let id = kb[row.support].id;
        let examples = row.examples.join(", ");
        let what = if examples.is_empty() { id.to_owned() } else { format!("{id} ({examples})") };
        let instead = match row.instead {
            Some(SwapItem::Support(key)) => format!("; instead: {}", kb[key].id),
            Some(SwapItem::Example(name)) => format!("; instead: {name}"),
            None => String::new(),
        };
        format!("{what}: {}{instead}", row.because_words(kb))
    };
    advice.left_out.iter().map(row).collect::<Vec<_>>().join(" | ")
}

/// The signs that come before any advice, in one cell.
pub(in crate::report) fn red_flags(kb: &'static KnowledgeBase, heard: &Heard) -> String {
    let flags = heard.red_flags(kb).into_iter();
    let texts = flags.map(|flag| format!("{} ({}): {}", kb[flag].id, kb[flag].urgency, kb[flag].say));
    texts.collect::<Vec<_>>().join(" | ")
}
