//! What begins when, and why: the covering set first, then the next best.

use crate::advice::{Advice, AdvisedSupport};
use crate::knowledge::model::{Caution, KnowledgeBase, MechanismKey, SupportKey};
use crate::plan::candidate::Candidate;
use crate::plan::cover::{Mask, smallest_cover};

/// A support that was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The support in the form that it has in the plan, with its evidence and cautions.
    pub advised: AdvisedSupport,
    /// The mechanisms behind the asked concerns that it works through.
    pub serves: Vec<MechanismKey>,
    /// Why it is here.
    pub because: Because,
    /// What would have come in its place.
    pub runner_up: Option<SupportKey>,
    /// What this person should ask a professional about before it begins.
    pub ask_first: Vec<&'static Caution>,
}

/// Why something is in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// It belongs to a smallest set that covers every mechanism.
    Covers,
    /// It is the best of what was left.
    NextBest,
}

/// A mechanism that nothing in the plan works through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uncovered {
    /// Which.
    pub mechanism: MechanismKey,
    /// What the advice has for it all the same; none if nothing is left.
    pub advised: Option<SupportKey>,
    /// Whether it merely did not fit into the weeks.
    pub later: bool,
}

/// All that may be in a plan, in the order in which it begins.
pub(super) fn queue(kb: &'static KnowledgeBase, advice: &Advice, candidates: &[Candidate]) -> Vec<Choice> {
    let behind = mechanisms(kb, advice);
    let masks: Vec<Mask> = candidates.iter().map(|candidate| mask(&candidate.advised, &behind)).collect();
    let cover = smallest_cover(&masks);
    let rest: Vec<usize> = (0..candidates.len()).filter(|place| !cover.contains(place)).collect();
    let key = |place: usize| candidates[place].advised.support;
    let choice = |place: usize, because: Because, runner_up: Option<usize>| Choice {
        advised: candidates[place].advised.clone(),
        serves: bits(masks[place], &behind),
        because,
        runner_up: runner_up.map(key),
        ask_first: candidates[place].ask_first.clone(),
    };
    let first =
        cover.iter().map(|&place| choice(place, Because::Covers, stand_in(&masks, &cover, &rest, place)));
    let then = rest.iter().enumerate();
    let then = then.map(|(turn, &place)| choice(place, Because::NextBest, rest.get(turn + 1).copied()));
    first.chain(then).collect()
}

/// The best of the rest that could stand in a place of the cover, all else left as it is.
fn stand_in(masks: &[Mask], cover: &[usize], rest: &[usize], place: usize) -> Option<usize> {
    let others = cover.iter().filter(|&&other| other != place).fold(0, |all, &other| all | masks[other]);
    let needed = masks[place] & !others;
    rest.iter().copied().find(|&other| needed & !masks[other] == 0)
}

/// The mechanisms behind the concerns that nothing in the first `room` places works through.
pub(super) fn uncovered(
    kb: &'static KnowledgeBase,
    advice: &Advice,
    queue: &[Choice],
    room: usize,
) -> Vec<Uncovered> {
    let behind = mechanisms(kb, advice);
    let serves =
        |choices: &[Choice], mechanism| choices.iter().any(|choice| choice.serves.contains(&mechanism));
    let planned = &queue[..room.min(queue.len())];
    let missing = behind.into_iter().filter(|&mechanism| !serves(planned, mechanism));
    let advised = |mechanism| {
        let mut supports = advice.supports.iter();
        supports.find(|advised| works_through(advised, mechanism)).map(|advised| advised.support)
    };
    missing
        .map(|mechanism| Uncovered {
            mechanism,
            advised: advised(mechanism),
            later: serves(queue, mechanism),
        })
        .collect()
}

/// The mechanisms behind the asked concerns, in the order of the content. Just as many as a mask
/// has bits: what lies beyond is left to the next best.
fn mechanisms(kb: &'static KnowledgeBase, advice: &Advice) -> Vec<MechanismKey> {
    let asked = &advice.query.mechanisms;
    let links = advice.concerns.iter().flat_map(|&concern| kb[concern].links);
    let mut behind: Vec<MechanismKey> = links
        .map(|link| link.mechanism)
        .filter(|mechanism| asked.is_empty() || asked.contains(mechanism))
        .collect();
    behind.sort_unstable();
    behind.dedup();
    behind.truncate(Mask::BITS as usize);
    behind
}

fn works_through(advised: &AdvisedSupport, mechanism: MechanismKey) -> bool {
    advised.reasons.iter().any(|(_, role)| role.mechanism == Some(mechanism))
}

fn mask(advised: &AdvisedSupport, behind: &[MechanismKey]) -> Mask {
    let bit = |(place, &mechanism)| if works_through(advised, mechanism) { 1_u128 << place } else { 0 };
    behind.iter().enumerate().map(bit).fold(0, |all, bit| all | bit)
}

fn bits(mask: Mask, behind: &[MechanismKey]) -> Vec<MechanismKey> {
    let is_set = |(place, _): &(usize, &MechanismKey)| mask >> place & 1 == 1;
    behind.iter().enumerate().filter(is_set).map(|(_, &mechanism)| mechanism).collect()
}
