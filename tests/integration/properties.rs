//! Whatever content loads, renders in every format, and what was written reads back: other people's
//! names hold pipes, quotes, markup, other scripts and words without end.

mod content;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use gutskin::advice::{Avoid, Query, advise};
use gutskin::knowledge::files::Layer;
use gutskin::knowledge::find::{Kind, find_among, names};
use gutskin::knowledge::load;
use gutskin::knowledge::model::{ConcernKey, DietKey, KnowledgeBase, PopulationKey, TagKey};
use gutskin::map::map;
use gutskin::plan::{Schedule, plan};
use gutskin::recognition::Recognizer;
use gutskin::recognition::index::Index;
use gutskin::render::{Format, Page, render};
use gutskin::report::advise::AdviseReport;
use gutskin::report::heard::Heard;
use gutskin::report::lists::{
    ConcernsReport, MechanismsReport, RedFlagsReport, SourcesReport, SupportsReport,
};
use gutskin::report::map::MapReport;
use gutskin::report::plan::PlanReport;
use gutskin::report::show::ShowReport;
use gutskin::report::{Detail, Report};
use jiff::civil::date;
use proptest::prelude::{Strategy, any, proptest};
use proptest::sample::{Index as Place, subsequence};
use proptest::test_runner::{Config, RngSeed};
use pulldown_cmark::{Event, Options, Parser};
use serde_json::Value;

use content::{content, shape};

fn loaded(files: &[(&str, String)]) -> &'static KnowledgeBase {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let loaded = load(&[Layer::Directory(folder.path().to_owned())]);
    let wrong = loaded.diagnostics.iter().fold(String::new(), |mut all, found| {
        let _ = writeln!(all, "{found:?}");
        all
    });
    Box::leak(Box::new(loaded.kb.unwrap_or_else(|| panic!("it is sound: {wrong}"))))
}

/// The same cases on every machine; `PROPTEST_CASES` asks for more of them.
fn config() -> Config {
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { Config::default().cases } else { 24 };
    Config { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(0), ..Config::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_loads_renders_in_every_format_and_reads_back(shape in shape(), asked in query()) {
        let kb = loaded(&content(&shape));
        for name in names(kb, Kind::ALL) {
            let entry = find_among(kb, name, Kind::ALL).unwrap_or_else(|| panic!("{name} is found"));
            check(&ShowReport::new(kb, entry), &[]);
        }
        check(&ConcernsReport::new(kb), &kb.concerns.iter().map(|concern| concern.summary).collect::<Vec<_>>());
        check(&MechanismsReport::new(kb), &kb.mechanisms.iter().map(|mechanism| mechanism.name).collect::<Vec<_>>());
        check(&SourcesReport::new(kb), &[kb.sources[0].title]);
        check(&RedFlagsReport::new(kb), &[kb.red_flags[0].name]);
        check_advice(kb, &asked.into_query(kb));
        check_recognition(kb);
    }
}

#[derive(Debug, Clone)]
struct Asked {
    concerns: Vec<u16>,
    vegan: bool,
    health: bool,
    avoid: Option<Place>,
    limit: Option<usize>,
}

fn query() -> impl Strategy<Value = Asked> {
    let avoid = proptest::option::of(any::<Place>());
    let limit = proptest::option::of(0..3_usize);
    (subsequence(vec![0, 1, 2], 0..=3), any::<bool>(), any::<bool>(), avoid, limit)
        .prop_map(|(concerns, vegan, health, avoid, limit)| Asked { concerns, vegan, health, avoid, limit })
}

impl Asked {
    fn into_query(self, kb: &'static KnowledgeBase) -> Query {
        let examples = kb.supports.iter().flat_map(|support| support.examples);
        let mut avoid: Vec<Avoid> = examples.map(|example| Avoid::Example(example.name)).collect();
        avoid.push(Avoid::Tag(TagKey(0)));
        let known = |place: &u16| usize::from(*place) < kb.concerns.len();
        Query {
            concerns: self.concerns.into_iter().filter(known).map(ConcernKey).collect(),
            diets: self.vegan.then_some(DietKey(0)).into_iter().collect(),
            health: self.health.then_some(PopulationKey(1)).into_iter().collect(),
            avoid: self.avoid.map(|place| avoid[place.index(avoid.len())]).into_iter().collect(),
            limit: self.limit,
            ..Query::default()
        }
    }
}

fn check_advice(kb: &'static KnowledgeBase, query: &Query) {
    let advice = advise(kb, query);
    let heard = Heard::default();
    let detail = Detail { why: true, cite: true };
    let shown: Vec<_> = advice.supports.iter().map(|advised| kb[advised.support].name).collect();
    check(&AdviseReport::new(kb, &advice, &heard, detail), &shown);
    check(&SupportsReport::new(kb, &advice, &[], detail), &shown);
    check(&MapReport::new(kb, &advice, &map(kb, &advice), &heard, detail), &[]);
    let schedule = Schedule::new(date(2026, 10, 5), 3, 2).expect("a schedule");
    let plan = plan(kb, &advice, schedule);
    let planned: Vec<_> = plan.choices.iter().map(|choice| kb[choice.advised.support].name).collect();
    let report = PlanReport::new(kb, &advice, &plan, &heard, detail);
    check(&report, &planned);
    let entries = report.calendar().map_or(0, |calendar| calendar.entries.len());
    let file = written(&report, Format::Ics);
    let unfolded = icalendar::parser::unfold(&file);
    let calendar = icalendar::parser::read_calendar(&unfolded).expect("a calendar");
    assert_eq!(calendar.components.len(), entries, "{file}");
}

/// Whatever a thing is called, it is heard without falling over, and no other thing in its place.
fn check_recognition(kb: &'static KnowledgeBase) {
    let index = Index::build(kb);
    let mut recognizer = Recognizer::new(kb, &index);
    for name in names(kb, Kind::ALL) {
        for found in recognizer.recognize(name).matches {
            assert!(name.get(found.start..found.end).is_some_and(|phrase| !phrase.is_empty()), "{name}");
        }
    }
}

/// The report in every form, with these names in all of them.
fn check(report: &impl Report, called: &[&str]) {
    for format in [Format::Table, Format::Plain, Format::Html] {
        let text = written(report, format);
        assert!(!text.is_empty() && !text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
    }
    let page = written(report, Format::Markdown);
    let seen = spaced(&markdown_text(&page));
    let json = written(report, Format::Json);
    let object: Value = serde_json::from_str(&json).expect("JSON");
    let mut texts = BTreeSet::new();
    collect(&object, &mut texts);
    let file = written(report, Format::Csv);
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a record")).collect();
    for name in called {
        // Where a sentence ends in it, its own full stop is enough.
        assert!(
            seen.contains(spaced(name.trim_end_matches(['.', ' '])).as_str()),
            "{name:?} is not in {page}"
        );
        assert!(texts.contains(name), "{name:?} is not in {json}");
        assert!(rows.iter().any(|row| row.iter().any(|cell| cell == *name)), "{name:?} is not in {file}");
    }
    if report.map().is_some() {
        let picture = written(report, Format::Svg);
        roxmltree::Document::parse(&picture).unwrap_or_else(|error| panic!("{error}: {picture}"));
        assert!(!written(report, Format::Mermaid).is_empty());
    }
}

fn written(report: &impl Report, format: Format) -> String {
    let page = Page { width: 70, color: false, ascii: false };
    let mut out = Vec::new();
    render(report, format, &page, &mut out).unwrap_or_else(|error| panic!("{}: {error}", format.name()));
    String::from_utf8(out).expect("text")
}

/// What a reader of the Markdown sees.
fn markdown_text(page: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    let mut text = String::new();
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::Html(words) | Event::InlineHtml(words) => panic!("{words:?} was text: {page}"),
            Event::End(_) | Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

fn spaced(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect<'v>(value: &'v Value, texts: &mut BTreeSet<&'v str>) {
    match value {
        Value::String(text) => _ = texts.insert(text),
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, texts)),
        _ => {}
    }
}
