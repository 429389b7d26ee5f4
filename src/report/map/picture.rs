//! From keys to a picture with words.

use std::borrow::Cow;

use crate::advice::{Advice, AdvisedSupport};
use crate::knowledge::model::{KnowledgeBase, SupportKey};
use crate::knowledge::sets::Severity;
use crate::map::{Edge, Graph, Hub};
use crate::report::evidence::evidence_text;
use crate::report::notice::NOTICE;
use crate::report::picture::{Line, MapView, Node};
use crate::words::{all_of, count, uncapitalized};

/// What stands in place of a mechanism for what the article recommends to everyone.
pub(super) const HABITS: &str = "Habits for every concern";

/// The picture of an advice.
pub(in crate::report) fn view(
    kb: &'static KnowledgeBase,
    advice: &Advice,
    graph: &Graph,
) -> MapView<'static> {
    let named = |name: &'static str| Node { name: name.into(), details: Vec::new() };
    let concern = |key| graph.concerns.iter().position(|other| *other == key).unwrap_or_default();
    let hub = |key| graph.hubs.iter().position(|other| *other == key).unwrap_or_default();
    let support = |key: SupportKey| graph.supports.iter().position(|other| *other == key).unwrap_or_default();
    let line = |edge: &Edge| {
        let (direction, certainty) = edge.best();
        Line { from: hub(edge.hub), to: support(edge.support), direction, certainty }
    };
    MapView {
        title: title(kb, graph).into(),
        description: description(kb, graph).into(),
        concerns: graph.concerns.iter().map(|key| named(kb[*key].name)).collect(),
        mechanisms: graph.hubs.iter().map(|hub| named(hub_name(kb, *hub))).collect(),
        supports: advice.supports.iter().map(|advised| node(kb, advice, advised)).collect(),
        links: graph.links.iter().map(|(key, through)| (concern(*key), hub(*through))).collect(),
        lines: graph.edges.iter().map(line).collect(),
        alerts: Vec::new(),
        notice: NOTICE.into(),
    }
}

fn title(kb: &'static KnowledgeBase, graph: &Graph) -> String {
    let names = graph.concerns.iter().map(|concern| uncapitalized(kb[*concern].name));
    format!("Gut–skin map for {}", all_of(names))
}

fn description(kb: &'static KnowledgeBase, graph: &Graph) -> String {
    let hubs = all_of(graph.hubs.iter().map(|hub| uncapitalized(hub_name(kb, *hub))));
    let supports = count(graph.supports.len(), "support");
    format!("Lines lead from the concerns to {hubs}, and on to {supports}, with what studies found.")
}

pub(super) fn hub_name(kb: &'static KnowledgeBase, hub: Hub) -> &'static str {
    match hub {
        Hub::Mechanism(key) => kb[key].name,
        Hub::Habits => HABITS,
    }
}

fn node(kb: &'static KnowledgeBase, advice: &Advice, advised: &AdvisedSupport) -> Node<'static> {
    let evidence = evidence_text(kb, &advised.evidence, false).words();
    let mut details: Vec<Cow<'static, str>> = evidence.split("; ").map(|row| row.to_owned().into()).collect();
    let people = advice.query.people(kb);
    let grave = |severity: Severity| severity == Severity::AskFirst;
    if advised.cautions.iter().any(|caution| grave(caution.severity) && people.contains(&caution.who)) {
        details.push("ask a doctor or pharmacist first".into());
    }
    Node { name: kb[advised.support].name.into(), details }
}
