//! `show`: one thing in full, of any kind, under any of its names.

use serde_json::Value;

use super::common::gutskin;

#[test]
fn one_of_every_kind_is_shown_by_an_everyday_name() {
    for (name, kind, says) in [
        ("zinc", "support", "40 mg"),
        ("kefir", "example", "Fermented foods"),
        ("Leaky Gut", "mechanism", "against it"),
        ("pimples", "concern", "Acne"),
        ("rosacea", "condition", "Redness"),
        ("juhl-2018", "source", "10.3390/nu10081049"),
        ("axis", "axis", "gut and skin"),
        ("M1.2", "fact", "Behind"),
        ("vegan", "diet", "dairy"),
        ("expecting", "population", "Ashwagandha"),
        ("dairy", "tag", "kefir"),
        ("anaphylaxis", "red_flag", "911"),
    ] {
        gutskin("show").arg(name).stdout_has(says).run();
        let json = gutskin("show -f json").arg(name).some_stdout().run().stdout;
        let json: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!((&json["schema_version"], json["kind"].as_str()), (&1.into(), Some(kind)), "{name}");
        assert!(json[kind].is_object(), "{name}: {json}");
    }
}

#[test]
fn an_id_is_written_as_it_is_typed_and_a_name_with_a_capital() {
    gutskin("show juhl-2018").stdout_has("## juhl-2018\n").run();
    gutskin("show kefir").stdout_has("## Kefir\n").run();
}

#[test]
fn several_words_are_one_name() {
    let quoted = gutskin("show").arg("leafy greens").some_stdout().run().stdout;
    gutskin("show leafy greens").stdout(quoted).run();
}

#[test]
fn every_form_carries_the_cautions() {
    for format in ["table", "markdown", "plain", "json", "csv", "html"] {
        let said = gutskin("show ashwagandha --width 1000 -f").arg(format).some_stdout().run().stdout;
        assert!(said.contains("liver"), "{format}: {said}");
    }
}

#[test]
fn what_is_not_known_is_2_with_the_nearest_or_where_to_look() {
    gutskin("show tumeric-root").status(2).stderr_has("`gutskin concerns`").run();
    gutskin("show kefirr").status(2).stderr_has("did you mean `kefir`?").run();
    gutskin("show zinc -f svg").status(2).stderr_has("no format `svg`").stderr_has("`html`").run();
    gutskin("show").arg("").status(2).some_stderr().run();
}
