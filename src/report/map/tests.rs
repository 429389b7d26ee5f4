//! The picture of any question. On the shipped content.

use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use super::answer::MapReport;
use crate::advice::advise;
use crate::advice::fixture::{asked, shipped};
use crate::advice::properties::query;
use crate::map::{Hub, map};
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
