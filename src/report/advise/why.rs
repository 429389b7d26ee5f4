//! "Why": the mechanisms behind the concerns, numbered.

use crate::knowledge::model::{KnowledgeBase, MechanismKey};
use crate::knowledge::sets::Stance;
use crate::report::contract::fact_ids;
use crate::report::document::{Block, Role, Text};
use crate::report::evidence::{certainty_words, with_citations};
use crate::words::uncapitalized;

use super::AdviseReport;

/// The mechanisms, one line each; with `why` also what studies say of them.
pub(super) fn why(report: &AdviseReport<'_>, mechanisms: &[MechanismKey]) -> Vec<Block<'static>> {
    if mechanisms.is_empty() {
        return Vec::new();
    }
    let items = mechanisms.iter().map(|mechanism| reason(report, *mechanism)).collect();
    let mut blocks = vec![Block::Heading(3, "Why, as the article has it".into()), Block::Numbered(items)];
    if report.detail.why {
        blocks.push(Block::Heading(4, "What studies say of that".into()));
        blocks.push(Block::Bullets(mechanisms.iter().flat_map(|key| findings(report.kb, *key)).collect()));
    }
    blocks
}

/// Each finding about a mechanism, for it and against it.
pub(in crate::report) fn findings(kb: &'static KnowledgeBase, key: MechanismKey) -> Vec<Text<'static>> {
    let mechanism = &kb[key];
    let finding = |finding: &crate::knowledge::model::MechanismFinding| {
        let (role, stance) = match finding.stance {
            Stance::For => (Role::Favorable, "for it"),
            Stance::Against => (Role::Adverse, "against it"),
        };
        let text = Text::of(Role::Strong, mechanism.name).then(", ").and(role, stance);
        let text =
            text.then(format!(" ({} certainty): ", certainty_words(finding.certainty))).then(finding.finding);
        with_citations(text, kb, finding.sources)
    };
    mechanism.findings.iter().map(finding).collect()
}

fn reason(report: &AdviseReport<'_>, mechanism: MechanismKey) -> Text<'static> {
    let kb = report.kb;
    let concerns = &report.advice.concerns;
    let mut text = Text::of(Role::Strong, kb[mechanism].name).then(":");
    for concern in concerns {
        for link in kb[*concern].links.iter().filter(|link| link.mechanism == mechanism) {
            if concerns.len() > 1 {
                text = text.and(Role::Muted, format!(" {} –", uncapitalized(kb[*concern].name)));
            }
            text = text.then(" ").then(link.because);
            if report.detail.why {
                text = text.and(Role::Muted, format!(" [{}]", fact_ids(kb, link.article).join(", ")));
            }
        }
    }
    text
}
