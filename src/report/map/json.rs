//! The JSON contract of `map`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::model::KnowledgeBase;
use crate::map::{Edge, Graph, Hub};
use crate::report::SCHEMA_VERSION;
use crate::report::advise::json::{QueryEntry, SupportEntry, left_out, supports};
use crate::report::contract::{LeftOutEntry, RedFlagEntry};
use crate::report::notice::NOTICE;

use super::answer::MapReport;
use super::picture::HABITS;

/// What `gutskin map -f json` writes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "gutskin map")]
pub struct MapOutput<'a> {
    /// Counts up when a field goes away or changes its meaning.
    pub schema_version: u32,
    /// What was asked, as it was understood.
    pub query: QueryEntry<'a>,
    /// Signs that come before any advice. In an emergency all lists below are empty.
    pub red_flags: Vec<RedFlagEntry<'a>>,
    /// Concerns, then mechanisms and what stands for general habits, then supports.
    pub nodes: Vec<NodeEntry<'a>>,
    /// From concerns to mechanisms, then from mechanisms to supports.
    pub edges: Vec<EdgeEntry<'a>>,
    /// The supports in full, as `advise` has them.
    pub supports: Vec<SupportEntry<'a>>,
    /// What was left out for this person.
    pub left_out: Vec<LeftOutEntry<'a>>,
    /// What this is not.
    pub notice: &'a str,
}

/// A node of the map.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NodeEntry<'a> {
    /// The kind and the id, such as `support:zinc`: no two nodes share it.
    pub id: String,
    /// `concern`, `mechanism`, `habits` or `support`.
    pub kind: &'a str,
    /// For people.
    pub name: &'a str,
}

/// An edge of the map.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EdgeEntry<'a> {
    /// Where it starts.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// For which of the asked concerns.
    pub concerns: Vec<&'a str>,
    /// The best that studies saw for one of them; null from a concern to a mechanism.
    pub direction: Option<&'a str>,
    /// How sure anyone can be; null from a concern to a mechanism.
    pub certainty: Option<&'a str>,
}

impl<'a> MapOutput<'a> {
    pub(super) fn new(report: &'a MapReport<'_>) -> Self {
        let (kb, advice, heard) = (report.kb, report.advice, report.heard);
        let is_emergency = heard.is_emergency(kb);
        let flags = heard.red_flags(kb).into_iter();
        Self {
            schema_version: SCHEMA_VERSION,
            query: QueryEntry::new(kb, &advice.query, heard),
            red_flags: flags.map(|flag| RedFlagEntry::new(kb, &kb[flag])).collect(),
            nodes: if is_emergency { Vec::new() } else { nodes(report) },
            edges: if is_emergency { Vec::new() } else { edges(kb, report.graph) },
            supports: if is_emergency { Vec::new() } else { supports(kb, advice) },
            left_out: if is_emergency { Vec::new() } else { left_out(kb, advice) },
            notice: NOTICE,
        }
    }
}

fn nodes<'a>(report: &'a MapReport<'_>) -> Vec<NodeEntry<'a>> {
    let (kb, graph) = (report.kb, report.graph);
    let plain = |kind, id, name| NodeEntry { id, kind, name };
    let concerns =
        graph.concerns.iter().map(|key| plain("concern", format!("concern:{}", kb[*key].id), kb[*key].name));
    let hubs = graph.hubs.iter().map(|hub| match hub {
        Hub::Mechanism(key) => plain("mechanism", hub_id(kb, *hub), kb[*key].name),
        Hub::Habits => plain("habits", hub_id(kb, *hub), HABITS),
    });
    let supports = graph.supports.iter();
    let supports = supports.map(|key| plain("support", format!("support:{}", kb[*key].id), kb[*key].name));
    concerns.chain(hubs).chain(supports).collect()
}

fn edges<'a>(kb: &'a KnowledgeBase, graph: &Graph) -> Vec<EdgeEntry<'a>> {
    let links = graph.links.iter().map(|(concern, hub)| EdgeEntry {
        from: format!("concern:{}", kb[*concern].id),
        to: hub_id(kb, *hub),
        concerns: vec![kb[*concern].id],
        direction: None,
        certainty: None,
    });
    links.chain(graph.edges.iter().map(|edge| support_edge(kb, edge))).collect()
}

fn support_edge<'a>(kb: &'a KnowledgeBase, edge: &Edge) -> EdgeEntry<'a> {
    let (direction, certainty) = edge.best();
    EdgeEntry {
        from: hub_id(kb, edge.hub),
        to: format!("support:{}", kb[edge.support].id),
        concerns: edge.ratings.iter().map(|(concern, ..)| kb[*concern].id).collect(),
        direction: Some(direction.name()),
        certainty: Some(certainty.name()),
    }
}

fn hub_id(kb: &KnowledgeBase, hub: Hub) -> String {
    match hub {
        Hub::Mechanism(key) => format!("mechanism:{}", kb[key].id),
        Hub::Habits => String::from("habits"),
    }
}
