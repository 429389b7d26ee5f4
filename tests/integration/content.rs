//! The shipped content: sound, whole, and the same in the program as in the files.

use std::collections::BTreeSet;
use std::path::Path;

use gutskin::embedded::KNOWLEDGE;
use gutskin::knowledge::files::Layer;
use gutskin::knowledge::load;
use gutskin::knowledge::model::{FactKey, Support};
use gutskin::knowledge::wording::MOST_CLASSES;

/// What the article says, by id: each is to be found in the content.
const FACTS: &[&str] = &[
    "A1", "A2", "A3", "C1", "C2", "C3", "C4", "M1.1", "M1.2", "M1.S1", "M1.S2", "M1.S3", "M2.1", "M2.2",
    "M2.S1", "M2.S2", "M2.S3", "M3.1", "M3.2", "M3.N1", "M3.N2", "M3.N3", "M3.N4", "M3.S1", "M3.S2", "M3.S3",
    "M4.1", "M4.2", "M4.S1", "M4.S2", "M4.S3", "H1", "H2", "H3", "H4", "H5",
];

/// What the article recommends by a mechanism for acne and redness alike.
const GUT_LINING_AND_STRESS: &[&str] = &[
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
const ABSORPTION: &[&str] =
    &["digestive-enzymes", "bitter-greens", "whole-colorful-foods", "vitamin-a", "vitamin-c"];
const MICROBIOME: &[&str] = &["fermented-foods", "prebiotic-foods", "probiotics"];
const FOR_EVERY_CONCERN: &[&str] = &[
    "fiber-rich-plant-diet",
    "hydration",
    "limit-added-sugar",
    "limit-alcohol",
    "collagen",
    "bone-broth",
    "skincare-breaks",
];

#[test]
fn the_files_are_sound_and_the_program_carries_exactly_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let loaded = load(&[Layer::Directory(folder)]);
    let found: Vec<String> = loaded.diagnostics.iter().map(|found| found.message.clone()).collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(loaded.kb.as_ref() == Some(&KNOWLEDGE), "what is compiled in differs from content/");
}

#[test]
fn a_layer_has_room_for_word_classes_of_its_own() {
    const ROOM: usize = 8;
    let (used, most) = (KNOWLEDGE.vocabulary.classes.len(), MOST_CLASSES);
    assert!(used + ROOM <= most, "{used} of {most} are taken; merge some that say nearly the same");
}

#[test]
fn every_fact_of_the_article_is_there_and_used() {
    let ids: Vec<&str> = KNOWLEDGE.facts.iter().map(|fact| fact.id).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known, FACTS.iter().copied().collect(), "the facts of the article");
    let used: BTreeSet<&str> = used_facts().into_iter().map(|key| KNOWLEDGE[key].id).collect();
    let unused: Vec<&&str> = ids.iter().filter(|id| !used.contains(*id)).collect();
    assert!(unused.is_empty(), "nothing refers to {unused:?}");
}

fn used_facts() -> Vec<FactKey> {
    let links = KNOWLEDGE.concerns.iter().flat_map(|concern| concern.links);
    let roles = KNOWLEDGE.supports.iter().flat_map(|support| support.roles);
    KNOWLEDGE
        .axis
        .article
        .iter()
        .chain(KNOWLEDGE.concerns.iter().flat_map(|concern| concern.article))
        .chain(links.flat_map(|link| link.article))
        .chain(KNOWLEDGE.mechanisms.iter().flat_map(|mechanism| mechanism.article))
        .chain(roles.flat_map(|role| role.article))
        .copied()
        .collect()
}

#[test]
fn each_concern_has_exactly_the_supports_of_the_article() {
    for (concern, by_mechanism) in [
        ("acne", [GUT_LINING_AND_STRESS, &[]]),
        ("redness", [GUT_LINING_AND_STRESS, &["omega-3"]]),
        ("dullness", [ABSORPTION, &["omega-3"]]),
        ("aging", [MICROBIOME, ABSORPTION]),
    ] {
        let found: BTreeSet<&str> = KNOWLEDGE
            .supports
            .iter()
            // More may be added; what the article recommends stays.
            .filter(|support| serves(support, concern) && support.is_in_the_article())
            .map(|support| support.id)
            .collect();
        let expected: BTreeSet<&str> =
            by_mechanism.iter().copied().flatten().chain(FOR_EVERY_CONCERN).copied().collect();
        assert_eq!(found, expected, "{concern}");
    }
}

fn serves(support: &Support, concern: &str) -> bool {
    support.roles.iter().any(|role| role.concerns.iter().any(|key| KNOWLEDGE[*key].id == concern))
}

#[test]
fn the_mechanisms_stand_in_the_order_of_the_article() {
    let ids: Vec<&str> = KNOWLEDGE.mechanisms.iter().map(|mechanism| mechanism.id).collect();
    assert_eq!(ids, ["microbiome", "leaky-gut", "nutrient-absorption", "gut-brain-skin"]);
}
