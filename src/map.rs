//! The same advice as a graph: concern → mechanism → support. Pure.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::advice::{Advice, AdvisedEvidence, AdvisedSupport};
use crate::knowledge::model::{ConcernKey, KnowledgeBase, MechanismKey, SupportKey};
use crate::knowledge::sets::{Certainty, Direction};

/// What stands between concerns and supports. In order: mechanisms as in the content, then the
/// habits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hub {
    /// A mechanism behind a concern.
    Mechanism(MechanismKey),
    /// General habits, which the article recommends for every concern.
    Habits,
}

/// Concerns, hubs and supports, and what joins them.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    /// The asked concerns.
    pub concerns: Vec<ConcernKey>,
    /// What stands in the middle, those without any support included.
    pub hubs: Vec<Hub>,
    /// The supports, in the order of the advice.
    pub supports: Vec<SupportKey>,
    /// What stands behind which concern.
    pub links: Vec<(ConcernKey, Hub)>,
    /// What works through which hub.
    pub edges: Vec<Edge>,
}

/// That a support works through a hub.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Through which.
    pub hub: Hub,
    /// What works.
    pub support: SupportKey,
    /// For which of the asked concerns, with the best that counts for each.
    pub ratings: Vec<(ConcernKey, Direction, Certainty)>,
}

impl Edge {
    /// The best that counts for one of the concerns.
    pub fn best(&self) -> (Direction, Certainty) {
        best(self.ratings.iter().map(|(_, direction, certainty)| (*direction, *certainty)))
    }
}

/// The graph of what `advise` answered.
pub fn map(kb: &'static KnowledgeBase, advice: &Advice) -> Graph {
    let asked = &advice.query.mechanisms;
    let is_asked = |hub: Hub| match hub {
        Hub::Mechanism(key) => asked.is_empty() || asked.contains(&key),
        Hub::Habits => asked.is_empty(),
    };
    let edges: Vec<Edge> =
        advice.supports.iter().flat_map(edges_of).filter(|edge| is_asked(edge.hub)).collect();
    let behind = advice.concerns.iter().flat_map(|&concern| {
        kb[concern].links.iter().map(move |link| (concern, Hub::Mechanism(link.mechanism)))
    });
    let general = edges.iter().filter(|edge| edge.hub == Hub::Habits).flat_map(|edge| &edge.ratings);
    let general = general.map(|(concern, ..)| (*concern, Hub::Habits));
    let links: BTreeSet<(ConcernKey, Hub)> =
        behind.filter(|(_, hub)| is_asked(*hub)).chain(general).collect();
    let hubs: BTreeSet<Hub> =
        links.iter().map(|(_, hub)| *hub).chain(edges.iter().map(|edge| edge.hub)).collect();
    Graph {
        concerns: advice.concerns.clone(),
        hubs: hubs.into_iter().collect(),
        supports: advice.supports.iter().map(|advised| advised.support).collect(),
        links: links.into_iter().collect(),
        edges,
    }
}

/// What a support works through, each once.
fn edges_of(advised: &AdvisedSupport) -> impl Iterator<Item = Edge> + '_ {
    let hub = |mechanism: Option<MechanismKey>| mechanism.map_or(Hub::Habits, Hub::Mechanism);
    let hubs: BTreeSet<Hub> = advised.reasons.iter().map(|(_, role)| hub(role.mechanism)).collect();
    hubs.into_iter().map(move |own| {
        let reasons = advised.reasons.iter().filter(|(_, role)| hub(role.mechanism) == own);
        let concerns: BTreeSet<ConcernKey> = reasons.map(|(concern, _)| *concern).collect();
        let ratings = concerns.into_iter().map(|concern| rating(advised, concern)).collect();
        Edge { hub: own, support: advised.support, ratings }
    })
}

/// What counts for a concern.
fn rating(advised: &AdvisedSupport, concern: ConcernKey) -> (ConcernKey, Direction, Certainty) {
    let evidence = advised.evidence.iter().filter(|record| record.concern == concern);
    let ratings = evidence.flat_map(AdvisedEvidence::leading);
    let (direction, certainty) = best(ratings.map(|(_, rating)| (rating.direction, rating.certainty)));
    (concern, direction, certainty)
}

/// The best direction, and the surest of it.
fn best(ratings: impl Iterator<Item = (Direction, Certainty)>) -> (Direction, Certainty) {
    let best = ratings.min_by_key(|(direction, certainty)| (*direction, Reverse(*certainty)));
    best.unwrap_or((Direction::Unknown, Certainty::VeryLow))
}
