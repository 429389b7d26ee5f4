//! Knowledge bases that nobody would write: sound in shape, with any text wherever text may stand.

use gutskin::knowledge::sets::{Direction, SupportAction, SupportKind};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::select;

const PARTS: &[&str] = &[
    " ",
    " ",
    "oat",
    "42",
    "|",
    "\\|",
    "\\",
    "`",
    "``",
    "*",
    "**",
    "_x_",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "&amp;",
    "&",
    "[a](b)",
    "![x](y)",
    "[x] ",
    "# ",
    "- ",
    "1. ",
    "> ",
    "~~",
    "\"",
    "'",
    "''",
    "=1+1",
    ",",
    ";",
    ":",
    ": ",
    " #x",
    "{",
    "}",
    "[",
    "]",
    "%",
    "@",
    "!",
    "–",
    "…",
    "é",
    "e\u{301}",
    "ß",
    "皮膚",
    "العربية",
    "👨‍👩‍👧",
    "👍🏽",
    "\u{a0}",
    " near ",
    " and ",
    "..",
    "{skin}",
    "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel",
];

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(vec(select(PARTS), 0..8).prop_map(|parts| parts.concat()), 40)
}

/// What varies from one knowledge base to the next.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    texts: Vec<String>,
    concerns: usize,
    supports: Vec<(SupportKind, SupportAction, Direction, bool)>,
}

pub(crate) fn shape() -> impl Strategy<Value = Shape> {
    let action =
        prop_oneof![3 => select(&[SupportAction::Include][..]), 1 => select(&[SupportAction::Limit][..])];
    let support = (select(SupportKind::ALL), action, select(Direction::ALL), any::<bool>());
    (texts(), 1..4_usize, vec(support, 0..5)).prop_map(|(texts, concerns, supports)| Shape {
        texts,
        concerns,
        supports,
    })
}

/// Writes content file by file. Every text begins with a sign of its own, so that no two things have
/// the same name.
struct Writer<'a> {
    texts: &'a [String],
    written: usize,
    files: Vec<(&'static str, String)>,
}

impl Writer<'_> {
    fn file(&mut self, name: &'static str) {
        self.files.push((name, String::new()));
    }

    /// Adds lines, with a text at every `@` and a phrase at every `~`.
    fn add(&mut self, template: &str) {
        let Some((_, file)) = self.files.last_mut() else { return };
        for part in template.split_inclusive(['@', '~']) {
            let fixed = part.trim_end_matches(['@', '~']);
            file.push_str(fixed);
            if fixed.len() < part.len() {
                let text = &self.texts[self.written % self.texts.len()];
                let text = if part.ends_with('~') { phrase(text) } else { text.clone() };
                let text = format!("q{}z {text}", self.written);
                self.written += 1;
                file.push_str(&serde_json::to_string(text.trim()).expect("a text is JSON, and so YAML"));
            }
        }
        file.push('\n');
    }
}

/// A text whose only braces are those of a class: others are refused in a phrase.
fn phrase(text: &str) -> String {
    let plain: Vec<String> = text.split("{skin}").map(|part| part.replace(['{', '}'], "")).collect();
    plain.join(" {skin} ")
}

/// The files of a knowledge base of this shape.
pub(crate) fn content(shape: &Shape) -> Vec<(&'static str, String)> {
    let mut out = Writer { texts: &shape.texts, written: 0, files: Vec::new() };
    out.file("concerns.yaml");
    out.add("concerns:");
    for number in 0..shape.concerns {
        out.add(&format!("- {{id: c{number}, name: @, summary: @, aliases: [~, ~], article: [F1],"));
        out.add(&format!("   links: [{{mechanism: m{}, because: @}}],", number % 2));
        out.add(&format!("   conditions: [{{id: k{number}, name: @, aliases: [~]}}]}}"));
    }
    out.file("supports.yaml");
    out.add(if shape.supports.is_empty() { "supports: []" } else { "supports:" });
    for (number, (kind, action, _, has_caution)) in shape.supports.iter().enumerate() {
        out.add(&format!(
            "- {{id: s{number}, name: @, kind: {}, action: {}, anchor: @,",
            kind.name(),
            action.name()
        ));
        out.add("   aliases: [@], how: [{text: @, source: w1}, {text: @, mentions: [t1]}],");
        out.add(&format!("   examples: [{{name: \"x{number} plain\", contains: [], note: @}}, {{name: @, contains: [t1]}}],"));
        out.add(&format!("   roles: [{{mechanism: m{}, article: [F1], role: @}}, {{role: @}}],", number % 2));
        let caution = "{who: p1, severity: avoid, text: @, sources: [w1]}, {who: everyone, severity: ask-first, text: @, sources: [w1]}";
        out.add(&format!("   cautions: [{}]}}", if *has_caution { caution } else { "" }));
    }
    out.file("evidence.yaml");
    out.add(if shape.supports.is_empty() { "evidence: []" } else { "evidence:" });
    for (number, (.., direction, _)) in shape.supports.iter().enumerate() {
        for concern in 0..shape.concerns {
            let rating =
                format!("direction: {}, certainty: very-low, finding: @, sources: [w1]", direction.name());
            out.add(&format!("- {{support: s{number}, concern: c{concern}, {rating},"));
            out.add(&format!("   conditions: [{{condition: k{concern}, {rating}}}]}}"));
        }
    }
    for (name, template) in REST {
        out.file(name);
        out.add(template);
    }
    out.files
}

const REST: [(&str, &str); 9] = [
    ("article.yaml", "facts: [{id: F1, text: @}]"),
    ("axis.yaml", "axis: {name: @, summary: @, details: [@, @], aliases: [@], article: [F1]}"),
    (
        "mechanisms.yaml",
        "mechanisms:\n- {id: m0, name: @, summary: @, aliases: [@], findings: [{stance: against, certainty: very-low, \
         finding: @, sources: [w1]}]}\n- {id: m1, name: @, summary: @, aliases: [], findings: [{stance: against, \
         certainty: very-low, finding: @, sources: [w1]}]}",
    ),
    (
        "sources.yaml",
        "sources: [{id: w1, title: @, authors: @, year: 2020, venue: @, doi: 10.1000/182, kind: cohort, \
         seen: abstract, tier: primary, url: 'https://example.org/a_(b)', note: @}]",
    ),
    (
        "diets.yaml",
        "diets: [{id: d1, name: @, aliases: [~], excludes: [t1], note: @}]\ntags: [{id: t1, label: @}]",
    ),
    (
        "populations.yaml",
        "populations: [{id: everyone, label: @, aliases: []}, {id: p1, label: @, aliases: [~], excludes: [], note: @}]",
    ),
    (
        "red-flags.yaml",
        "red_flags: [{id: r1, name: @, urgency: soon, when: @, phrases: [~], not_phrases: [~], say: @, \
         sources: [w1]}]",
    ),
    ("swaps.yaml", "swaps: []"),
    (
        "vocabulary.yaml",
        "everyday: [a of é]\nfillers: [the]\nnegation: {before: [~], after: [~]}\nphrases: [{concern: c0, phrases: [~]}]",
    ),
];
