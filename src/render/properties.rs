//! What holds for any text and any document, however hostile.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::{Config, RngSeed};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::diagnostics::is_hidden;
use super::wrap::columns;
use super::{Page, csv, html, markdown, plain, safe, sample, terminal};
use crate::report::Records;
use crate::report::document::{Block, CalloutKind, Column, ColumnWidth, Document, Piece, Role, Table, Text};

/// Pieces that texts are made of: words, signs with a meaning somewhere, things to hide with.
const PARTS: &[&str] = &[
    "zinc",
    "a",
    "seven",
    "2019",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\t",
    "|",
    "\\",
    "`",
    "``",
    "*",
    "**",
    "_",
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "&#60;",
    "&",
    "[",
    "](",
    "]",
    "![",
    "[x] ",
    "[!NOTE]",
    "#",
    "# ",
    "- ",
    "+ ",
    "1. ",
    "1) ",
    "> ",
    "~~",
    "~",
    "$",
    "==",
    "---",
    "===",
    "\"",
    "'",
    "=1+1",
    ",",
    ":",
    "!",
    ".",
    "…",
    "–",
    "é",
    "ß",
    "皮膚",
    "腸",
    "👨‍👩‍👧",
    "👍🏽",
    "e\u{301}",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{ad}",
    "\u{7}",
    "\u{85}",
    "\u{2028}",
    "\u{a0}",
    "https://example.org/a_very_long/path-without-any-space?and=more&than=enough#to-break",
];

fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        8 => proptest::sample::select(PARTS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn role() -> impl Strategy<Value = Role<'static>> {
    prop_oneof![
        4 => Just(Role::Plain),
        2 => Just(Role::Strong),
        2 => Just(Role::Code),
        1 => Just(Role::Muted),
        1 => Just(Role::Favorable),
        1 => words().prop_map(|words| Role::Link(format!("https://example.org/{words}").into())),
    ]
}

fn text() -> impl Strategy<Value = Text<'static>> {
    let piece = (role(), words()).prop_map(|(role, words)| Piece { role, text: words.into() });
    vec(piece, 0..4).prop_map(Text)
}

fn table() -> impl Strategy<Value = Table<'static>> {
    let column = |header, width| Column { header, width };
    let columns = vec![
        column("Support", ColumnWidth::Content),
        column("How", ColumnWidth::Fill),
        column("Evidence", ColumnWidth::Content),
    ];
    vec(vec(text(), 3), 1..4).prop_map(move |rows| Table {
        caption: "".into(),
        columns: columns.clone(),
        rows,
    })
}

fn leaf() -> impl Strategy<Value = Block<'static>> {
    prop_oneof![
        (1..7u8, text()).prop_map(|(level, text)| Block::Heading(level, text)),
        text().prop_map(Block::Paragraph),
        vec(text(), 0..3).prop_map(Block::Bullets),
        vec(text(), 0..12).prop_map(Block::Numbered),
        vec(text(), 0..3).prop_map(Block::Tasks),
        table().prop_map(Block::Table),
        vec((words(), text()), 0..3).prop_map(|facts| Block::Facts(
            facts.into_iter().map(|(label, text)| (label.into(), text)).collect()
        )),
        words().prop_map(|text| Block::Verbatim { language: "", text: text.into() }),
    ]
}

fn document() -> impl Strategy<Value = Document<'static>> {
    let kind = prop_oneof![Just(CalloutKind::Danger), Just(CalloutKind::Warning), Just(CalloutKind::Note)];
    let block = prop_oneof![
        5 => leaf(),
        1 => (kind, text(), vec(leaf(), 0..3)).prop_map(|(kind, title, body)| Block::Callout(kind, title, body)),
    ];
    (words(), vec(block, 0..5)).prop_map(|(title, blocks)| Document { title: title.into(), blocks })
}

/// The same cases on every machine; `PROPTEST_CASES` asks for more of them.
fn config() -> Config {
    Config { failure_persistence: None, rng_seed: RngSeed::Fixed(0), ..Config::default() }
}

fn page(width: usize) -> Page {
    Page { width, color: false, ascii: false }
}

fn one_block(block: Block<'_>) -> Document<'_> {
    Document { title: "".into(), blocks: vec![block] }
}

/// What a reader is to see of a text: safe, white space as one space.
fn seen(text: &str) -> String {
    let safe = safe::one_line(text);
    let words: Vec<&str> = safe.split_whitespace().collect();
    words.join(" ")
}

fn events(markdown: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH;
    Parser::new_ext(markdown, options).collect()
}

/// The words of each stretch between a start and an end that `ends` tells.
fn stretches(events: &[Event<'_>], ends: impl Fn(&TagEnd) -> bool) -> Vec<String> {
    let mut all = Vec::new();
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::InlineHtml(tag) if tag.as_ref() == "<br>" => words.push(' '),
            Event::End(end) if ends(end) => all.push(std::mem::take(&mut words)),
            _ => {}
        }
    }
    all
}

fn has_html(events: &[Event<'_>]) -> bool {
    events.iter().any(|event| match event {
        Event::Html(_) => true,
        Event::InlineHtml(tag) => tag.as_ref() != "<br>",
        _ => false,
    })
}

fn uncontrolled(out: &str) -> bool {
    !out.chars().any(|character| character != '\n' && is_hidden(character))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn markdown_cells_read_back(table in table()) {
        let document = one_block(Block::Table(table.clone()));
        let out = markdown::write(&document, &page(80));
        let events = events(&out);
        let cells = stretches(&events, |end| *end == TagEnd::TableCell);
        let rows = events.iter().filter(|event| matches!(event, Event::End(TagEnd::TableRow))).count();
        prop_assert_eq!(rows, table.rows.len(), "{}", &out);
        prop_assert!(!has_html(&events), "{}", out);
        let wanted: Vec<String> = table.rows.iter().flatten().map(|cell| seen(&cell.words())).collect();
        let found: Vec<String> = cells.iter().skip(3).map(|cell| seen(cell)).collect();
        prop_assert_eq!(found, wanted, "{}", out);
    }

    #[test]
    fn markdown_blocks_read_back(text in text()) {
        let wanted = seen(&text.words());
        if !wanted.is_empty() {
            for (block, tags) in [
                (Block::Paragraph(text.clone()), 1),
                (Block::Heading(2, text.clone()), 1),
                (Block::Bullets(vec![text.clone()]), 1),
                (Block::Tasks(vec![text.clone()]), 1),
                (Block::Callout(CalloutKind::Note, "".into(), vec![Block::Paragraph(text.clone())]), 2),
            ] {
                let out = markdown::write(&one_block(block), &page(80));
                let events = events(&out);
                let blocks = events.iter().filter(|event| matches!(event, Event::Start(tag) if is_block(tag)));
                prop_assert_eq!(blocks.count(), tags, "{}", &out);
                prop_assert!(!has_html(&events), "{}", &out);
                let words: String = events.iter().filter_map(|event| match event {
                    Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                    _ => None,
                }).collect();
                prop_assert_eq!(seen(&words), wanted.clone(), "{}", &out);
            }
        }
    }

    #[test]
    fn csv_reads_back(rows in vec(vec(words(), 3), 0..5)) {
        let records = Records {
            columns: vec!["id", "how", "why"],
            rows: rows.iter().map(|row| row.iter().map(|field| field.as_str().into()).collect()).collect(),
        };
        let out = csv::write(&records);
        let mut reader = ::csv::Reader::from_reader(out.as_bytes());
        let found: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.map(|record| record.iter().map(str::to_owned).collect()).unwrap_or_default())
            .collect();
        prop_assert_eq!(found, rows);
    }

    #[test]
    fn html_shows_the_words_and_no_tag_of_theirs(text in text()) {
        let out = html::write(&one_block(Block::Paragraph(text.clone())));
        let body = out.split_once("</h1>").map_or("", |(_, body)| body);
        let mut words = String::new();
        for part in body.split('<') {
            let (tag, after) = part.split_once('>').unwrap_or(("", part));
            let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
            prop_assert!(["", "p", "a", "strong", "span", "code", "main", "body", "html"].contains(&name), "{}", out);
            words.push_str(after);
        }
        let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
        prop_assert_eq!(seen(&words.replace("&amp;", "&")), seen(&text.words()));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal(document in document(), width in 20..200usize, ascii in any::<bool>()) {
        let page = Page { width, color: false, ascii };
        let out = terminal::write(&document, &page);
        for line in out.lines() {
            prop_assert!(columns(line) <= width, "{} > {}: {}\n{}", columns(line), width, line, out);
        }
        prop_assert!(!ascii || out.is_ascii());
    }

    #[test]
    fn color_is_the_only_thing_that_color_changes(document in document(), width in 20..200usize) {
        let colored = terminal::write(&document, &Page { color: true, ..page(width) });
        let bare = sample::without_codes(&colored);
        prop_assert!(uncontrolled(&bare), "{:?}", bare);
        let trimmed: Vec<&str> = bare.lines().map(str::trim_end).collect();
        let out = terminal::write(&document, &page(width));
        prop_assert_eq!(trimmed, out.lines().map(str::trim_end).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_in_a_table_is_cut(table in table(), width in 60..200usize) {
        let out = terminal::write(&one_block(Block::Table(table.clone())), &page(width));
        let art = "│┆─═╞╪╡┌┬┐└┴┘";
        let sorted = |text: &str| {
            let mut characters: Vec<char> =
                text.chars().filter(|character| !character.is_whitespace() && !art.contains(*character)).collect();
            characters.sort_unstable();
            characters
        };
        if out.starts_with('┌') {
            let mut wanted = "SupportHowEvidence".to_owned();
            for cell in table.rows.iter().flatten() {
                for piece in &cell.0 {
                    wanted.push_str(&safe::one_line(&piece.text));
                    if let Role::Link(url) = &piece.role {
                        wanted.extend(["(", &safe::one_line(url), ")"]);
                    }
                }
            }
            prop_assert_eq!(sorted(&out), sorted(&wanted), "{}", out);
        }
    }

    #[test]
    fn nothing_hidden_reaches_a_reader(document in document()) {
        for ascii in [false, true] {
            let page = Page { ascii, ..page(80) };
            for out in [markdown::write(&document, &page), plain::write(&document, &page)] {
                prop_assert!(uncontrolled(&out), "{:?}", out);
                prop_assert!(!ascii || out.is_ascii());
                prop_assert!(out.is_empty() || out.ends_with('\n'));
            }
        }
        prop_assert!(uncontrolled(&html::write(&document)));
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Strong | Tag::Link { .. } | Tag::List(_))
}
