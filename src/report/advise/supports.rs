//! The supports, grouped by kind: one line each, and with `why` the reasons behind each.

use std::borrow::Cow;

use crate::advice::{Advice, AdvisedSupport};
use crate::knowledge::model::{KnowledgeBase, MechanismKey, Rating};
use crate::knowledge::sets::SupportKind;
use crate::report::Detail;
use crate::report::contract::role_origin;
use crate::report::document::{Block, Column, ColumnWidth, Role, Table, Text};
use crate::report::evidence::{evidence_text, rating_text, with_citations};
use crate::words::{all_of, count, uncapitalized};

use super::how::short_how;

/// What stands above the supports of a kind.
pub(in crate::report) const fn kind_heading(kind: SupportKind) -> &'static str {
    match kind {
        SupportKind::Food => "Foods",
        SupportKind::Nutrient => "Nutrients",
        SupportKind::Supplement => "Supplements",
        SupportKind::Habit => "Habits",
    }
}

/// A table for each kind that has any; in words where nothing is left.
pub(in crate::report) fn supports(
    kb: &'static KnowledgeBase,
    advice: &Advice,
    mechanisms: &[MechanismKey],
    detail: Detail,
) -> Vec<Block<'static>> {
    let mut blocks = Vec::new();
    for kind in SupportKind::ALL {
        let listed: Vec<_> =
            advice.supports.iter().filter(|advised| kb[advised.support].kind == *kind).collect();
        if listed.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(3, Text::plain(kind_heading(*kind))));
        blocks.push(Block::Table(table(kb, kind_heading(*kind), &listed, mechanisms, detail)));
        if let Some((_, more)) = advice.beyond_limit.iter().find(|(other, _)| other == kind) {
            blocks.push(Block::Paragraph(Text::of(
                Role::Muted,
                format!("And {}.", count(*more, &format!("more {kind}"))),
            )));
        }
        if detail.why {
            blocks.extend(listed.iter().flat_map(|advised| reasons(kb, advised)));
        }
    }
    if advice.supports.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(nothing(kb, advice))));
    }
    blocks
}

fn nothing(kb: &'static KnowledgeBase, advice: &Advice) -> String {
    let concerns = advice.concerns.iter().map(|concern| uncapitalized(kb[*concern].name));
    let what = format!("Nothing that the article names for {} is left", all_of(concerns));
    match advice.left_out.len() {
        0 => format!(
            "{what}: no support of it passes these choices. Ask for fewer kinds or mechanisms less strictly."
        ),
        left_out => format!("{what}: {} left out, for the reasons below.", count(left_out, "entry")),
    }
}

fn table(
    kb: &'static KnowledgeBase,
    caption: &'static str,
    listed: &[&AdvisedSupport],
    mechanisms: &[MechanismKey],
    detail: Detail,
) -> Table<'static> {
    let cite = detail.cite && !detail.why;
    let rows = listed.iter().map(|advised| {
        let support = &kb[advised.support];
        vec![
            Text::of(Role::Strong, support.name),
            Text::plain(short_how(support, &advised.examples)),
            Text::plain(through(advised, mechanisms)),
            evidence_text(kb, &advised.evidence, cite),
        ]
    });
    let rows: Vec<_> = rows.collect();
    // A rating stays on one line; several ratings, or their sources, may wrap.
    let is_short = rows.iter().all(|row| row[3].0.len() == 1);
    let evidence = if is_short { ColumnWidth::Content } else { ColumnWidth::Fill };
    let columns = vec![
        Column { header: "Support", width: ColumnWidth::Content },
        Column { header: "How", width: ColumnWidth::Fill },
        Column { header: "Through", width: ColumnWidth::Content },
        Column { header: "Evidence", width: evidence },
    ];
    Table { caption: caption.into(), columns, rows }
}

/// The numbers of the mechanisms, as "Why" counts them; a dash for a general habit.
fn through(advised: &AdvisedSupport, mechanisms: &[MechanismKey]) -> Cow<'static, str> {
    let mut numbers = String::new();
    for (mechanism, number) in mechanisms.iter().zip(1..) {
        if advised.reasons.iter().any(|(_, role)| role.mechanism == Some(*mechanism)) {
            if !numbers.is_empty() {
                numbers.push_str(", ");
            }
            numbers.push_str(&u32::to_string(&number));
        }
    }
    if numbers.is_empty() { "–".into() } else { numbers.into() }
}

/// One support in full: how, and the two voices, each for itself.
fn reasons(kb: &'static KnowledgeBase, advised: &AdvisedSupport) -> [Block<'static>; 2] {
    let support = &kb[advised.support];
    let mut facts: Vec<(Cow<'static, str>, Text<'static>)> = Vec::new();
    if !advised.how.is_empty() {
        facts.push(("How".into(), how(kb, advised)));
    }
    if !advised.examples.is_empty() {
        let names: Vec<_> = advised.examples.iter().map(|example| example.name).collect();
        facts.push(("Such as".into(), Text::plain(names.join(", "))));
    }
    let by_article = advised.reasons.iter().any(|(_, role)| role.is_in_the_article());
    facts.push((if by_article { "The article" } else { "The claim" }.into(), roles(kb, advised)));
    for record in &advised.evidence {
        let label = |about: &str| match advised.evidence.len() {
            1 if about == kb[record.concern].id => Cow::Borrowed("Studies"),
            _ => Cow::Owned(format!("Studies, {about}")),
        };
        let (named, others) = record.conditions.split_at(record.named);
        let finer = |conditions: &[&'static crate::knowledge::model::ConditionEvidence],
                     facts: &mut Vec<_>| {
            for finer in conditions {
                facts.push((label(kb[finer.condition].id), studies(kb, &finer.rating)));
            }
        };
        finer(named, &mut facts);
        facts.push((label(kb[record.concern].id), studies(kb, record.rating)));
        finer(others, &mut facts);
    }
    [Block::Heading(4, Text::plain(support.name)), Block::Facts(facts)]
}

fn how(kb: &'static KnowledgeBase, advised: &AdvisedSupport) -> Text<'static> {
    let mut text = Text(Vec::with_capacity(advised.how.len() * 2));
    for sentence in &advised.how {
        if !text.0.is_empty() {
            text = text.then(" ");
        }
        text = with_citations(text.then(sentence.text), kb, sentence.source.as_slice());
    }
    text
}

/// The article's voice: what it says the support does, through what, by which fact.
fn roles(kb: &'static KnowledgeBase, advised: &AdvisedSupport) -> Text<'static> {
    let mut text = Text(Vec::new());
    let mut said = Vec::new();
    for (_, role) in &advised.reasons {
        if said.contains(role) {
            continue;
        }
        said.push(*role);
        if !text.0.is_empty() {
            text = text.then("; ");
        }
        text = text.then(role.role);
        if let Some(mechanism) = role.mechanism {
            text = text.then(format!(", through {}", uncapitalized(kb[mechanism].name)));
        }
        text = text.and(Role::Muted, format!(" [{}]", role_origin(kb, role)));
    }
    text
}

/// The studies' voice: the rating, the finding, where it stands.
pub(in crate::report) fn studies(kb: &'static KnowledgeBase, rating: &'static Rating) -> Text<'static> {
    with_citations(rating_text(rating).then(" — ").then(rating.finding), kb, rating.sources)
}
