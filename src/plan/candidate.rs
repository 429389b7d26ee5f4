//! What may go into a plan at all, in which form, and how good and safe it is.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::advice::{Advice, AdvisedSupport, Query, best};
use crate::knowledge::model::{Caution, Example, KnowledgeBase, Mention, SupportKey};
use crate::knowledge::sets::{Direction, Severity, SupportKind};

/// A support that may go into a plan, in the form that it has there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    /// The support, its examples and sentences reduced to what a plan may offer.
    pub(super) advised: AdvisedSupport,
    /// What this person should ask a professional about before it begins.
    pub(super) ask_first: Vec<&'static Caution>,
}

/// Best-supported and safest first; smaller is better. What this person should ask about first
/// comes last; then the ranking of the advice decides; where that leaves a tie, fewer and lighter
/// cautions do, and in the end the article's order.
type Standing = (bool, (Direction, u8), Reverse<usize>, [usize; 2], SupportKey);

/// What may go into a plan, best first.
pub(super) fn candidates(kb: &'static KnowledgeBase, advice: &Advice) -> Vec<Candidate> {
    let supports = advice.supports.iter();
    let mut found: Vec<Candidate> =
        supports.filter_map(|advised| candidate(kb, &advice.query, advised)).collect();
    found.sort_by_key(standing);
    found
}

/// The support as it may stand in a plan; none if it may not.
fn candidate(kb: &'static KnowledgeBase, query: &Query, advised: &AdvisedSupport) -> Option<Candidate> {
    let support = &kb[advised.support];
    let wants_products = query.kinds.contains(&SupportKind::Supplement);
    let is_product = support.kind == SupportKind::Supplement;
    // Where studies saw nothing, or saw harm, no reason is left to change one's days for it.
    let is_reasonable = best(&advised.evidence).0 <= Direction::Unknown;
    let is_for_nobody = advised.cautions.iter().any(|caution| {
        caution.severity == Severity::Avoid && caution.only.is_none() && concerns_person(kb, query, caution)
    });
    if is_product && !wants_products || !is_reasonable || is_for_nobody {
        return None;
    }
    let offered =
        advised.examples.iter().copied().filter(|e| is_product || wants_products || !is_a_product(kb, e));
    let ask_first = ask_first(kb, query, advised);
    let examples = without_doubtful(offered.collect(), &ask_first);
    if examples.is_empty() && !advised.examples.is_empty() {
        return None;
    }
    let ask_first = ask_first.into_iter().filter(|caution| is_about(caution, &examples)).collect();
    Some(Candidate { advised: reduced(advised, examples), ask_first })
}

/// The cautions that tell this person to ask first.
fn ask_first(kb: &'static KnowledgeBase, query: &Query, advised: &AdvisedSupport) -> Vec<&'static Caution> {
    let grave = advised.cautions.iter().copied().filter(|caution| caution.severity == Severity::AskFirst);
    grave.filter(|caution| concerns_person(kb, query, caution)).collect()
}

fn concerns_person(kb: &KnowledgeBase, query: &Query, caution: &Caution) -> bool {
    query.health.contains(&caution.who) || kb[caution.who].id == "everyone"
}

/// The examples that nobody needs to ask about, if there are any; else all.
fn without_doubtful(offered: Vec<&'static Example>, ask_first: &[&'static Caution]) -> Vec<&'static Example> {
    let doubtful: BTreeSet<&str> = ask_first.iter().flat_map(|caution| caution.examples).copied().collect();
    let safe: Vec<_> = offered.iter().copied().filter(|example| !doubtful.contains(example.name)).collect();
    let mut kept = if safe.is_empty() { offered } else { safe };
    // What the article names comes first in the rotation.
    kept.sort_by_key(|example| !example.article);
    kept
}

/// Whether a caution concerns what is offered: the whole support, or one of these examples.
fn is_about(caution: &Caution, examples: &[&'static Example]) -> bool {
    caution.only.is_none() || examples.iter().any(|example| caution.examples.contains(&example.name))
}

/// The support with just these examples, and without the sentences that offer one of the others.
fn reduced(advised: &AdvisedSupport, examples: Vec<&'static Example>) -> AdvisedSupport {
    let gone = |name: &str| {
        let is_named = |example: &&Example| example.name == name;
        advised.examples.iter().any(&is_named) && !examples.iter().any(is_named)
    };
    let offers_gone = |mention: &Mention| matches!(mention, Mention::Example(name) if gone(name));
    let how = advised.how.iter().copied().filter(|sentence| !sentence.mentions.iter().any(offers_gone));
    AdvisedSupport { how: how.collect(), examples, ..advised.clone() }
}

/// Whether an example is a tablet or the like rather than something to eat or do: by its tag, or,
/// where content forgot that, by its name.
fn is_a_product(kb: &KnowledgeBase, example: &Example) -> bool {
    const FORMS: [&str; 5] = ["tablet", "capsule", "supplement", "powder", "pill"];
    let is_form = |word: &str| FORMS.contains(&word.strip_suffix('s').unwrap_or(word));
    let mut words = example.name.split(|letter: char| !letter.is_alphanumeric());
    example.contains.iter().any(|&tag| kb[tag].id == "tablet") || words.any(is_form)
}

fn standing(candidate: &Candidate) -> Standing {
    let advised = &candidate.advised;
    let served: BTreeSet<_> = advised.reasons.iter().map(|(concern, _)| concern).collect();
    let of = |severity| advised.cautions.iter().filter(|caution| caution.severity == severity).count();
    let cautions = [of(Severity::Avoid), of(Severity::AskFirst)];
    let doubt = !candidate.ask_first.is_empty();
    (doubt, best(&advised.evidence), Reverse(served.len()), cautions, advised.support)
}
