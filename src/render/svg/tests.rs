use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::layout::{DETAIL, Layout, NAME, PADDING, Placed};
use super::render_svg;
use crate::report::picture::{Certainty, Direction, Line, MapView, Node};

fn any_nodes(most: usize) -> impl Strategy<Value = Vec<Node<'static>>> {
    let node = ("\\PC{0,60}", vec("[\\PC ]{0,40}", 0..4)).prop_map(|(name, details)| Node {
        name: name.into(),
        details: details.into_iter().map(Into::into).collect(),
    });
    vec(node, 1..most)
}

fn any_view() -> impl Strategy<Value = MapView<'static>> {
    let ends = vec((any::<usize>(), any::<usize>()), 0..20);
    let look = vec((select(Direction::ALL), select(Certainty::ALL)), 20);
    let columns = (any_nodes(5), any_nodes(7), any_nodes(15));
    (columns, ends.clone(), ends, look, "\\PC{0,200}").prop_map(|(columns, linked, lines, look, title)| {
        let (concerns, mechanisms, supports) = columns;
        let links = linked.iter().map(|(a, b)| (a % concerns.len(), b % mechanisms.len())).collect();
        let line = |((a, b), (direction, certainty)): (&(usize, usize), (Direction, Certainty))| Line {
            from: a % mechanisms.len(),
            to: b % supports.len(),
            direction,
            certainty,
        };
        let drawn = lines.iter().zip(look).map(line).collect();
        let (description, notice) = (title.clone().into(), "Not medical advice.".into());
        MapView {
            title: title.into(),
            description,
            concerns,
            mechanisms,
            supports,
            links,
            lines: drawn,
            alerts: Vec::new(),
            notice,
        }
    })
}

fn apart(one: &Placed, other: &Placed) -> bool {
    let beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
    let below = one.bottom() <= other.y || other.bottom() <= one.y;
    beside || below
}

proptest! {
    // Texts of every alphabet take long to make up.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_box_lies_on_another_and_no_label_leaves_its_box(view in any_view()) {
        let layout = Layout::new(&view, 80.0);
        let boxes: Vec<&Placed> = layout.concerns.iter().chain(&layout.mechanisms).chain(&layout.supports).collect();
        for (place, one) in boxes.iter().enumerate() {
            prop_assert!(one.y >= 80.0 && one.bottom() <= layout.bottom);
            prop_assert!(boxes[..place].iter().all(|other| apart(one, other)), "{one:?}");
            let inside = one.width - 2.0 * PADDING;
            prop_assert!(one.name.iter().all(|row| NAME.width(row) <= inside));
            prop_assert!(one.details.iter().all(|row| DETAIL.width(row) <= inside));
        }
    }

    #[test]
    fn the_page_is_one_well_formed_element(view in any_view()) {
        let svg = render_svg(&view);
        let document = roxmltree::Document::parse(&svg);
        prop_assert!(document.is_ok(), "{:?}", document.err());
        prop_assert_eq!(svg.matches("<path").count(), view.links.len() + view.lines.len() + 9);
        prop_assert_eq!(svg, render_svg(&view));
    }
}

#[test]
fn words_say_what_lines_and_colors_say() {
    let svg = render_svg(&MapView::default());
    for certainty in ["very low", "low", "moderate", "high"] {
        assert!(svg.contains(&format!(">{certainty}</text>")), "{certainty}");
    }
    for direction in ["helps", "mixed", "not studied", "no effect", "worsens"] {
        assert!(svg.contains(&format!(">{direction}</text>")), "{direction}");
    }
    assert!(!svg.contains("http://www.w3.org/1999") && !svg.contains("url("), "nothing is loaded");
}
