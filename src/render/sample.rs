//! An answer with a bit of everything, for the tests of all forms.

use std::borrow::Cow;

use crate::report::document::{Block, CalloutKind, Column, ColumnWidth, Document, Role, Table, Text};
use crate::report::picture::{Certainty, Direction, Line, MapView, Node};

fn column(header: &'static str, width: ColumnWidth) -> Column {
    Column { header, width }
}

pub(super) fn small_table() -> Block<'static> {
    Block::Table(Table {
        caption: "Supports".into(),
        columns: vec![
            column("Support", ColumnWidth::Content),
            column("How", ColumnWidth::Fill),
            column("Evidence", ColumnWidth::Content),
        ],
        rows: vec![
            vec![
                Text::of(Role::Strong, "Zinc"),
                "pumpkin seeds, lentils".into(),
                Text::of(Role::Favorable, "helps").then(" · low"),
            ],
            vec!["Sleep".into(), "seven to nine hours".into(), Text::of(Role::Muted, "not studied")],
        ],
    })
}

pub(super) fn table() -> Table<'static> {
    let row = |name, how, through, role, evidence| {
        vec![Text::of(Role::Strong, name), Text::plain(how), Text::plain(through), Text::of(role, evidence)]
    };
    Table {
        caption: "Foods".into(),
        columns: vec![
            column("Support", ColumnWidth::Content),
            column("How", ColumnWidth::Fill),
            column("Through", ColumnWidth::Content),
            column("Evidence", ColumnWidth::Content),
        ],
        rows: vec![
            row(
                "Low-glycemic-load meals",
                "beans, barley and whole fruit in place of white bread and sweets",
                "3",
                Role::Favorable,
                "helps · moderate",
            ),
            row(
                "Probiotic strains",
                "the dose on the label, for twelve weeks",
                "1, 2",
                Role::Favorable,
                "helps · very low",
            ),
            row(
                "Fermented foods",
                "plain yogurt, kefir, sauerkraut | kimchi; a small serving a day",
                "1",
                Role::Open,
                "mixed · very low",
            ),
            row(
                "皮膚 and 👨‍👩‍👧",
                "wide signs: 発酵食品は腸に良いと言われています。",
                "–",
                Role::Adverse,
                "worsens · low",
            ),
        ],
    }
}

pub(super) fn document() -> Document<'static> {
    Document {
        title: "Advice for acne".into(),
        blocks: vec![
            Block::Heading(2, "Advice for acne".into()),
            Block::Paragraph(
                Text::plain("Heard: ").and(Role::Strong, "acne").then(" (in “breakouts on my chin”)."),
            ),
            Block::Heading(3, "Why".into()),
            Block::Numbered(vec![
                Text::of(Role::Strong, "Microbiome balance").then(" – gut bacteria shape inflammation, which is linked to breakouts in some people and not in others; how much is open."),
                Text::of(Role::Strong, "Gut barrier").then(" – what passes it can reach the skin."),
            ]),
            Block::Heading(3, "Foods".into()),
            Block::Table(table()),
            Block::Heading(3, "Check first".into()),
            Block::Callout(
                CalloutKind::Danger,
                "Swelling of lips or tongue".into(),
                vec![Block::Paragraph("Call an ambulance now.".into())],
            ),
            Block::Callout(
                CalloutKind::Warning,
                "Pregnancy".into(),
                vec![Block::Bullets(vec![
                    Text::of(Role::Strong, "Vitamin A").then(": not as a supplement; food is fine in usual amounts, liver is not."),
                    "Ask a professional before any new supplement.".into(),
                ])],
            ),
            Block::Callout(CalloutKind::Note, "From your profile".into(), vec![Block::Paragraph("diet: vegan".into())]),
            Block::Tasks(vec!["a handful of pumpkin seeds".into(), "lights out by eleven".into()]),
            Block::Facts(vec![
                ("Id".into(), Text::of(Role::Code, "zinc")),
                ("Source".into(), Text::of(Role::Link("https://doi.org/10.1000/182(05)".into()), "A review <2019> & more")),
            ]),
            Block::Picture(picture()),
            Block::Verbatim { language: "mermaid", text: "graph LR\n  acne --> zinc".into() },
            Block::Paragraph(Text::of(Role::Muted, "General information, not medical advice. See ").and(Role::Code, "gutskin show zinc").then(".")),
        ],
    }
}

/// The text without ANSI escape codes.
pub(super) fn without_codes(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    out
}

/// A picture of one line.
fn picture() -> MapView<'static> {
    let node = |name: &'static str, details: Vec<Cow<'static, str>>| Node { name: name.into(), details };
    MapView {
        title: "Acne and zinc".into(),
        description: "Acne is linked to zinc through the immune system.".into(),
        concerns: vec![node("Acne", Vec::new())],
        mechanisms: vec![node("Immune system", Vec::new())],
        supports: vec![node("Zinc", vec!["helps · low".into()])],
        links: vec![(0, 0)],
        lines: vec![Line { from: 0, to: 0, direction: Direction::Helps, certainty: Certainty::Low }],
        alerts: Vec::new(),
        notice: "Not medical advice.".into(),
    }
}
