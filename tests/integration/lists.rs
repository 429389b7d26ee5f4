//! `concerns`, `mechanisms`, `supports`, `sources`: the same entries in every form.

use std::collections::BTreeSet;

use serde_json::Value;

use super::common::gutskin;

/// The command, which is also the list's key in JSON, and two of its entries.
const LISTS: &[(&str, &str, &str)] = &[
    ("concerns", "acne", "aging"),
    ("mechanisms", "microbiome", "gut-brain-skin"),
    ("supports", "fermented-foods", "skincare-breaks"),
    ("sources", "parodi-2008", "juhl-2018"),
];

fn said(command: &str, format: &str) -> String {
    gutskin(command).args(["-f", format]).some_stdout().run().stdout
}

fn names(entries: &[Value], key: &str) -> Vec<String> {
    entries.iter().map(|entry| entry[key].as_str().expect("text").to_owned()).collect()
}

#[test]
fn every_list_names_the_same_entries_in_every_form() {
    for (command, one, other) in LISTS {
        let json: Value = serde_json::from_str(&said(command, "json")).expect("JSON");
        assert_eq!(json["schema_version"], 1, "{command}");
        let entries = json[command].as_array().expect("a list under its own name");
        let ids = names(entries, "id");
        assert!(ids.iter().any(|id| id == one) && ids.iter().any(|id| id == other), "{command}: {ids:?}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{command}: each once");
        let csv = said(command, "csv");
        let mut rows = csv::Reader::from_reader(csv.as_bytes());
        let firsts: Vec<String> = rows.records().map(|row| row.expect("a row")[0].to_owned()).collect();
        assert_eq!(firsts, ids, "{command}: a spreadsheet gets what programs get");
        let key = if *command == "sources" || *command == "concerns" { "id" } else { "name" };
        for format in ["table", "markdown", "plain", "html"] {
            // A table breaks words where it has to.
            let wide = gutskin(command).args(["-f", format, "--width", "1000"]).some_stdout().run().stdout;
            for name in names(entries, key) {
                let name = if format == "html" { name.replace('\'', "&#39;") } else { name };
                assert!(wide.contains(&name), "{command} -f {format} lacks {name}");
            }
        }
    }
}

#[test]
fn supports_are_chosen_as_advice_is() {
    let vegan = gutskin("supports --diet vegan --kind supplement -f json").some_stdout().run().stdout;
    let vegan: Value = serde_json::from_str(&vegan).expect("JSON");
    let listed = names(vegan["supports"].as_array().expect("supports"), "id");
    assert!(listed.contains(&"probiotics".to_owned()) && !listed.contains(&"collagen".to_owned()));
    let left_out = names(vegan["left_out"].as_array().expect("what was left out"), "id");
    assert!(left_out.contains(&"collagen".to_owned()), "{left_out:?}");
    gutskin("supports --min-certainty high").stdout_has("Nothing").run();
    gutskin("supports --mechanism gut-brain-skin").stdout_has("Deep").run();
}

#[test]
fn what_a_list_does_not_know_is_2_with_a_hint() {
    for (command, ..) in LISTS {
        gutskin(command)
            .args(["-f", "ics"])
            .status(2)
            .stderr("error: this command has no format `ics`\n  it has `table`, `markdown`, `plain`, `json`, `csv`, `html`\n")
            .run();
        gutskin(command).arg("acne").status(2).stderr_has("'acne'").run();
    }
    gutskin("supports --diet vegn").status(2).stderr_has("did you mean `vegan`?").run();
    gutskin("concerns --content none").status(1).stderr_has("none").run();
}

#[test]
fn what_a_layer_adds_is_listed_last() {
    let layer = "sources:\n  - id: a-leaflet\n    title: A leaflet\n    authors: A clinic\n    venue: A clinic\n    url: https://example.org/leaflet\n    kind: fact-sheet\n    seen: excerpt\n    tier: weak\n";
    let listed = gutskin("sources -f csv --content mine").file("mine/sources.yaml", layer);
    let listed = listed.some_stdout().run().stdout;
    assert!(listed.lines().last().is_some_and(|row| row.starts_with("a-leaflet,A leaflet,")), "{listed}");
}
