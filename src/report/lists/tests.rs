//! What must hold for the lists, in every shape.

use serde_json::{Value, to_value};

use super::{ConcernsReport, MechanismsReport, RedFlagsReport, SourcesReport, SupportsReport};
use crate::advice::fixture::{asked, shipped};
use crate::advice::{Query, advise};
use crate::report::document::{Block, Text};
use crate::report::notice::NOTICE;
use crate::report::{Detail, Report};

fn ids(report: &impl Report, plural: &str) -> Vec<String> {
    let json = to_value(report).expect("it serializes");
    assert_eq!(json["schema_version"], 1);
    let id = |entry: &Value| entry["id"].as_str().unwrap_or_default().to_owned();
    let ids: Vec<_> = json[plural].as_array().expect("a list").iter().map(id).collect();
    let records = report.records();
    assert!(records.rows.iter().all(|row| row.len() == records.columns.len()));
    let first: Vec<_> = records.rows.iter().map(|row| row[0].to_string()).collect();
    assert_eq!(first, ids, "spreadsheets and programs read the same list");
    ids
}

#[test]
fn the_lists_are_whole_and_in_the_articles_order() {
    let kb = shipped();
    let concerns = ids(&ConcernsReport::new(kb), "concerns");
    assert_eq!(concerns[..4], ["acne", "redness", "dullness", "aging"], "the article's, before any other");
    let mechanisms = ["microbiome", "leaky-gut", "nutrient-absorption", "gut-brain-skin"];
    assert_eq!(ids(&MechanismsReport::new(kb), "mechanisms"), mechanisms);
    assert_eq!(ids(&SourcesReport::new(kb), "sources").len(), kb.sources.len());
    let flags = ids(&RedFlagsReport::new(kb), "red_flags");
    assert_eq!((flags.len(), flags.first().map(String::as_str)), (kb.red_flags.len(), Some("anaphylaxis")));
    let advice = advise(kb, &Query::default());
    let supports = SupportsReport::new(kb, &advice, &[], Detail::default());
    assert_eq!(ids(&supports, "supports").len(), kb.supports.len());
}

#[test]
fn the_mechanisms_come_after_a_line_on_the_axis_each_with_what_speaks_against_it() {
    let report = MechanismsReport::new(shipped());
    let blocks = report.document().blocks;
    let Some(Block::Paragraph(axis)) = blocks.get(1) else { panic!("a line on the axis") };
    assert!(axis.words().starts_with("Gut–skin axis: "), "{}", axis.words());
    let tables: Vec<_> = blocks
        .iter()
        .filter_map(|block| if let Block::Facts(facts) = block { Some(facts) } else { None })
        .collect();
    assert_eq!(tables.len(), 4);
    for facts in tables {
        let against: Vec<_> = facts.iter().filter(|(label, _)| label == "Studies, against it").collect();
        assert!(
            !against.is_empty() && against.iter().all(|(_, text)| text.words().ends_with(']')),
            "{facts:?}"
        );
    }
}

#[test]
fn chosen_supports_say_what_was_left_out_and_what_they_are_not() {
    let kb = shipped();
    let advice = advise(kb, &asked(&[], &["vegan"], &["pregnancy"], &[]));
    let report = SupportsReport::new(kb, &advice, &[], Detail { why: false, cite: true });
    let json = to_value(report).expect("it serializes");
    assert_eq!(json["notice"], NOTICE);
    let ids = |list: &str| {
        json[list].as_array().map(|all| all.iter().map(|entry| entry["id"].clone()).collect::<Vec<_>>())
    };
    assert!(!ids("supports").unwrap_or_default().contains(&"ashwagandha".into()));
    assert!(ids("left_out").unwrap_or_default().contains(&"ashwagandha".into()));
    assert!(ids("sources").is_some_and(|sources| sources.len() > 50));
    let last = report.document().blocks.pop();
    assert!(matches!(last, Some(Block::Paragraph(text)) if Text::words(&text).starts_with(NOTICE)));
}
