//! What holds for any combination of flags. The rules are written down once more here, plainly,
//! out of the content, so that they do not follow the code's own mistakes.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::subsequence;
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::fixture::shipped;
use super::{Avoid, Query, advise};
use crate::knowledge::model::{
    ConcernKey, ConditionKey, DietKey, EVERYONE, MechanismKey, Mention, PopulationKey, SupportKey, SwapItem,
    TagKey,
};
use crate::knowledge::sets::{Certainty, Severity, SupportKind};

fn keys<K: Clone + 'static + std::fmt::Debug>(
    count: usize,
    key: fn(u16) -> K,
    most: usize,
) -> impl Strategy<Value = Vec<K>> {
    let all: Vec<K> = (0..u16::try_from(count).unwrap_or(u16::MAX)).map(key).collect();
    subsequence(all, 0..=most)
}

fn avoid() -> impl Strategy<Value = Avoid> {
    let kb = shipped();
    let names: Vec<_> =
        kb.supports.iter().flat_map(|support| support.examples).map(|example| example.name).collect();
    let key = |count: usize| (0..u16::try_from(count).unwrap_or(u16::MAX)).collect::<Vec<_>>();
    prop_oneof![
        proptest::sample::select(key(kb.tags.len())).prop_map(|place| Avoid::Tag(TagKey(place))),
        proptest::sample::select(names).prop_map(Avoid::Example),
        proptest::sample::select(SupportKind::ALL).prop_map(Avoid::Kind),
        proptest::sample::select(key(kb.supports.len())).prop_map(|place| Avoid::Support(SupportKey(place))),
    ]
}

pub(crate) fn query() -> impl Strategy<Value = Query> {
    let kb = shipped();
    let lists = (
        keys(kb.concerns.len(), ConcernKey, 4).prop_shuffle(),
        keys(kb.conditions.len(), ConditionKey, 2),
        keys(kb.diets.len(), DietKey, 3).prop_shuffle(),
        keys(kb.populations.len(), PopulationKey, 4).prop_shuffle(),
        vec(avoid(), 0..=3),
    );
    let narrow = (
        prop_oneof![4 => Just(Vec::new()), 1 => subsequence(SupportKind::ALL.to_vec(), 1..=2)],
        prop_oneof![4 => Just(Vec::new()), 1 => keys(kb.mechanisms.len(), MechanismKey, 2)],
        prop_oneof![3 => Just(None), 1 => option::of(proptest::sample::select(Certainty::ALL))],
        prop_oneof![3 => Just(None), 1 => option::of(0..4_usize)],
    );
    (lists, narrow).prop_map(
        |((concerns, conditions, diets, health, avoid), (kinds, mechanisms, min_certainty, limit))| Query {
            concerns,
            conditions,
            kinds,
            mechanisms,
            diets,
            avoid,
            health,
            min_certainty,
            limit,
        },
    )
}

/// What this person leaves out: populations, tags, names.
fn excluded(query: &Query) -> (Vec<PopulationKey>, BTreeSet<TagKey>, BTreeSet<&'static str>) {
    let kb = shipped();
    let mut people = query.health.clone();
    let everyone = kb.populations.iter().position(|population| population.id == EVERYONE);
    people.extend(everyone.map(|place| PopulationKey(u16::try_from(place).unwrap_or(u16::MAX))));
    let mut tags: BTreeSet<_> = query.diets.iter().flat_map(|diet| kb[*diet].excludes).copied().collect();
    tags.extend(people.iter().flat_map(|who| kb[*who].excludes));
    let mut names = BTreeSet::new();
    for avoid in &query.avoid {
        match avoid {
            Avoid::Tag(tag) => _ = tags.insert(*tag),
            Avoid::Example(name) => _ = names.insert(*name),
            Avoid::Kind(_) | Avoid::Support(_) => {}
        }
    }
    for caution in kb.supports.iter().flat_map(|support| support.cautions) {
        if caution.severity == Severity::Avoid && people.contains(&caution.who) {
            names.extend(caution.examples);
        }
    }
    (people, tags, names)
}

fn is_allowed(name: &str, tags: &BTreeSet<TagKey>, names: &BTreeSet<&'static str>) -> bool {
    let mut known =
        shipped().supports.iter().flat_map(|support| support.examples).filter(|example| example.name == name);
    !names.contains(name) && !known.any(|example| example.contains.iter().any(|tag| tags.contains(tag)))
}

proptest! {
    #[test]
    fn nothing_that_a_person_leaves_out_is_offered(query in query()) {
        let kb = shipped();
        let (people, tags, names) = excluded(&query);
        let advice = advise(kb, &query);
        for advised in &advice.supports {
            let support = &kb[advised.support];
            let absolute = support.cautions.iter().find(|caution| {
                caution.severity == Severity::Avoid && caution.only.is_none() && people.contains(&caution.who)
            });
            prop_assert_eq!(absolute, None, "{} is not for this person", support.id);
            prop_assert!(!query.avoid.contains(&Avoid::Kind(support.kind)), "{}", support.id);
            prop_assert!(!query.avoid.contains(&Avoid::Support(advised.support)), "{}", support.id);
            for example in &advised.examples {
                prop_assert!(is_allowed(example.name, &tags, &names), "{}: {}", support.id, example.name);
            }
            for mention in advised.how.iter().flat_map(|sentence| sentence.mentions) {
                let allowed = match mention {
                    Mention::Tag(tag) => !tags.contains(tag),
                    Mention::Example(name) => is_allowed(name, &tags, &names),
                };
                prop_assert!(allowed, "{} mentions {mention:?}", support.id);
            }
            prop_assert!(!advised.evidence.is_empty() && !advised.reasons.is_empty());
            prop_assert!(!advised.examples.is_empty() || support.kind == SupportKind::Habit, "{}", support.id);
        }
        for row in &advice.left_out {
            prop_assert!(!row.because.is_empty());
            match row.instead {
                Some(SwapItem::Example(name)) => prop_assert!(is_allowed(name, &tags, &names), "{name} instead"),
                Some(SwapItem::Support(key)) => {
                    prop_assert!(!query.avoid.contains(&Avoid::Support(key)), "{} instead", kb[key].id);
                }
                None => {}
            }
        }
    }

    #[test]
    fn every_support_is_listed_left_out_or_beyond_the_limit(query in query()) {
        let kb = shipped();
        let bare = Query { concerns: query.concerns.clone(), kinds: query.kinds.clone(), mechanisms: query.mechanisms.clone(), ..Query::default() };
        let all = advise(kb, &bare).supports.len();
        let advice = advise(kb, &query);
        let whole = advice.left_out.iter().filter(|row| row.examples.is_empty()).count();
        let beyond: usize = advice.beyond_limit.iter().map(|(_, more)| more).sum();
        prop_assert_eq!(advice.supports.len() + whole + beyond, all);
    }

    #[test]
    fn the_order_of_what_is_asked_changes_nothing(query in query()) {
        let mut turned = query.clone();
        turned.concerns.reverse();
        turned.diets.reverse();
        turned.health.reverse();
        turned.avoid.reverse();
        prop_assert_eq!(advise(shipped(), &query), advise(shipped(), &turned));
    }
}
