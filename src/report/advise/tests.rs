//! What must hold for the answers of `advise`, in every shape.

use proptest::{prop_assert, prop_assert_eq, proptest};
use serde_json::{Value, to_value};

use super::AdviseReport;
use crate::advice::fixture::{asked, shipped};
use crate::advice::properties::query;
use crate::advice::{Advice, Query, advise};
use crate::knowledge::model::{KnowledgeBase, RedFlagKey};
use crate::knowledge::sets::{Certainty, Urgency};
use crate::report::document::{Block, Document, Text};
use crate::report::heard::Heard;
use crate::report::notice::NOTICE;
use crate::report::{Detail, Report};

const SHORT: Detail = Detail { why: false, cite: false };
const WHY: Detail = Detail { why: true, cite: false };

/// All words of a document, a line a block or row.
fn words(document: &Document<'_>) -> String {
    let mut lines = Vec::new();
    document.blocks.iter().for_each(|block| block_words(block, &mut lines));
    lines.join("\n")
}

fn block_words(block: &Block<'_>, lines: &mut Vec<String>) {
    let row = |texts: &[Text<'_>]| texts.iter().map(Text::words).collect::<Vec<_>>().join(" | ");
    match block {
        Block::Heading(_, text) | Block::Paragraph(text) => lines.push(text.words()),
        Block::Bullets(items) | Block::Numbered(items) | Block::Tasks(items) => {
            lines.extend(items.iter().map(Text::words));
        }
        Block::Table(table) => lines.extend(table.rows.iter().map(|cells| row(cells))),
        Block::Facts(facts) => {
            lines.extend(facts.iter().map(|(label, text)| format!("{label}: {}", text.words())));
        }
        Block::Callout(_, title, body) => {
            lines.push(title.words());
            for block in body {
                block_words(block, lines);
            }
        }
        // Advice has neither.
        Block::Picture(_) | Block::Verbatim { .. } => {}
    }
}

fn said(advice: &Advice, heard: &Heard, detail: Detail) -> String {
    words(&AdviseReport::new(shipped(), advice, heard, detail).document())
}

fn flag(id: &str) -> RedFlagKey {
    let place = shipped().red_flags.iter().position(|flag| flag.id == id).expect("it is a red flag");
    RedFlagKey(u16::try_from(place).expect("it is a small place"))
}

fn flag_of(urgency: Urgency) -> RedFlagKey {
    let kb: &KnowledgeBase = shipped();
    flag(kb.red_flags.iter().find(|flag| flag.urgency == urgency).map_or("", |flag| flag.id))
}

#[test]
fn an_emergency_is_answered_alone_in_every_shape() {
    let advice = advise(shipped(), &asked(&["acne"], &[], &[], &[]));
    let heard = Heard { red_flags: vec![flag_of(Urgency::Soon), flag("anaphylaxis")], ..Heard::default() };
    let report = AdviseReport::new(shipped(), &advice, &heard, WHY);
    assert!(report.is_emergency());

    let text = words(&report.document());
    assert!(text.starts_with("Severe allergic reaction – get help now\nCall 911"), "{text}");
    assert!(text.ends_with(NOTICE) && !text.contains("yogurt") && !text.contains("zinc"), "{text}");

    let json = to_value(report).expect("it serializes");
    assert_eq!(json["red_flags"][0]["id"], "anaphylaxis");
    for list in ["concerns", "supports", "left_out", "sources"] {
        assert_eq!(json[list], Value::Array(Vec::new()), "{list}");
    }
    let records = report.records();
    assert_eq!(records.rows.len(), 1);
    let cell =
        |column| &records.rows[0][records.columns.iter().position(|name| *name == column).expect("a column")];
    assert_eq!(cell("support"), "");
    assert!(cell("red_flags").starts_with("anaphylaxis (emergency): Call 911"));
}

#[test]
fn a_less_urgent_sign_stands_above_the_advice() {
    let advice = advise(shipped(), &asked(&["acne"], &[], &[], &[]));
    let urgent = flag_of(Urgency::Urgent);
    let heard = Heard { red_flags: vec![flag_of(Urgency::Soon), urgent], ..Heard::default() };
    let text = said(&advice, &heard, SHORT);
    let title = format!("{} – see a doctor today", shipped()[urgent].name);
    assert!(text.starts_with(&title) && text.contains("Fermented foods | yogurt"), "{text}");
}

#[test]
fn two_concerns_that_differ_both_show_in_one_cell() {
    let advice = advise(shipped(), &asked(&["redness", "acne"], &[], &[], &[]));
    let text = said(&advice, &Heard::default(), SHORT);
    let zinc =
        "Zinc | from food first, never in high doses | 2, 3 | acne: helps · low; redness: mixed · very low";
    assert!(text.contains(zinc), "{text}");
    assert!(text.contains("Berries | blueberries, strawberries, raspberries | 2 | not studied"), "{text}");
}

#[test]
fn the_two_voices_stand_apart() {
    let advice = advise(shipped(), &asked(&["acne"], &[], &[], &[]));
    let text = said(&advice, &Heard::default(), WHY);
    let article = "The article: bring live bacteria to the gut, through microbiome and inflammation [M1.S1]";
    assert!(text.contains(article), "{text}");
    assert!(text.contains("Studies: mixed · very low — No trial compared"), "{text}");
    assert!(text.contains("[juhl-2018, aghasi-2019]"), "{text}");
}

#[test]
fn what_is_short_still_says_whom_it_is_not_for_and_whom_else_to_ask() {
    let advice = advise(shipped(), &asked(&["acne"], &[], &[], &[]));
    let text = said(&advice, &Heard::default(), SHORT);
    assert!(text.contains("\nAshwagandha: not when pregnant, breastfeeding, trying for a baby"), "{text}");
    assert!(text.contains("Zinc (more than 40 mg a day): avoid. "), "{text}");
    let others = text.lines().find(|line| line.starts_with("More cautions")).unwrap_or_default();
    let everyone = "everyone, about turmeric, breaks from harsh skincare, deep breathing and drinking enough";
    for who in ["blood-thinners", "kidney-disease", "maoi", everyone] {
        assert!(others.contains(who), "{who}: {others}");
    }
}

#[test]
fn the_persons_own_cautions_are_said_in_full() {
    let kb = shipped();
    for (population, place) in kb.populations.iter().zip(0..) {
        let who = crate::knowledge::model::PopulationKey(place);
        let advice = advise(kb, &Query { health: vec![who], ..Query::default() });
        let text = said(&advice, &Heard::default(), SHORT);
        for caution in advice.supports.iter().flat_map(|advised| &advised.cautions) {
            let is_note_for_all = population.id == "everyone" && caution.severity.name() == "note";
            assert!(caution.who != who || is_note_for_all || text.contains(caution.text), "{}", caution.text);
        }
        for row in advice.left_out.iter().filter(|row| row.examples.is_empty()) {
            assert!(text.contains(kb[row.support].name), "{}: {}", population.id, kb[row.support].id);
        }
    }
}

#[test]
fn nothing_that_stands_is_said_in_words() {
    let query = Query { min_certainty: Some(Certainty::High), ..asked(&["dullness"], &[], &[], &[]) };
    let advice = advise(shipped(), &query);
    let heard = Heard::default();
    let report = AdviseReport::new(shipped(), &advice, &heard, SHORT);
    let text = words(&report.document());
    assert!(text.contains("Nothing that the article names for dullness is left"), "{text}");
    assert!(text.contains("Nothing listed works through nutrient absorption."), "{text}");
    assert_eq!(report.records().rows.len(), 1);
}

#[test]
fn what_was_heard_names_the_words_that_led_to_it() {
    let advice = advise(shipped(), &asked(&["acne"], &["vegan"], &["pregnancy"], &[]));
    let query = &advice.query;
    let heard = Heard {
        text: vec!["pregnant, with pimples".into()],
        concerns: vec![(query.concerns[0], "pimples".into())],
        health: vec![(query.health[0], "pregnant".into())],
        defaults: vec!["diet vegan, from your profile".into()],
        ..Heard::default()
    };
    let text = said(&advice, &heard, SHORT);
    assert!(text.contains("Heard: acne (pimples); pregnant (pregnant)"), "{text}");
    assert!(text.contains("By default: diet vegan, from your profile"), "{text}");
    assert!(text.contains("For you: Pregnant; vegan"), "{text}");
}

#[test]
fn cited_is_every_source_that_the_answer_names_and_no_other() {
    let advice = advise(shipped(), &asked(&["redness"], &["vegan"], &["pregnancy"], &[]));
    let heard = Heard::default();
    let report = AdviseReport::new(shipped(), &advice, &heard, Detail { why: false, cite: true });
    let json = to_value(report).expect("it serializes");
    let listed: Vec<_> =
        json["sources"].as_array().into_iter().flatten().map(|source| source["id"].clone()).collect();
    let mut named = Vec::new();
    sources_in(&json["supports"], &mut named);
    for id in &named {
        assert!(listed.contains(id), "{id} is named, but not listed");
    }
    let in_full = AdviseReport::new(shipped(), &advice, &heard, Detail { why: true, cite: true });
    let text = words(&in_full.document());
    for id in listed {
        let id = id.as_str().unwrap_or_default();
        let mentions = text.matches(id).count();
        assert!(mentions >= 2, "{id} is listed, but named nowhere");
    }
}

fn sources_in(json: &Value, found: &mut Vec<Value>) {
    match json {
        Value::Object(fields) => {
            found.extend(fields.get("sources").and_then(Value::as_array).into_iter().flatten().cloned());
            fields.values().for_each(|value| sources_in(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| sources_in(value, found)),
        _ => {}
    }
}

proptest! {
    #[test]
    fn no_answer_goes_without_the_notice_or_the_safety_block(query in query(), why: bool, cite: bool) {
        let advice = advise(shipped(), &query);
        let heard = Heard::default();
        let report = AdviseReport::new(shipped(), &advice, &heard, Detail { why, cite });
        let text = words(&report.document());
        prop_assert!(text.contains(NOTICE));
        prop_assert_eq!(text.contains("\nCheck first\n"), !advice.supports.is_empty());
        let json = to_value(report).expect("it serializes");
        prop_assert_eq!(&json["notice"], NOTICE);
        let supports = json["supports"].as_array().map_or(0, Vec::len);
        prop_assert_eq!(supports, advice.supports.len());
        let records = report.records();
        for row in &records.rows {
            prop_assert_eq!(row.len(), records.columns.len());
            prop_assert_eq!(row.last().map(AsRef::as_ref), Some(NOTICE));
        }
    }
}
