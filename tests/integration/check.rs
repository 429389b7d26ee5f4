//! `check`, `schema` and `init`: for those who write content.

use serde_json::Value;

use super::common::{Gutskin, gutskin};

const DIETS: &str = "diets:\n  - id: vegan\n    nmae: Vegan\n";
const SWAPS: &str = "swaps:\n  - instead_of: yogurt\n    because: dairy\n    usee: kefir\n";

/// Two files with a mistake each.
fn broken(arguments: &str) -> Gutskin {
    gutskin(arguments).file("mine/diets.yaml", DIETS).file("mine/swaps.yaml", SWAPS).status(1)
}

#[test]
fn sound_content_is_0_and_says_how_much_was_checked() {
    gutskin("check").stdout("12 files checked: no errors, no warnings\n").run();
    gutskin("check -v").stdout_has("loaded   shipped/supports.yaml").run();
}

/// As `check content` does: what is laid over itself counts once.
#[test]
fn a_copy_of_the_shipped_words_is_sound() {
    const VOCABULARY: &str = include_str!("../../content/vocabulary.yaml");
    let copy = gutskin("check mine").file("mine/vocabulary.yaml", VOCABULARY);
    copy.stdout("13 files checked: no errors, no warnings\n").run();
}

#[test]
fn all_mistakes_come_at_once_with_their_place_and_a_way_out() {
    let full = broken("check mine").some_stdout().run().stdout;
    for part in [
        "mine/diets.yaml:3:5",
        "nmae: Vegan",
        "did you mean `name`?",
        "mine/swaps.yaml:4:5",
        "did you mean `use`?",
    ] {
        assert!(full.contains(part), "no {part} in\n{full}");
    }
    assert!(full.lines().last().is_some_and(|line| line.starts_with("14 files checked: 2 errors")), "{full}");
}

#[test]
fn short_is_a_line_each_and_json_is_for_programs() {
    let short = broken("check mine -f short").some_stdout().run().stdout;
    let first = "mine/diets.yaml:3:5: error: there is no key `nmae` here [unknown-field]";
    assert_eq!(short.lines().next(), Some(first));
    let json = broken("check mine -f json").some_stdout().run().stdout;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["schema_version"], 1);
    let found = json["diagnostics"].as_array().expect("a list");
    assert_eq!(found.len(), short.lines().count());
    assert_eq!((&found[0]["code"], &found[0]["line"]), (&"unknown-field".into(), &3.into()));
}

#[test]
fn a_warning_alone_is_0() {
    let layer = "tags:\n  - id: cinnamon\n    label: cinnamon\n";
    gutskin("check mine").file("mine/diets.yaml", layer).stdout_has("no errors, 1 warning").run();
}

#[test]
fn what_check_does_not_have_is_said_with_what_it_has() {
    gutskin("check -f csv")
        .status(2)
        .stderr("error: this command has no format `csv`\n  it has `table`, `json`, `short`\n")
        .run();
    gutskin("check none").status(1).stdout_has("the content directory `none` does not exist").run();
}

#[test]
fn a_rule_is_explained_with_an_example() {
    gutskin("check --explain duplicate-id").stdout_has("duplicate-id: ").stdout_has("    ").run();
}

#[test]
fn schemas_are_for_one_file_for_all_or_for_the_output() {
    let parsed = |arguments: &str| -> Value {
        serde_json::from_str(&gutskin(arguments).some_stdout().run().stdout).expect("JSON")
    };
    let all = parsed("schema");
    assert!(all["$schema"].is_string());
    let files = all["definitions"].as_object().or_else(|| all["$defs"].as_object()).expect("definitions");
    assert!(files.len() >= 12, "a definition a content file");
    assert!(parsed("schema swaps.yaml")["properties"]["swaps"].is_object());
    let output = parsed("schema --output");
    for command in
        ["Advise", "Plan", "Map", "Concerns", "Mechanisms", "Supports", "Sources", "Show", "Profile"]
    {
        assert!(output["definitions"][format!("{command}Output")].is_object(), "{command}");
    }
    gutskin("schema swap.yaml").status(2).stderr_has("did you mean `swaps.yaml`?").run();
    gutskin("schema -f csv").status(2).stderr_has("`json`").run();
}

#[test]
fn a_starter_layer_is_sound_advised_and_never_written_over() {
    let made = gutskin("init mine").stdout_has("wrote mine/supports.yaml").run();
    let text = |name: &str| made.left(&format!("mine/{name}"));
    let with_layer = |arguments: &str| {
        let run = gutskin(arguments);
        ["supports.yaml", "evidence.yaml", "sources.yaml"]
            .iter()
            .fold(run, |run, name| run.file(&format!("mine/{name}"), text(name)))
    };
    with_layer("check mine").stdout_has("no errors, no warnings").run();
    with_layer("advise -c acne --content mine").stdout_has("Green tea").run();
    with_layer("init mine").status(1).stderr_has("`mine/supports.yaml` exists already").run();
    gutskin("init").status(2).stderr_has("<DIR>").run();
}
