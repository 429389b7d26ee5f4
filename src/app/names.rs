//! What was typed for a flag → what it names: id, then name, then alias; never a silent guess.

use anyhow::{Result, bail};

use super::outcome::Usage;
use crate::advice::{Avoid, avoidable_words, resolve_avoid};
use crate::knowledge::find::{Entry, Kind, find_among, ids, names};
use crate::knowledge::model::{
    ConcernKey, ConditionKey, DietKey, EVERYONE, KnowledgeBase, MechanismKey, PopulationKey,
};
use crate::knowledge::nearest::nearest;
use crate::words;

/// The concerns and conditions that `-c` names.
///
/// # Errors
/// When a name is not known.
pub(super) fn concerns(kb: &KnowledgeBase, typed: &[String]) -> Result<(Vec<ConcernKey>, Vec<ConditionKey>)> {
    let (mut concerns, mut conditions) = (Vec::new(), Vec::new());
    for name in typed {
        // Conditions first: "rosacea" is an alias of redness too, and means the finer record.
        match find(kb, "concern", &[Kind::Condition, Kind::Concern], name)? {
            Entry::Condition(key) => {
                concerns.push(kb[key].concern);
                conditions.push(key);
            }
            Entry::Concern(key) => concerns.push(key),
            _ => {}
        }
    }
    Ok((concerns, conditions))
}

/// The mechanisms that `--mechanism` names.
///
/// # Errors
/// When a name is not known.
pub(super) fn mechanisms(kb: &KnowledgeBase, typed: &[String]) -> Result<Vec<MechanismKey>> {
    all(kb, "mechanism", Kind::Mechanism, typed, |entry| match entry {
        Entry::Mechanism(key) => Some(key),
        _ => None,
    })
}

/// The diets that `--diet` names.
///
/// # Errors
/// When a name is not known.
pub(super) fn diets(kb: &KnowledgeBase, typed: &[String]) -> Result<Vec<DietKey>> {
    all(kb, "diet", Kind::Diet, typed, |entry| match entry {
        Entry::Diet(key) => Some(key),
        _ => None,
    })
}

/// The populations that `--health` names.
///
/// # Errors
/// When a name is not known.
pub(super) fn health(kb: &KnowledgeBase, typed: &[String]) -> Result<Vec<PopulationKey>> {
    all(kb, "health entry", Kind::Population, typed, |entry| match entry {
        Entry::Population(key) => Some(key),
        _ => None,
    })
}

/// What `--avoid` names.
///
/// # Errors
/// When a name is not known.
pub(super) fn avoid(kb: &'static KnowledgeBase, typed: &[String]) -> Result<Vec<Avoid>> {
    let one = |name: &String| {
        let name = required("thing to avoid", name)?;
        match resolve_avoid(kb, name) {
            Some(avoid) => Ok(avoid),
            None => bail!(
                unknown("thing to avoid", name, avoidable_words(kb))
                    .help("it takes an ingredient (dairy), an example (kefir), a kind (supplements) or a support (zinc)")
                    .help("`gutskin supports` lists the supports with their examples")
            ),
        }
    };
    typed.iter().map(one).collect()
}

/// Something of any of these kinds, by what it is called.
///
/// # Errors
/// When nothing is called so.
pub(super) fn find(kb: &KnowledgeBase, what: &str, kinds: &[Kind], typed: &str) -> Result<Entry> {
    let name = typed.trim();
    match find_among(kb, name, kinds) {
        Some(entry) => Ok(entry),
        None if name.is_empty() => bail!(empty(what).help(known(kb, kinds))),
        None => bail!(unknown(what, name, names(kb, kinds)).help(known(kb, kinds))),
    }
}

fn all<K>(
    kb: &KnowledgeBase,
    what: &str,
    kind: Kind,
    typed: &[String],
    key: impl Fn(Entry) -> Option<K>,
) -> Result<Vec<K>> {
    let found = typed.iter().map(|name| find(kb, what, &[kind], name));
    found.filter_map(|entry| entry.map(&key).transpose()).collect()
}

/// A name, if it is one.
///
/// # Errors
/// When it is empty.
pub(super) fn required<'a>(what: &str, typed: &'a str) -> Result<&'a str> {
    let name = typed.trim();
    if name.is_empty() {
        bail!(empty(what));
    }
    Ok(name)
}

fn empty(what: &str) -> Usage {
    Usage::new(format!("an empty {what} names nothing"))
}

/// Says that nothing is called so, and what is called nearly so; of any kind where `what` is empty.
pub(super) fn unknown(what: &str, name: &str, names: impl Iterator<Item = &'static str>) -> Usage {
    let none = if what.is_empty() { "nothing".into() } else { format!("no {what}") };
    let usage = Usage::new(format!("{none} is called {}", words::quoted(name)));
    match nearest(name, names) {
        Some(nearest) => usage.help(format!("did you mean {}?", words::quoted(nearest))),
        None => usage,
    }
}

/// The ids, which is what the list of a flag's values is.
fn known(kb: &KnowledgeBase, kinds: &[Kind]) -> String {
    // A condition is one more word for its concern, and not in the list of concerns.
    let kinds = kinds.iter().filter(|kind| **kind != Kind::Condition);
    // What concerns everyone is shown to everyone, and nobody's to choose.
    let known: Vec<&str> = kinds.flat_map(|kind| ids(kb, *kind)).filter(|id| *id != EVERYONE).collect();
    format!("known: {}", known.join(", "))
}
