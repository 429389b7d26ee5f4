//! The picture in letters: under each mechanism what works through it.

use std::fmt::Write as _;

use crate::report::picture::MapView;

/// A branch: what it starts from, and what hangs on it.
pub(super) struct Branch {
    /// "Acne → Microbiome".
    pub(super) from: String,
    /// "Kefir: mixed · low".
    pub(super) leaves: Vec<String>,
}

/// A branch for each mechanism.
pub(super) fn branches(view: &MapView<'_>) -> Vec<Branch> {
    let branch = |place: usize| {
        let concerns = view.links.iter().filter(|(_, to)| *to == place);
        let concerns: Vec<&str> = concerns.map(|(from, _)| view.concerns[*from].name.as_ref()).collect();
        let leaves = view.lines.iter().filter(|line| line.from == place);
        Branch {
            from: format!("{} → {}", concerns.join(", "), view.mechanisms[place].name),
            leaves: leaves.map(|line| leaf(view, line.to)).collect(),
        }
    };
    (0..view.mechanisms.len()).map(branch).collect()
}

fn leaf(view: &MapView<'_>, support: usize) -> String {
    let node = &view.supports[support];
    let mut words = node.name.to_string();
    for (place, detail) in node.details.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(words, "{}{detail}", if place == 0 { ": " } else { "; " });
    }
    words
}

/// The marks that stand before the lines of a leaf: its first line, and the others.
pub(super) const fn marks(is_last: bool, ascii: bool) -> (&'static str, &'static str) {
    match (is_last, ascii) {
        (false, false) => ("├─ ", "│  "),
        (true, false) => ("└─ ", "   "),
        (false, true) => ("|- ", "|  "),
        (true, true) => ("`- ", "   "),
    }
}

/// For who listens: "Acne → Microbiome: Kefir: mixed · low, …".
pub(super) fn sentences(view: &MapView<'_>) -> Vec<String> {
    let spoken = |branch: Branch| {
        let leaves = branch.leaves.join(". ");
        format!("{}. {leaves}.", branch.from.replacen(" → ", ", through ", 1))
    };
    branches(view).into_iter().map(spoken).collect()
}

#[cfg(test)]
mod tests {
    use super::{branches, sentences};
    use crate::render::Page;
    use crate::render::terminal;
    use crate::report::document::{Block, Document};
    use crate::report::picture::{Certainty, Direction, Line, MapView, Node};

    fn view() -> MapView<'static> {
        let node = |name: &'static str, details: &[&'static str]| Node {
            name: name.into(),
            details: details.iter().map(|&line| line.into()).collect(),
        };
        let line = |to| Line { from: 0, to, direction: Direction::Mixed, certainty: Certainty::Low };
        MapView {
            concerns: vec![node("Acne", &[])],
            mechanisms: vec![node("Microbiome", &[])],
            supports: vec![
                node("Fermented foods", &["mixed · low", "ask first"]),
                node("Oats", &["not studied"]),
            ],
            links: vec![(0, 0)],
            lines: vec![line(0), line(1)],
            ..MapView::default()
        }
    }

    #[test]
    fn a_tree_hangs_from_each_mechanism_and_wraps() {
        let document = Document { title: "".into(), blocks: vec![Block::Picture(view())] };
        let drawn = terminal::write(&document, &Page { width: 28, color: false, ascii: false });
        let expected = "Acne → Microbiome
├─ Fermented foods: mixed ·
│  low; ask first
└─ Oats: not studied
";
        assert_eq!(drawn, expected);
        let ascii = terminal::write(&document, &Page { width: 60, color: false, ascii: true });
        assert_eq!(
            ascii,
            "Acne -> Microbiome\n|- Fermented foods: mixed - low; ask first\n`- Oats: not studied\n"
        );
    }

    #[test]
    fn who_listens_hears_sentences() {
        let said = sentences(&view());
        assert_eq!(
            said,
            ["Acne, through Microbiome. Fermented foods: mixed · low; ask first. Oats: not studied."]
        );
        assert_eq!(branches(&view()).len(), 1);
    }
}
