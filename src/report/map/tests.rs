//! The picture of any question. On the shipped content.

use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use super::answer::MapReport;
use crate::advice::advise;
use crate::advice::fixture::{asked, shipped};
use crate::advice::properties::query;
use crate::knowledge::model::RedFlagKey;
use crate::knowledge::sets::Urgency;
use crate::map::{Hub, map};
use crate::render::{Format, Page, render};
use crate::report::heard::Heard;
use crate::report::{Detail, Report};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_support_is_reached_from_a_concern(query in query()) {
        let kb = shipped();
        let advice = advise(kb, &query);
        let (graph, heard) = (map(kb, &advice), Heard::default());
        prop_assert_eq!(&graph, &map(kb, &advice));
        for advised in &advice.supports {
            prop_assert!(graph.edges.iter().any(|edge| edge.support == advised.support));
        }
        for edge in &graph.edges {
            prop_assert!(edge.ratings.iter().all(|(concern, ..)| graph.links.contains(&(*concern, edge.hub))));
        }
        let report = MapReport::new(kb, &advice, &graph, &heard, Detail::default());
        let view = report.map().expect("no emergency");
        prop_assert_eq!(view.lines.len(), graph.edges.len());
        prop_assert!(view.supports.iter().all(|node| !node.details.is_empty()), "no support without its evidence");
    }
}

#[test]
fn only_zinc_reaches_acne_by_absorption() {
    let kb = shipped();
    let graph = map(kb, &advise(kb, &asked(&["acne"], &[], &[], &[])));
    let through: Vec<_> = graph
        .edges
        .iter()
        .filter(|edge| matches!(edge.hub, Hub::Mechanism(key) if kb[key].id == "nutrient-absorption"))
        .map(|edge| kb[edge.support].id)
        .collect();
    assert_eq!(through, ["zinc"]);
}

/// The map for a pregnant person with acne who named a sign of that urgency, in a form.
fn written(urgency: Urgency, format: Format) -> String {
    let kb = shipped();
    let advice = advise(kb, &asked(&["acne"], &[], &["pregnancy"], &[]));
    let place = kb.red_flags.iter().position(|flag| flag.urgency == urgency).expect("there is one");
    let red_flags = vec![RedFlagKey(u16::try_from(place).expect("few"))];
    let (graph, heard) = (map(kb, &advice), Heard { red_flags, ..Heard::default() });
    let mut out = Vec::new();
    let report = MapReport::new(kb, &advice, &graph, &heard, Detail::default());
    render(&report, format, &Page { width: 200, color: false, ascii: false }, &mut out).expect("written");
    String::from_utf8(out).expect("text")
}

#[test]
fn a_sign_stands_in_every_form_of_the_picture() {
    let first = |urgency| {
        let flag = shipped().red_flags.iter().find(|flag| flag.urgency == urgency).expect("there is one");
        flag.say.split([' ', ',']).take(3).collect::<Vec<_>>().join(" ")
    };
    for format in [Format::Table, Format::Plain, Format::Json, Format::Csv, Format::Svg, Format::Mermaid] {
        let text = written(Urgency::Soon, format);
        assert!(text.contains(&first(Urgency::Soon)), "{format:?}: {text}");
    }
    for format in [Format::Table, Format::Plain, Format::Json, Format::Csv] {
        let text = written(Urgency::Emergency, format);
        assert!(
            text.contains(&first(Urgency::Emergency)) && !text.contains("fermented"),
            "{format:?}: {text}"
        );
        assert!(
            written(Urgency::Soon, format).to_lowercase().contains("do not take it in pregnancy")
                || format == Format::Csv
        );
    }
}
