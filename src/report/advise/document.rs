//! The order in which advice is said: red flags, what was understood, why, the supports, what to
//! check first, what was left out, the notice.

use crate::knowledge::model::{KnowledgeBase, RedFlagKey};
use crate::knowledge::sets::Urgency;
use crate::report::document::{Block, CalloutKind, Document, Text};
use crate::report::heard::Heard;
use crate::report::notice::notice_block;
use crate::words::{all_of, uncapitalized};

use super::understood::understood;
use super::view::View;
use super::{cautions, citations, left_out, supports, why};

/// The whole answer.
pub(super) fn document<'a>(report: &'a View<'_>) -> Document<'a> {
    let mut blocks = Vec::with_capacity(48);
    let flags = report.heard.alerts(report.kb);
    blocks.extend(flags.iter().map(|flag| red_flag(report.kb, report.heard, *flag)));
    if report.is_emergency() {
        blocks.extend(sources(report));
        blocks.push(notice_block(None));
        return Document { title: "Get help now".into(), blocks };
    }
    if report.advice.concerns.is_empty() {
        // A sign without a concern: there is nothing to advise, and the sign is the answer.
        blocks.extend(sources(report));
        blocks.push(notice_block(None));
        return Document { title: "Check first".into(), blocks };
    }
    let title = title(report);
    blocks.push(Block::Heading(2, Text::plain(title.clone())));
    blocks.extend(understood(report.kb, report.advice, report.heard, true));
    let mechanisms = report.mechanisms();
    blocks.extend(why::why(report, &mechanisms));
    blocks.extend(supports::supports(report.kb, report.advice, &mechanisms, report.detail));
    blocks.extend(cautions::check_first(report.kb, report.advice, report.detail));
    blocks.extend(left_out::left_out(report.kb, report.advice, report.detail));
    blocks.extend(sources(report));
    blocks.push(notice_block(report.advice.foremost().map(|key| report.kb[key].id)));
    Document { title: title.into(), blocks }
}

/// A sign that comes before any advice: what it is, what to do.
pub(in crate::report) fn red_flag(
    kb: &'static KnowledgeBase,
    heard: &Heard,
    key: RedFlagKey,
) -> Block<'static> {
    let flag = &kb[key];
    let (kind, when) = match flag.urgency {
        Urgency::Emergency => (CalloutKind::Danger, "get help now"),
        Urgency::Urgent => (CalloutKind::Warning, "see a doctor today"),
        Urgency::Soon => (CalloutKind::Warning, "see a doctor soon"),
    };
    let title = Text::plain(format!("{} – {when}", flag.name));
    let mut blocks = vec![Block::Paragraph(Text::plain(flag.say))];
    let words = heard.words_of(key);
    if !words.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(format!("Heard: {words}"))));
    }
    Block::Callout(kind, title, blocks)
}

fn title(report: &View<'_>) -> String {
    let names = report.advice.concerns.iter().map(|concern| uncapitalized(report.kb[*concern].name));
    format!("Gut–skin advice for {}", all_of(names))
}

fn sources(report: &View<'_>) -> Vec<Block<'static>> {
    if report.detail.cite { citations::source_list(report.kb, citations::cited(report)) } else { Vec::new() }
}
