//! The picture as a Mermaid flowchart: text that GitHub and Obsidian draw.

use std::fmt::Write as _;

use super::safe;
use crate::report::picture::{Certainty, Direction, MapView, Node};

/// The picture as the text of a Mermaid diagram.
pub(super) fn write(view: &MapView<'_>) -> String {
    let mut out = String::from("flowchart LR\n");
    // Writing to a string cannot fail; so below.
    let _ = writeln!(out, "  accTitle: {}", described(&view.title));
    let _ = writeln!(out, "  accDescr: {}", described(&view.description));
    for (place, alert) in view.alerts.iter().enumerate() {
        let _ = writeln!(out, "  a{place}[[\"{}\"]]", escaped(&safe::one_line(alert)));
    }
    let columns = [
        ("c", "([", "])", &view.concerns),
        ("m", "[", "]", &view.mechanisms),
        ("s", "(", ")", &view.supports),
    ];
    for (prefix, opening, closing, nodes) in columns {
        for (place, node) in nodes.iter().enumerate() {
            let _ = writeln!(out, "  {prefix}{place}{opening}\"{}\"{closing}", label(node));
        }
    }
    if !view.notice.is_empty() {
        let _ = writeln!(out, "  notice>\"{}\"]", escaped(&safe::one_line(&view.notice)));
    }
    for (from, to) in &view.links {
        let _ = writeln!(out, "  c{from} --- m{to}");
    }
    for line in &view.lines {
        let _ = writeln!(out, "  m{} {} s{}", line.from, arrow(line.direction), line.to);
    }
    for (place, line) in view.lines.iter().enumerate() {
        let place = view.links.len() + place;
        let _ = writeln!(out, "  linkStyle {place} stroke-width:{}px", weight(line.certainty));
    }
    out
}

/// Solid where it helps, dotted where that is open, ending in a cross where it does nothing or harm.
const fn arrow(direction: Direction) -> &'static str {
    match direction {
        Direction::Helps => "-->",
        Direction::Mixed => "-.->",
        Direction::Unknown => "-.-",
        Direction::NoEffect => "--o",
        Direction::Worsens => "--x",
    }
}

const fn weight(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::VeryLow => 1,
        Certainty::Low => 3,
        Certainty::Moderate => 5,
        Certainty::High => 7,
    }
}

/// The name and what else the box says, line by line.
fn label(node: &Node<'_>) -> String {
    let rows = std::iter::once(&node.name).chain(&node.details);
    let rows: Vec<String> = rows.map(|row| escaped(&safe::one_line(row))).collect();
    rows.join("<br/>")
}

/// Text inside quotes. Mermaid reads `#name;` as a character there, backticks as Markdown and
/// `%%{` anywhere as a directive; a number in place of the character is always just the character.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() || !letter.is_ascii() || " ,.:()-+/'".contains(letter) {
            safe.push(letter);
        } else {
            let _ = write!(safe, "#{};", u32::from(letter));
        }
    }
    safe
}

/// Text of the accessible title and description, which end with the line and know no escapes.
fn described(text: &str) -> String {
    let harmless = |letter: char| if "#;%{}<>\"`\\".contains(letter) { ' ' } else { letter };
    safe::one_line(&safe::one_line(text).chars().map(harmless).collect::<String>()).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{escaped, write};
    use crate::report::picture::{Certainty, Direction, Line, MapView, Node};

    #[test]
    fn boxes_lines_and_weights() {
        let node = |name: &'static str, details: &[&'static str]| Node {
            name: name.into(),
            details: details.iter().map(|&line| line.into()).collect(),
        };
        let line = Line { from: 0, to: 0, direction: Direction::Mixed, certainty: Certainty::Low };
        let view = MapView {
            title: "Acne".into(),
            description: "One line".into(),
            concerns: vec![node("Acne", &[])],
            mechanisms: vec![node("The \"gut\"", &[])],
            supports: vec![node("Zinc", &["mixed · low"])],
            links: vec![(0, 0)],
            lines: vec![line],
            ..MapView::default()
        };
        let expected = "flowchart LR
  accTitle: Acne
  accDescr: One line
  c0([\"Acne\"])
  m0[\"The #34;gut#34;\"]
  s0(\"Zinc<br/>mixed · low\")
  c0 --- m0
  m0 -.-> s0
  linkStyle 1 stroke-width:3px
";
        assert_eq!(write(&view), expected);
    }

    #[test]
    fn nothing_in_a_name_is_syntax() {
        let hostile = escaped("a\"]; %%{init}%% <b> `c` #35; & \\n | end");
        assert!(!hostile.contains(['"', '`', '<', '>', '%', '{', '|', '\\', '&', ']']));
        assert_eq!(escaped("#"), "#35;");
    }
}
