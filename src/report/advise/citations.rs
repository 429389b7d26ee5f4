//! Which sources stand behind an advice.

use std::collections::BTreeSet;

use crate::advice::{Advice, AdvisedEvidence};
use crate::knowledge::model::{KnowledgeBase, SourceKey};
use crate::report::document::{Block, Role, Text};

use super::view::View;

/// Every source that the answer rests on: red flags, findings, how and cautions, each once, in the
/// order of the content.
pub(super) fn cited(report: &View<'_>) -> BTreeSet<SourceKey> {
    let mut cited: BTreeSet<_> = BTreeSet::new();
    for flag in &report.heard.red_flags {
        cited.extend(report.kb[*flag].sources);
    }
    if !report.is_emergency() {
        cited.extend(behind(report.advice));
        let links = report.advice.concerns.iter().flat_map(|concern| report.kb[*concern].links);
        if report.detail.why {
            let findings = links.flat_map(|link| report.kb[link.mechanism].findings);
            cited.extend(findings.flat_map(|finding| finding.sources));
        }
    }
    cited
}

/// Every source behind the supports of an advice.
pub(in crate::report) fn behind(advice: &Advice) -> BTreeSet<SourceKey> {
    let mut cited = BTreeSet::new();
    for advised in &advice.supports {
        cited.extend(advised.how.iter().filter_map(|sentence| sentence.source));
        cited.extend(advised.cautions.iter().flat_map(|caution| caution.sources));
        for AdvisedEvidence { rating, conditions, .. } in &advised.evidence {
            cited.extend(rating.sources);
            cited.extend(conditions.iter().flat_map(|finer| finer.rating.sources));
        }
    }
    cited
}

/// The list of sources, with links.
pub(in crate::report) fn source_list(
    kb: &'static KnowledgeBase,
    sources: impl IntoIterator<Item = SourceKey>,
) -> Vec<Block<'static>> {
    let items: Vec<_> = sources.into_iter().map(|key| source_text(kb, key)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(3, "Sources".into()), Block::Bullets(items)]
}

/// One source in one line: id, who, when, what, where.
pub(in crate::report) fn source_text(kb: &'static KnowledgeBase, key: SourceKey) -> Text<'static> {
    let source = &kb[key];
    let when = source.year.map_or(String::from("year not shown"), |year| year.to_string());
    let address = source.doi.map_or_else(|| source.url.to_owned(), |doi| format!("https://doi.org/{doi}"));
    let about =
        format!(" {} ({when}). {}. {}. ", source.authors, source.title.trim_end_matches('.'), source.venue);
    Text::of(Role::Muted, format!("[{}]", source.id))
        .then(about)
        .and(Role::Link(address.clone().into()), address)
}
