//! `plan` and `map`: the same advice in weeks, and as a picture.

use serde_json::Value;

use super::common::gutskin;

const PLAN: &str = "plan -c acne --start 2026-01-05";

fn said(arguments: &str) -> String {
    gutskin(arguments).some_stdout().run().stdout
}

fn json(arguments: &str) -> Value {
    serde_json::from_str(&gutskin(arguments).args(["-f", "json"]).some_stdout().run().stdout).expect("JSON")
}

#[test]
fn a_plan_has_as_many_weeks_and_changes_as_asked() {
    let four = json(PLAN);
    assert_eq!(
        (four["start"].as_str(), four["weeks"].as_array().map(Vec::len)),
        (Some("2026-01-05"), Some(4))
    );
    assert_eq!(four["chosen"].as_array().map(Vec::len), Some(4), "one new change a week");
    let more = json("plan -c acne --start 2026-01-05 --weeks 2 --per-week 3");
    assert_eq!(
        (more["weeks"].as_array().map(Vec::len), more["chosen"].as_array().map(Vec::len)),
        (Some(2), Some(6))
    );
    let page = said(PLAN);
    assert!(page.contains("- [ ] ") && page.contains("5 January 2026"), "things to tick off, dated: {page}");
    assert!(page.contains("not medical advice"), "{page}");
}

#[test]
fn a_plan_keeps_what_a_person_avoids_out() {
    let plan = json("plan -c acne --start 2026-01-05 --weeks 12 --diet vegan --health pregnancy");
    for chosen in plan["chosen"].as_array().expect("a list") {
        assert_ne!(chosen["support"]["id"], "ashwagandha");
        assert!(!chosen["support"]["examples"].to_string().contains("oysters"), "{chosen}");
    }
    assert!(!plan["weeks"].to_string().contains("oysters"), "{}", plan["weeks"]);
    assert!(plan["left_out"].to_string().contains("ashwagandha"));
}

#[test]
fn a_plan_without_a_date_begins_on_a_monday_to_come() {
    let start = json("plan -c acne")["start"].as_str().expect("a date").to_owned();
    let day: jiff::civil::Date = start.parse().expect("a date");
    assert_eq!(day.weekday(), jiff::civil::Weekday::Monday);
}

#[test]
fn a_calendar_has_an_entry_a_week_and_an_end_to_each() {
    let calendar = said("plan -c acne --start 2026-01-05 -f ics");
    assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), 4);
    assert_eq!(calendar.matches("END:VEVENT\r\n").count(), 4);
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260105\r\n"), "{calendar}");
}

#[test]
fn a_plan_of_the_wrong_length_or_form_is_2() {
    gutskin("plan -c acne --weeks 1000").status(2).stderr_has("--weeks").run();
    gutskin("plan -c acne --per-week 0").status(2).stderr_has("--per-week").run();
    gutskin("plan -c acne --start tomorrow").status(2).stderr_has("--start").run();
    gutskin("plan -c acne -f svg").status(2).stderr_has("no format `svg`").stderr_has("`ics`").run();
}

#[test]
fn a_map_leads_from_the_concern_over_mechanisms_to_supports() {
    let map = json("map -c acne");
    let ids: Vec<&str> =
        map["nodes"].as_array().expect("nodes").iter().filter_map(|node| node["id"].as_str()).collect();
    assert!(ids.contains(&"concern:acne") && ids.contains(&"mechanism:leaky-gut"), "{ids:?}");
    for edge in map["edges"].as_array().expect("edges") {
        for end in ["from", "to"] {
            assert!(edge[end].as_str().is_some_and(|id| ids.contains(&id)), "an edge to nowhere: {edge}");
        }
    }
}

#[test]
fn a_map_is_drawn_in_every_form_with_words_for_who_cannot_see_it() {
    let svg = said("map -c acne -f svg");
    let drawing = roxmltree::Document::parse(&svg).expect("well-formed XML");
    assert!(drawing.descendants().any(|node| node.has_tag_name("desc")), "a description");
    let mermaid = said("map -c acne -f mermaid");
    assert!(mermaid.starts_with("flowchart LR\n  accTitle: ") && mermaid.contains("not medical advice"));
    assert!(said("map -c acne -f markdown").contains("```mermaid\nflowchart LR\n"));
    for format in ["table", "plain", "csv", "svg", "mermaid"] {
        let text = gutskin("map -c acne --width 200 -f").arg(format).some_stdout().run().stdout;
        assert!(text.to_lowercase().contains("leaky") && text.contains("inc"), "{format}: {text}");
    }
    gutskin("map -c acne -f ics").status(2).stderr_has("no format `ics`").stderr_has("`mermaid`").run();
}

#[test]
fn text_about_nothing_is_3_and_an_emergency_is_4_here_too() {
    for command in ["plan", "map"] {
        gutskin(command).arg("blue suede shoes").status(3).stderr_has("acne").run();
        let urgent = gutskin(command).arg("my lips are swelling and I can't breathe").status(4);
        let said = urgent.some_stdout().run().stdout;
        assert!(said.contains("911") && !said.contains("efir"), "{command}: {said}");
        gutskin(command).status(2).stderr_has("acne, redness, dullness, aging").run();
    }
}
