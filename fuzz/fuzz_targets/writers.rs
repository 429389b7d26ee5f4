//! Any document, records, calendar and picture: every writer ends, hides nothing in what it writes,
//! and what it wrote reads back.

#![no_main]

use std::borrow::Cow;

use arbitrary::Arbitrary;
use gutskin::render::{Format, Page, render};
use gutskin::report::calendar::{Calendar, Entry};
use gutskin::report::document::{
    Block, CalloutKind, Column, ColumnWidth, Document, Piece, Role, Table, Text,
};
use gutskin::report::picture::{Certainty, Direction, Line, MapView, Node};
use gutskin::report::{Records, Report};
use jiff::civil::Date;
use libfuzzer_sys::fuzz_target;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde::Serialize;

fuzz_target!(|input: Input| {
    let page = Page { width: usize::from(input.width), color: input.color, ascii: input.ascii };
    let saying = Saying { input: &input };
    for format in [Format::Table, Format::Plain, Format::Html, Format::Svg, Format::Mermaid] {
        let out = written(&saying, format, &page);
        let colored = format == Format::Table && page.color;
        assert!(colored || !out.contains(is_hidden), "{format:?}: {out:?}");
    }
    let json = written(&saying, Format::Json, &page);
    let back: Vec<String> = serde_json::from_str(&json).expect("JSON");
    assert_eq!(back, input.names);
    markdown(&saying, &page);
    csv(&saying, &page);
    ics(&saying, &page);
});

/// A table keeps its columns, and no text becomes a heading, an image or HTML.
fn markdown(saying: &Saying<'_>, page: &Page) {
    let out = written(saying, Format::Markdown, page);
    assert!(!out.contains(is_hidden), "{out:?}");
    assert!(!page.ascii || out.is_ascii(), "{out:?}");
    let document = saying.document();
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    let (mut tables, mut headings) = (0, 0);
    let mut fenced = false;
    for event in Parser::new_ext(&out, options) {
        match event {
            Event::Start(Tag::Table(columns)) => {
                tables += 1;
                assert_eq!(columns.len(), COLUMNS.len(), "{out}");
            }
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::CodeBlock(_)) => fenced = true,
            // A line break within a cell has no other form.
            Event::InlineHtml(tag) if &*tag == "<br>" => {}
            Event::Start(Tag::Image { .. } | Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) => {
                panic!("it was text: {out}")
            }
            _ => {}
        }
    }
    let (own_tables, own_headings) = count(&document.blocks);
    assert_eq!(tables, own_tables, "{out}");
    assert!(headings <= own_headings, "{out}");
    let keeps_lines = |block: &Block<'_>| matches!(block, Block::Verbatim { .. } | Block::Picture(_));
    assert!(!fenced || holds(&document.blocks, &keeps_lines), "{out}");
}

fn holds(blocks: &[Block<'_>], is_it: &dyn Fn(&Block<'_>) -> bool) -> bool {
    blocks
        .iter()
        .any(|block| is_it(block) || matches!(block, Block::Callout(_, _, body) if holds(body, is_it)))
}

/// How many tables and headings there are.
fn count(blocks: &[Block<'_>]) -> (usize, usize) {
    blocks.iter().fold((0, 0), |(tables, headings), block| match block {
        Block::Table(table) => (tables + usize::from(!table.rows.is_empty()), headings),
        Block::Heading(..) => (tables, headings + 1),
        Block::Callout(_, _, body) => {
            let (inner_tables, inner_headings) = count(body);
            (tables + inner_tables, headings + inner_headings)
        }
        _ => (tables, headings),
    })
}

/// Every cell comes back as it was.
fn csv(saying: &Saying<'_>, page: &Page) {
    let out = written(saying, Format::Csv, page);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    assert_eq!(reader.headers().expect("a header").iter().collect::<Vec<_>>(), HEADERS);
    let back: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.expect("a record").iter().map(str::to_owned).collect())
        .collect();
    assert_eq!(back, saying.records().rows, "{out:?}");
}

/// As many entries as there were, each on its day, on lines that are short enough.
fn ics(saying: &Saying<'_>, page: &Page) {
    let out = written(saying, Format::Ics, page);
    assert!(out.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{out:?}");
    let unfolded = icalendar::parser::unfold(&out);
    let parsed = icalendar::parser::read_calendar(&unfolded).expect("a calendar");
    let calendar = saying.calendar().expect("there is one");
    assert_eq!(parsed.components.len(), calendar.entries.len(), "{out:?}");
    for (component, entry) in parsed.components.iter().zip(&calendar.entries) {
        let value = |name: &str| component.find_prop(name).map(|property| property.val.as_ref().to_owned());
        assert_eq!(value("DTSTART"), Some(entry.day.strftime("%Y%m%d").to_string()));
        assert!(value("SUMMARY").is_some() && value("DESCRIPTION").is_some() && value("UID").is_some());
    }
}

/// What steers a terminal or turns text around.
fn is_hidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn written(saying: &Saying<'_>, format: Format, page: &Page) -> String {
    let mut out = Vec::new();
    render(saying, format, page, &mut out).expect("memory can be written");
    String::from_utf8(out).expect("text")
}

#[derive(Debug, Arbitrary)]
struct Input<'a> {
    width: u8,
    color: bool,
    ascii: bool,
    names: Vec<&'a str>,
    blocks: Vec<Piecewise<'a>>,
    rows: Vec<[&'a str; 2]>,
    entries: Vec<(u16, &'a str, Vec<&'a str>)>,
    nodes: [Vec<(&'a str, &'a str)>; 3],
    lines: Vec<(u8, u8, u8)>,
}

/// A block before it has its borrowed form.
#[derive(Debug, Arbitrary)]
enum Piecewise<'a> {
    Heading(u8, Words<'a>),
    Paragraph(Words<'a>),
    Bullets(Vec<Words<'a>>),
    Numbered(Vec<Words<'a>>),
    Tasks(Vec<Words<'a>>),
    Table(Vec<[Words<'a>; 2]>),
    Facts(Vec<(&'a str, Words<'a>)>),
    Callout(u8, Words<'a>, Vec<Inner<'a>>),
    Picture,
    Verbatim(&'a str),
}

/// What a callout holds.
#[derive(Debug, Arbitrary)]
enum Inner<'a> {
    Paragraph(Words<'a>),
    Bullets(Vec<Words<'a>>),
    Table(Vec<[Words<'a>; 2]>),
    Verbatim(&'a str),
}

type Words<'a> = Vec<(u8, &'a str)>;

const HEADERS: [&str; 2] = ["id", "how, exactly"];
const COLUMNS: [Column; 2] = [
    Column { header: "Support", width: ColumnWidth::Content },
    Column { header: "How", width: ColumnWidth::Fill },
];

/// An answer that says what the input says.
struct Saying<'a> {
    input: &'a Input<'a>,
}

impl Serialize for Saying<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.input.names.serialize(serializer)
    }
}

impl Report for Saying<'_> {
    fn document(&self) -> Document<'_> {
        let title = self.input.names.first().copied().unwrap_or_default().into();
        Document { title, blocks: self.input.blocks.iter().map(|block| self.block(block)).collect() }
    }

    fn records(&self) -> Records<'_> {
        let rows = self.input.rows.iter().map(|row| row.iter().map(|cell| Cow::Borrowed(*cell)).collect());
        Records { columns: HEADERS.to_vec(), rows: rows.collect() }
    }

    fn calendar(&self) -> Option<Calendar<'_>> {
        let entries = self.input.entries.iter().enumerate().map(|(number, (day, summary, lines))| Entry {
            id: format!("{number}-{summary}"),
            day: day_of(*day),
            summary: (*summary).into(),
            lines: lines.iter().map(|line| (*line).into()).collect(),
        });
        let name = self.input.names.first().copied().unwrap_or_default().into();
        Some(Calendar { name, stamp: day_of(0), entries: entries.collect() })
    }

    fn map(&self) -> Option<MapView<'_>> {
        let input = self.input;
        let [concerns, mechanisms, supports] = input.nodes.each_ref().map(|nodes| nodes_of(nodes));
        let place = |at: u8, count: usize| (count > 0).then(|| usize::from(at) % count.max(1));
        let links = input
            .lines
            .iter()
            .filter_map(|(from, to, _)| Some((place(*from, concerns.len())?, place(*to, mechanisms.len())?)));
        let lines = input.lines.iter().filter_map(|(from, to, rating)| {
            let from = place(*from, mechanisms.len())?;
            let to = place(*to, supports.len())?;
            let rating = usize::from(*rating);
            let direction = Direction::ALL[rating % Direction::ALL.len()];
            let certainty = Certainty::ALL[rating / 8 % Certainty::ALL.len()];
            Some(Line { from, to, direction, certainty })
        });
        let (links, lines) = (links.collect(), lines.collect());
        let words = |place: usize| Cow::Borrowed(input.names.get(place).copied().unwrap_or_default());
        let (title, description, notice) = (words(0), words(1), words(2));
        // The rest, whatever comes to it, is empty here.
        let rest = MapView { alerts: vec![words(3)], ..MapView::default() };
        Some(MapView { title, description, concerns, mechanisms, supports, links, lines, notice, ..rest })
    }
}

impl Saying<'_> {
    fn block<'b>(&'b self, block: &'b Piecewise<'_>) -> Block<'b> {
        match block {
            Piecewise::Heading(level, words) => Block::Heading(*level, text(words)),
            Piecewise::Paragraph(words) => Block::Paragraph(text(words)),
            Piecewise::Bullets(items) => Block::Bullets(texts(items)),
            Piecewise::Numbered(items) => Block::Numbered(texts(items)),
            Piecewise::Tasks(items) => Block::Tasks(texts(items)),
            Piecewise::Table(rows) => Block::Table(table(rows)),
            Piecewise::Facts(facts) => {
                Block::Facts(facts.iter().map(|(label, words)| ((*label).into(), text(words))).collect())
            }
            Piecewise::Callout(kind, title, body) => {
                let kinds = [CalloutKind::Danger, CalloutKind::Warning, CalloutKind::Note];
                Block::Callout(kinds[usize::from(*kind) % 3], text(title), body.iter().map(inner).collect())
            }
            Piecewise::Picture => self.map().map_or(Block::Bullets(Vec::new()), Block::Picture),
            Piecewise::Verbatim(text) => Block::Verbatim { language: "", text: (*text).into() },
        }
    }
}

fn inner<'b>(block: &'b Inner<'_>) -> Block<'b> {
    match block {
        Inner::Paragraph(words) => Block::Paragraph(text(words)),
        Inner::Bullets(items) => Block::Bullets(texts(items)),
        Inner::Table(rows) => Block::Table(table(rows)),
        Inner::Verbatim(text) => Block::Verbatim { language: "mermaid", text: (*text).into() },
    }
}

fn texts<'b>(items: &'b [Words<'_>]) -> Vec<Text<'b>> {
    items.iter().map(|words| text(words)).collect()
}

fn text<'b>(words: &'b Words<'_>) -> Text<'b> {
    let piece = |(role, text): &'b (u8, &str)| {
        let role = match role % 8 {
            0 => Role::Plain,
            1 => Role::Strong,
            2 => Role::Muted,
            3 => Role::Code,
            4 => Role::Favorable,
            5 => Role::Open,
            6 => Role::Adverse,
            _ => Role::Link(Cow::Owned(format!("https://example.org/{text}"))),
        };
        Piece { role, text: (*text).into() }
    };
    Text(words.iter().map(piece).collect())
}

fn table<'b>(rows: &'b [[Words<'_>; 2]]) -> Table<'b> {
    let rows = rows.iter().map(|row| row.iter().map(|words| text(words)).collect()).collect();
    Table { caption: "".into(), columns: COLUMNS.to_vec(), rows }
}

fn nodes_of<'b>(nodes: &'b [(&str, &str)]) -> Vec<Node<'b>> {
    let node =
        |(name, detail): &'b (&str, &str)| Node { name: (*name).into(), details: vec![(*detail).into()] };
    nodes.iter().map(node).collect()
}

fn day_of(number: u16) -> Date {
    let first = jiff::civil::date(2000, 1, 1);
    first.checked_add(jiff::Span::new().days(i64::from(number))).unwrap_or(first)
}
