//! "Why": the mechanisms behind the concerns, numbered.

use crate::knowledge::model::{FactKey, KnowledgeBase, MechanismFinding, MechanismKey};
use crate::knowledge::sets::Stance;
use crate::report::contract::fact_ids;
use crate::report::document::{Block, Role, Text};
use crate::report::evidence::{certainty_words, with_citations};
use crate::words::{all_of, uncapitalized};

use super::view::View;

/// The mechanisms, one line each; with `why` also what studies say of them.
pub(super) fn why(report: &View<'_>, mechanisms: &[MechanismKey]) -> Vec<Block<'static>> {
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
    let finding = |finding: &MechanismFinding| {
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

/// What the article says for the one asked concern; for several, what it says in general.
fn reason(report: &View<'_>, mechanism: MechanismKey) -> Text<'static> {
    let kb = report.kb;
    let links = report.advice.concerns.iter().flat_map(|concern| {
        kb[*concern].links.iter().filter(|link| link.mechanism == mechanism).map(|link| (*concern, link))
    });
    let links: Vec<_> = links.collect();
    let text = Text::of(Role::Strong, kb[mechanism].name);
    let mut text = match (report.advice.concerns.len(), &links[..]) {
        (1, [(_, link)]) => return with_facts(text.then(": ").then(link.because), report, link.article),
        (_, links) => {
            let names = links.iter().map(|(concern, _)| uncapitalized(kb[*concern].name));
            text.then(format!(" ({}): ", all_of(names))).then(kb[mechanism].summary)
        }
    };
    if report.detail.why {
        for (concern, link) in links {
            text = text.and(Role::Strong, format!(" {}: ", kb[concern].name)).then(link.because);
            text = with_facts(text, report, link.article);
        }
    }
    text
}

fn with_facts(text: Text<'static>, report: &View<'_>, article: &[FactKey]) -> Text<'static> {
    if !report.detail.why {
        return text;
    }
    text.and(Role::Muted, format!(" [{}]", fact_ids(report.kb, article).join(", ")))
}
