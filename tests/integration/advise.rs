//! `advise`: concerns in, supports out; what comes in which order, in which form.

use serde_json::{Value, json};

use super::common::gutskin;

fn advice(arguments: &str) -> Value {
    let said = gutskin("advise -f json").args(arguments.split(' ')).some_stdout().run().stdout;
    serde_json::from_str(&said).expect("JSON")
}

fn ids(list: &Value) -> Vec<&str> {
    let entries = list.as_array().expect("a list").iter();
    entries.map(|entry| entry["id"].as_str().expect("an id")).collect()
}

#[test]
fn the_answer_is_said_in_its_order() {
    let said = gutskin("advise --diet vegan --cite").arg("a mole that is bleeding, and pimples");
    let said = said.some_stdout().run().stdout;
    let parts = [
        "see a doctor",
        "**Heard:**",
        "Why, as the article has it",
        "### Foods",
        "### Nutrients",
        "### Supplements",
        "### Habits",
        "### Check first",
        "### Left out",
        "### Sources",
        "not medical advice",
    ];
    let mut rest = said.as_str();
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else {
            panic!("{part:?} is not in its place in\n{said}")
        };
        rest = after;
    }
}

#[test]
fn the_json_is_whole_whatever_was_asked() {
    let acne = advice("-c acne");
    let keys: Vec<_> = acne.as_object().expect("an object").keys().map(String::as_str).collect();
    for key in
        ["schema_version", "query", "red_flags", "concerns", "supports", "left_out", "sources", "notice"]
    {
        assert!(keys.contains(&key), "no {key} among {keys:?}");
    }
    assert_eq!(acne["query"]["concerns"], json!(["acne"]));
    assert_eq!(acne["sources"], json!([]), "sources are for --cite");
    for support in acne["supports"].as_array().expect("supports") {
        assert_eq!(support["evidence"][0]["concern"], "acne", "{support}");
        assert!(support["evidence"][0]["finding"].is_string() && support["cautions"].is_array(), "{support}");
    }
    assert!(!advice("-c acne --cite")["sources"].as_array().expect("a list").is_empty());
}

#[test]
fn flags_and_words_for_a_concern_come_to_the_same() {
    let by_id = gutskin("advise -c acne,redness").some_stdout().run().stdout;
    gutskin("advise --concern redness -c pimples").stdout(by_id).run();
    let heard = advice("no acne, pregnant, just dry skin");
    assert_eq!(
        (&heard["query"]["concerns"], &heard["query"]["health"]),
        (&json!(["dullness"]), &json!(["pregnancy"]))
    );
    assert!(!ids(&heard["supports"]).contains(&"ashwagandha"));
}

#[test]
fn a_red_flag_says_which_words_raised_it() {
    let said = gutskin("advise -f markdown").arg("acne, and my lips are swelling").status(4).some_stdout();
    let said = said.run().stdout;
    assert!(said.contains("Heard: lips are swelling"), "{said}");
}

#[test]
fn what_was_heard_is_said_once() {
    let said =
        gutskin("advise -f markdown").arg("my daughter is 14 and has pimples").some_stdout().run().stdout;
    let heard = said.lines().find(|line| line.starts_with("- **Heard:**")).unwrap_or_default();
    assert_eq!(heard.matches("daughter").count(), 1, "{heard}");
}

#[test]
fn a_red_flag_that_tells_of_a_population_counts_as_its_name() {
    for (text, population, gone) in [
        ("acne and I am 20 weeks along", "pregnancy", "ashwagandha"),
        ("my 4 year old has acne", "children", "ashwagandha"),
    ] {
        let heard = advice(text);
        assert_eq!(heard["query"]["health"], json!([population]), "{text}");
        assert!(!ids(&heard["supports"]).contains(&gone), "{text} is offered {gone}");
    }
}

#[test]
fn what_a_person_avoids_is_gone_and_said_in_every_form() {
    let vegan = advice("-c acne --diet vegan --avoid garlic");
    let bone_broth =
        vegan["left_out"].as_array().expect("a list").iter().find(|row| row["id"] == "bone-broth");
    assert_eq!(bone_broth.map(|row| &row["instead"]), Some(&json!("whole-colorful-foods")));
    for format in ["table", "markdown", "plain", "csv", "html"] {
        let said = gutskin("advise -c acne --diet vegan --avoid garlic --width 400 -f").arg(format);
        let said = said.some_stdout().run().stdout;
        assert!(
            said.contains("one broth") || said.contains("bone-broth"),
            "{format} hides what was left out"
        );
        assert!(said.contains("not medical advice"), "{format} lacks the notice");
    }
}

#[test]
fn filters_leave_less_and_an_empty_answer_is_said_in_words() {
    let only = advice("-c acne -k supplement -m microbiome");
    assert!(
        only["supports"].as_array().expect("a list").iter().all(|support| support["kind"] == "supplement")
    );
    assert_eq!(ids(&advice("-c acne -n 1")["supports"]).len(), 4, "one of each kind");
    gutskin("advise -c acne --min-certainty high").stdout_has("Nothing that the article names").run();
}

#[test]
fn csv_is_a_row_a_support_with_its_cautions() {
    let said = gutskin("advise -c acne -f csv").some_stdout().run().stdout;
    let mut reader = csv::Reader::from_reader(said.as_bytes());
    let columns = reader.headers().expect("a header").clone();
    let column = |name: &str| columns.iter().position(|column| column == name).expect(name);
    let (support, avoid) = (column("support"), column("avoid"));
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), ids(&advice("-c acne")["supports"]).len());
    let ashwagandha = rows.iter().find(|row| &row[support] == "ashwagandha").expect("a row of it");
    assert!(ashwagandha[avoid].contains("pregnancy"), "{ashwagandha:?}");
}

#[test]
fn json_is_also_a_flag_of_its_own() {
    let by_format = gutskin("advise -c acne -f json").some_stdout().run().stdout;
    gutskin("advise -c acne --json").stdout(by_format).run();
}
