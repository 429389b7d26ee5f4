//! What a person does not want: how far it reaches, and how it is said.

use super::super::fixture::{asked, shipped, shipped_layer};
use super::super::{Advice, Cause, LeftOut, Query, advise, avoidable_words, resolve_avoid};
use super::{examples_of, ids, left_out};
use crate::knowledge::files::Layer;
use crate::knowledge::load;
use crate::knowledge::model::{KnowledgeBase, SwapItem};
use crate::knowledge::sets::{Certainty, SupportKind};

#[test]
fn the_last_within_the_limit_keeps_what_was_left_out_of_it() {
    let query = asked(&["acne"], &["vegan"], &[], &[]);
    let kb = shipped();
    let foods: Vec<_> = advise(kb, &query).supports.iter().map(|advised| &kb[advised.support]).collect();
    let place = foods.iter().position(|food| food.id == "fermented-foods").expect("it is listed");
    assert_eq!(foods[place].kind, SupportKind::Food, "the first kind, so that its place is its rank");
    let advice = advise(kb, &Query { limit: Some(place + 1), ..query });
    assert!(ids(&advice).contains(&"fermented-foods"));
    assert!(!advice.left_out.iter().any(LeftOut::is_below_certainty), "evidence has no part in it");
    let rows = left_out(&advice);
    assert!(rows.iter().any(|row| (row.0, row.1.as_str()) == ("fermented-foods", "yogurt")), "{rows:?}");
}

#[test]
fn every_word_offered_for_avoiding_is_understood() {
    let kb = shipped();
    let words: Vec<_> = avoidable_words(kb).collect();
    for word in ["garlic", "kefir", "supplements", "limit-alcohol"] {
        assert!(words.contains(&word), "{word}");
    }
    for word in words {
        assert!(resolve_avoid(kb, word).is_some(), "{word}");
    }
    let by_name = resolve_avoid(kb, "Mindful, slower eating");
    assert_eq!(by_name.map(|avoid| avoid.word(kb)), Some("mindful-eating"));
}

#[test]
fn each_person_diet_and_wish_is_named_once_as_a_reason() {
    let causes = |query: &Query| {
        let advice = advise(shipped(), query);
        let yogurt = advice.left_out.into_iter().find(|row| row.examples.contains(&"yogurt"));
        yogurt.map(|row| row.because).unwrap_or_default()
    };
    // A caution names it, and it holds two of the tags that this person leaves out.
    assert!(matches!(causes(&asked(&["acne"], &[], &["milk-allergy"], &[]))[..], [Cause::Caution(..)]));
    let all = causes(&asked(&["acne"], &["vegan", "dairy-free"], &["milk-allergy"], &["yogurt"]));
    let [Cause::Caution(..), Cause::Diet(..), Cause::Diet(..), Cause::Avoided(_)] = all[..] else {
        panic!("the gravest first, each once: {all:?}")
    };
}

#[test]
fn to_avoid_one_form_leaves_the_advice_about_the_others() {
    let advice = advise(shipped(), &asked(&["acne"], &[], &[], &["kefir"]));
    let ferments = advice.supports.iter().find(|advised| shipped()[advised.support].id == "fermented-foods");
    let how: Vec<_> =
        ferments.into_iter().flat_map(|advised| &advised.how).map(|sentence| sentence.text).collect();
    assert!(how.iter().any(|sentence| sentence.contains("sauerkraut")), "{how:?}");
}

#[test]
fn a_minimum_is_named_in_words() {
    let words = |least| Cause::Below(least).words(shipped());
    assert_eq!(words(Certainty::VeryLow), "nothing that helps at very low certainty or better");
    assert_eq!(words(Certainty::Moderate), "nothing that helps at moderate certainty or better");
}

#[test]
fn who_avoids_a_food_is_not_offered_it_for_a_nutrient() {
    let without_berries = advise(shipped(), &asked(&["aging"], &[], &[], &["berries"]));
    let examples = examples_of(&without_berries, "vitamin-c").unwrap_or_default();
    assert!(!examples.contains(&"strawberries") && examples.contains(&"broccoli"), "{examples:?}");
    // A nutrient is more than where it comes from.
    let without_zinc = advise(shipped(), &asked(&["aging"], &[], &[], &["zinc"]));
    let examples = examples_of(&without_zinc, "vitamin-a").unwrap_or_default();
    assert!(examples.contains(&"eggs"), "{examples:?}");
}

/// What is asked (diets, health, avoided), what is gone because of it, and what serves instead.
type Gone =
    (&'static [&'static str], &'static [&'static str], &'static [&'static str], &'static str, &'static str);

#[test]
fn a_swap_fits_the_very_reason() {
    let cases: &[Gone] = &[
        (&["dairy-free"], &[], &[], "yogurt", "dairy-free yogurt with live cultures"),
        (&[], &["lactose-intolerance"], &[], "yogurt", "lactose-free yogurt"),
        (&[], &["milk-allergy"], &[], "kefir", "sauerkraut"),
        (&[], &["celiac"], &[], "oats", "gluten-free oats"),
        (&[], &["fish-allergy"], &[], "kimchi", "vegan kimchi"),
        (&[], &[], &["dairy"], "yogurt", "dairy-free yogurt with live cultures"),
        (&[], &[], &["garlic"], "garlic", "oats"),
        (&[], &[], &["kefir"], "kefir", "sauerkraut"),
        (&[], &[], &["berries"], "strawberries", "bell peppers"),
        (&[], &[], &["supplements"], "ashwagandha", "deep-breathing"),
        // Without a swap for that reason there is none.
        (&[], &["lactose-intolerance"], &[], "kefir", ""),
        (&["low-histamine"], &[], &[], "spinach", ""),
        // Nor is a form of the very thing that is gone one.
        (&[], &[], &["omega-3"], "omega-3", ""),
        (&[], &[], &["dairy"], "milk", ""),
        (&[], &[], &["supplements"], "zinc tablet", ""),
    ];
    for (diets, health, avoid, gone, instead) in cases {
        let rows = left_out(&advise(shipped(), &asked(&[], diets, health, avoid)));
        let row = rows.iter().find(|row| row.1.split(", ").any(|name| name == *gone) || row.0 == *gone);
        assert_eq!(row.map(|row| row.3), Some(*instead), "{diets:?} {health:?} {avoid:?}: {gone}");
    }
}

/// What a clinic may add: seriously ill people leave out live cultures, and oats serve instead.
const CLINIC: Layer = Layer::Texts {
    name: "clinic",
    files: &[
        ("populations.yaml", "populations:\n  - {extends: serious-illness, excludes: [live-cultures]}\n"),
        (
            "swaps.yaml",
            "swaps:\n  - {instead_of: probiotics, because: live-cultures, use: oats, mechanism: microbiome}\n",
        ),
    ],
};

#[test]
fn a_swap_for_what_a_person_leaves_out_serves_where_a_caution_takes_the_whole() {
    let kb = load(&[shipped_layer(), CLINIC]).kb.expect("the layer is sound");
    let kb: &'static KnowledgeBase = Box::leak(Box::new(kb));
    let query = asked(&["acne"], &[], &["serious-illness"], &[]);
    let without = advise(shipped(), &query);
    let instead = |advice: &Advice| {
        let row = advice.left_out.iter().find(|row| kb[row.support].id == "probiotics");
        row.map(|row| (row.examples.len(), row.instead))
    };
    assert_eq!(instead(&without), Some((0, None)));
    assert_eq!(instead(&advise(kb, &query)), Some((0, Some(SwapItem::Example("oats")))));
}
