//! Every code: it has an explanation, and its example, laid over the shipped content, is reported
//! under it, at a line of the example, with something to do about it.

use gutskin::diagnostic::{Code, Diagnostic, Example};
use gutskin::embedded::FILES;
use gutskin::knowledge::files::Layer;
use gutskin::knowledge::load;

const SHIPPED: Layer = Layer::Texts { name: "shipped", files: FILES };

/// Codes whose example no text can show; `hostile.rs` has a case for each of them.
const SHOWN_BY_COMMANDS: &[Code] =
    &[Code::UnreadableFile, Code::IgnoredFile, Code::TooLarge, Code::NotUtf8, Code::TooMany];

#[test]
fn the_example_of_every_code_is_reported_under_it() {
    let mut wrong = Vec::new();
    for code in Code::ALL.iter().copied() {
        let Example::File { name, text } = code.explanation().example else {
            assert!(SHOWN_BY_COMMANDS.contains(&code), "{code} needs an example that tests can load");
            continue;
        };
        let found = over_shipped(name, text);
        let Some(found) = found.iter().find(|found| found.code == code) else {
            let codes: Vec<&str> = found.iter().map(|found| found.code.name()).collect();
            wrong.push(format!("{code}: found {codes:?}"));
            continue;
        };
        let place = found.label.as_ref().map(|label| (label.span.file.as_str(), label.line_text.as_str()));
        let is_there =
            place.is_some_and(|(file, line)| file == format!("mine/{name}") && text.contains(line));
        if !is_there {
            wrong.push(format!("{code}: reported at {place:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_code_is_explained_in_sentences() {
    let mut names: Vec<&str> = Vec::new();
    for code in Code::ALL.iter().copied() {
        assert!(code.summary().ends_with('.'), "{code}");
        assert!(code.explanation().why.ends_with('.'), "{code}");
        assert_eq!(Code::find(code.name()), Some(code));
        names.push(code.name());
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Code::ALL.len(), "two codes share a name");
}

#[test]
fn three_damaged_files_are_reported_in_one_run() {
    const DAMAGED: &[(&str, &str)] = &[
        ("axis.yaml", "axis:\n  name: [\n"),
        ("diets.yaml", "diets:\n  - id: low-sugar\n    nam: Low sugar\n"),
        ("swaps.yaml", "swaps:\n  - instead_of: yogurt\n    because: dairy\n    use: sauerkrau\n"),
    ];
    let found = load(&[SHIPPED, Layer::Texts { name: "mine", files: DAMAGED }]).diagnostics;
    let files: Vec<&str> =
        found.iter().filter_map(|found| found.label.as_ref()).map(|label| label.span.file.as_str()).collect();
    assert_eq!(files, ["mine/axis.yaml", "mine/diets.yaml", "mine/swaps.yaml"]);
    assert!(found[2].help.as_deref().is_some_and(|help| help.contains("sauerkraut")), "{found:#?}");
}

#[test]
fn a_second_place_is_named_with_its_line() {
    let found = over_shipped("diets.yaml", "diets:\n  - id: a\n    name: A\n  - id: a\n    name: B\n");
    let related = &found[0].related[0];
    assert_eq!((related.span.line, related.span.column), (2, 9));
    assert_eq!(related.message, "first defined here");
}

#[test]
fn a_layer_adds_replaces_and_changes() {
    const MINE: &[(&str, &str)] = &[(
        "diets.yaml",
        "diets:\n  - id: low-sugar\n    name: Low sugar\n  - id: vegan\n    name: Plants only\n  - extends: vegetarian\n    name: No meat\n",
    )];
    let loaded = load(&[SHIPPED, Layer::Texts { name: "mine", files: MINE }]);
    let kb = loaded.kb.expect("the layer is sound");
    let diet = |id: &str| kb.diets.iter().find(|diet| diet.id == id).expect(id);
    assert_eq!(kb.diets.last().map(|diet| diet.id), Some("low-sugar"), "new records come last");
    assert_eq!(kb.diets[0].id, "vegan", "a replaced record keeps its place");
    assert!(diet("vegan").excludes.is_empty(), "nothing remains of what was replaced");
    assert_eq!(diet("vegetarian").name, "No meat");
    assert!(!diet("vegetarian").excludes.is_empty(), "what a change does not give stays");
}

fn over_shipped(name: &'static str, text: &'static str) -> Vec<Diagnostic> {
    let files: &'static [(&str, &str)] = Box::leak(Box::new([(name, text)]));
    load(&[SHIPPED, Layer::Texts { name: "mine", files }]).diagnostics
}
