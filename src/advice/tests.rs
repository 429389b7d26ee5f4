//! What must hold for advice out of the shipped content.

mod wishes;

use super::fixture::{asked, shipped};
use super::{Advice, Avoid, Query, advise, resolve_avoid};
use crate::knowledge::model::{ConcernKey, SwapItem};
use crate::knowledge::sets::{Certainty, Direction, SupportKind};

fn ids(advice: &Advice) -> Vec<&'static str> {
    let mut ids: Vec<_> = advice.supports.iter().map(|advised| shipped()[advised.support].id).collect();
    ids.sort_unstable();
    ids
}

/// In the order of the advice, those that the article recommends.
fn of_the_article(advice: &Advice) -> Vec<&'static str> {
    let supports = advice.supports.iter().map(|advised| &shipped()[advised.support]);
    supports.filter(|support| support.is_in_the_article()).map(|support| support.id).collect()
}

fn examples_of(advice: &Advice, support: &str) -> Option<Vec<&'static str>> {
    let advised = advice.supports.iter().find(|advised| shipped()[advised.support].id == support)?;
    Some(advised.examples.iter().map(|example| example.name).collect())
}

/// (the support, its examples, why, the swap), for each row of "left out".
fn left_out(advice: &Advice) -> Vec<(&'static str, String, String, &'static str)> {
    let kb = shipped();
    let row = |row: &super::LeftOut| {
        let instead = match row.instead {
            Some(SwapItem::Support(key)) => kb[key].id,
            Some(SwapItem::Example(name)) => name,
            None => "",
        };
        (kb[row.support].id, row.examples.join(", "), row.because_words(kb), instead)
    };
    advice.left_out.iter().map(row).collect()
}

const GENERAL: [&str; 7] = [
    "fiber-rich-plant-diet",
    "hydration",
    "limit-added-sugar",
    "limit-alcohol",
    "collagen",
    "bone-broth",
    "skincare-breaks",
];

const ACNE: [&str; 17] = [
    "fermented-foods",
    "prebiotic-foods",
    "probiotics",
    "l-glutamine",
    "zinc",
    "berries",
    "leafy-greens",
    "turmeric",
    "limit-ultra-processed-foods",
    "limit-alcohol",
    "limit-added-sugar",
    "ashwagandha",
    "holy-basil",
    "mindful-eating",
    "deep-breathing",
    "meditation",
    "gentle-movement",
];

const DULLNESS: [&str; 6] =
    ["digestive-enzymes", "bitter-greens", "whole-colorful-foods", "vitamin-a", "vitamin-c", "omega-3"];

const AGING: [&str; 8] = [
    "fermented-foods",
    "prebiotic-foods",
    "probiotics",
    "digestive-enzymes",
    "bitter-greens",
    "whole-colorful-foods",
    "vitamin-a",
    "vitamin-c",
];

#[test]
fn each_concern_has_exactly_the_supports_of_the_article() {
    let redness: Vec<_> = ACNE.into_iter().chain(["omega-3"]).collect();
    for (concern, own) in
        [("acne", &ACNE[..]), ("redness", &redness), ("dullness", &DULLNESS), ("aging", &AGING)]
    {
        let mut expected: Vec<_> = own.iter().copied().chain(GENERAL).collect();
        expected.sort_unstable();
        expected.dedup();
        let advice = advise(shipped(), &asked(&[concern], &[], &[], &[]));
        let mut found = of_the_article(&advice);
        found.sort_unstable();
        assert_eq!(found, expected, "{concern}");
        assert_eq!((advice.left_out, advice.uncovered), (vec![], vec![]), "{concern}");
    }
}

#[test]
fn every_listed_support_shows_its_own_record_for_each_asked_concern() {
    let kb = shipped();
    let advice = advise(kb, &Query::default());
    assert_eq!((advice.supports.len(), advice.concerns.len()), (kb.supports.len(), kb.concerns.len()));
    for advised in &advice.supports {
        let recorded = kb[advised.support].evidence.iter();
        let recorded: Vec<_> = recorded.map(|record| (record.concern, &record.rating)).collect();
        let mut shown: Vec<_> =
            advised.evidence.iter().map(|record| (record.concern, record.rating)).collect();
        // Every concern has its answer, also where there is no record: that nothing is on record.
        assert_eq!(shown.len(), kb.concerns.len());
        shown.retain(|(concern, _)| recorded.iter().any(|(known, _)| known == concern));
        shown.sort_unstable_by_key(|(concern, _)| *concern);
        assert_eq!(shown, recorded, "{}", kb[advised.support].id);
        assert_eq!(advised.cautions.len(), kb[advised.support].cautions.len());
    }
}

#[test]
fn within_a_kind_what_helps_more_surely_comes_first() {
    let kb = shipped();
    let advice = advise(kb, &asked(&["acne"], &[], &[], &[]));
    let listed = of_the_article(&advice);
    let foods = ["fermented-foods", "leafy-greens", "prebiotic-foods", "berries", "turmeric", "bone-broth"];
    assert_eq!(listed[..6], foods);
    assert_eq!(listed[6..12], ["zinc", "l-glutamine", "probiotics", "ashwagandha", "holy-basil", "collagen"]);
    assert_eq!(advice.foremost().map(|key| kb[key].id), Some("zinc"));
}

#[test]
fn a_named_condition_leads_also_in_the_ranking() {
    let kb = shipped();
    let query = asked(&["redness"], &[], &["eczema"], &[]);
    let advice = advise(kb, &query);
    let probiotics = advice.supports.iter().find(|advised| kb[advised.support].id == "probiotics");
    let leading: Vec<_> = probiotics.into_iter().flat_map(|advised| advised.evidence[0].leading()).collect();
    let [(Some(condition), rating)] = leading[..] else { panic!("one record leads: {leading:?}") };
    assert_eq!((kb[condition].id, rating.direction), ("eczema", Direction::NoEffect));
    let mut supplements =
        advice.supports.iter().filter(|advised| kb[advised.support].kind == SupportKind::Supplement);
    assert_eq!(supplements.next_back().map(|advised| kb[advised.support].id), Some("probiotics"));
}

#[test]
fn a_vegan_reads_what_is_gone_and_what_serves_instead() {
    let advice = advise(shipped(), &asked(&["acne"], &["vegan"], &[], &[]));
    let ferments = ["sauerkraut", "vegan kimchi", "dairy-free yogurt with live cultures"];
    assert_eq!(examples_of(&advice, "fermented-foods").as_deref(), Some(&ferments[..]));
    let rows = left_out(&advice);
    let expected = |support, examples: &str, instead| {
        (support, examples.to_owned(), "vegan (animal)".to_owned(), instead)
    };
    assert!(rows.contains(&expected("fermented-foods", "yogurt", "dairy-free yogurt with live cultures")));
    assert!(rows.contains(&expected("fermented-foods", "kefir, kimchi", "vegan kimchi")));
    assert!(rows.contains(&expected("bone-broth", "", "whole-colorful-foods")), "{rows:?}");
    assert!(rows.contains(&expected("collagen", "", "vitamin-c")), "{rows:?}");
}

#[test]
fn an_avoid_without_a_form_takes_the_whole_support_and_says_for_whom() {
    let advice = advise(shipped(), &asked(&["acne"], &[], &["pregnancy", "blood-thinners"], &[]));
    let rows = left_out(&advice);
    let gone = |support, because: &str, instead| (support, String::new(), because.to_owned(), instead);
    assert!(rows.contains(&gone("ashwagandha", "pregnant", "deep-breathing")), "{rows:?}");
    assert!(
        rows.contains(&gone("holy-basil", "pregnant; taking a blood thinner", "deep-breathing")),
        "{rows:?}"
    );
    assert!(!ids(&advice).contains(&"ashwagandha"));
}

#[test]
fn an_avoid_with_a_form_takes_its_examples_alone() {
    let advice = advise(shipped(), &asked(&["dullness"], &[], &["pregnancy"], &[]));
    let examples = examples_of(&advice, "vitamin-a").unwrap_or_default();
    assert!(examples.contains(&"eggs") && !examples.contains(&"liver"), "{examples:?}");
    let vitamin_a = advice.supports.iter().find(|advised| shipped()[advised.support].id == "vitamin-a");
    let how: Vec<_> =
        vitamin_a.into_iter().flat_map(|advised| &advised.how).map(|sentence| sentence.text).collect();
    assert!(!how.is_empty() && how.iter().all(|sentence| !sentence.contains("Liver")), "{how:?}");
}

#[test]
fn who_avoids_supplements_is_offered_no_tablets_either() {
    let advice = advise(shipped(), &asked(&[], &[], &[], &["supplements"]));
    assert!(advice.supports.iter().all(|advised| shipped()[advised.support].kind != SupportKind::Supplement));
    assert!(!examples_of(&advice, "zinc").unwrap_or_default().contains(&"zinc tablet"));
    let omega = examples_of(&advice, "omega-3").unwrap_or_default();
    assert!(!omega.contains(&"fish-oil capsules") && omega.contains(&"chia seeds"), "{omega:?}");
}

#[test]
fn to_avoid_alcohol_is_no_reason_not_to_limit_it() {
    let advice = advise(shipped(), &asked(&["acne"], &[], &[], &["alcohol"]));
    assert!(ids(&advice).contains(&"limit-alcohol"));
    let by_id = advise(shipped(), &asked(&["acne"], &[], &[], &["limit-alcohol"]));
    assert!(!ids(&by_id).contains(&"limit-alcohol"));
}

#[test]
fn a_word_to_avoid_is_a_tag_then_an_example_a_kind_a_support_an_alias() {
    let kb = shipped();
    let word = |typed: &str| resolve_avoid(kb, typed).map(|avoid| (avoid, avoid.word(kb)));
    assert!(matches!(word("garlic"), Some((Avoid::Tag(_), "garlic"))));
    assert!(matches!(word("Eggs"), Some((Avoid::Tag(_), "egg"))));
    assert!(matches!(word("kefir"), Some((Avoid::Example("kefir"), "kefir"))));
    assert!(matches!(word("supplement"), Some((Avoid::Kind(SupportKind::Supplement), "supplements"))));
    assert!(matches!(word("leafy greens"), Some((Avoid::Support(_), "leafy-greens"))));
    assert!(matches!(word("haldi"), Some((Avoid::Support(_), "turmeric"))));
    assert_eq!(word("Less alcohol"), None);
    assert_eq!(word("moonlight"), None);
}

#[test]
fn a_form_that_bears_the_supports_name_stands_for_all_its_forms() {
    let advice = advise(shipped(), &asked(&["aging"], &[], &[], &["collagen"]));
    assert!(!ids(&advice).contains(&"collagen"));
}

#[test]
fn a_minimum_leaves_out_the_rest_and_names_mechanisms_left_empty() {
    let kb = shipped();
    let query = Query { min_certainty: Some(Certainty::Low), ..asked(&["acne"], &[], &[], &[]) };
    let advice = advise(kb, &query);
    assert_eq!(of_the_article(&advice), ["zinc", "probiotics"]);
    let all = advise(kb, &asked(&["acne"], &[], &[], &[])).supports.len();
    assert_eq!(advice.left_out.len(), all - advice.supports.len());
    assert!(advice.left_out.iter().all(super::LeftOut::is_below_certainty));
    let uncovered: Vec<_> = advice.uncovered.iter().map(|key| kb[*key].id).collect();
    assert_eq!(uncovered, ["gut-brain-skin"]);
}

#[test]
fn a_limit_cuts_each_kind_and_counts_the_rest() {
    let query = Query { limit: Some(2), ..asked(&["acne"], &["vegan"], &[], &[]) };
    let advice = advise(shipped(), &query);
    let without = advise(shipped(), &Query { limit: None, ..query });
    let beyond = |kind: &SupportKind| {
        let all = without.supports.iter().filter(|advised| shipped()[advised.support].kind == *kind);
        Some((*kind, all.count().saturating_sub(2))).filter(|(_, more)| *more > 0)
    };
    let expected: Vec<_> = SupportKind::ALL.iter().filter_map(beyond).collect();
    assert!(expected.len() > 2, "more than one kind goes on beyond the limit: {expected:?}");
    assert_eq!(advice.beyond_limit, expected);
    assert!(advice.uncovered.is_empty(), "a limit leaves no mechanism without support");
    let listed = ids(&advice);
    for row in advice.left_out.iter().filter(|row| !row.examples.is_empty()) {
        assert!(listed.contains(&shipped()[row.support].id), "{row:?} is of something not listed");
    }
}

#[test]
fn the_order_of_the_words_changes_nothing() {
    let one =
        asked(&["acne", "redness"], &["vegan", "low-fodmap"], &["pregnancy", "ibs"], &["garlic", "kefir"]);
    let mut other =
        asked(&["redness", "acne"], &["low-fodmap", "vegan"], &["ibs", "pregnancy"], &["kefir", "garlic"]);
    assert_eq!(advise(shipped(), &one), advise(shipped(), &other));
    other.concerns.push(ConcernKey(0));
    assert_eq!(advise(shipped(), &one), advise(shipped(), &other));
}
