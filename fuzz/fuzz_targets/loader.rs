//! Any bytes as content files: they load or are refused with places, never with a panic, and
//! whatever loads renders in every format.
//!
//! A line `%%% NAME` begins a file, `%%% layer` another layer over those before.

#![no_main]

use std::fs;
use std::path::Path;

use gutskin::advice::{Query, advise};
use gutskin::diagnostic::{Diagnostic, Level};
use gutskin::knowledge::files::{ContentFile, Layer};
use gutskin::knowledge::find::{Kind, find_among, names};
use gutskin::knowledge::load;
use gutskin::knowledge::model::{DietKey, KnowledgeBase, PopulationKey};
use gutskin::map::map;
use gutskin::plan::{Schedule, plan};
use gutskin::recognition::Recognizer;
use gutskin::recognition::index::Index;
use gutskin::render::{Format, Page, render, render_diagnostics};
use gutskin::report::heard::Heard;
use gutskin::report::lists::{ConcernsReport, MechanismsReport, RedFlagsReport, SourcesReport};
use gutskin::report::map::MapReport;
use gutskin::report::plan::PlanReport;
use gutskin::report::show::ShowReport;
use gutskin::report::{Detail, Report, advise::AdviseReport};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

const MARK: &[u8] = b"%%% ";
const PAGE: Page = Page { width: 60, color: true, ascii: false };

fuzz_target!(|data: &[u8]| {
    let folder = TempDir::new().expect("a folder");
    let layers = laid_out(folder.path(), data);
    let loaded = load(&layers);
    check(&loaded.diagnostics);
    assert_eq!(loaded.kb.is_none(), loaded.diagnostics.iter().any(|found| found.level == Level::Error));
    if let Some(kb) = loaded.kb {
        // What is known lives as long as the process, here as in the program.
        say_everything(Box::leak(Box::new(kb)));
    }
});

/// Writes the files; nothing but the fixed names, so that input cannot leave the folder.
fn laid_out(folder: &Path, data: &[u8]) -> Vec<Layer> {
    let mut directory = folder.join("0");
    let mut layers = vec![Layer::Directory(directory.clone())];
    fs::create_dir(&directory).expect("a folder");
    let mut name = "sources.yaml";
    let mut text = Vec::new();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        let Some(mark) = line.strip_prefix(MARK) else {
            text.extend(line);
            continue;
        };
        write(&directory, name, &mut text);
        if mark.starts_with(b"layer") && layers.len() < 3 {
            directory = folder.join(layers.len().to_string());
            fs::create_dir(&directory).expect("a folder");
            layers.push(Layer::Directory(directory.clone()));
        } else if let Some(file) =
            ContentFile::ALL.iter().find(|file| mark.starts_with(file.stem().as_bytes()))
        {
            name = file.name();
        }
    }
    write(&directory, name, &mut text);
    layers
}

fn write(directory: &Path, name: &str, text: &mut Vec<u8>) {
    if !text.is_empty() {
        fs::write(directory.join(name), &text).expect("a file");
        text.clear();
    }
}

/// Every diagnostic has a place in a line that exists, and can be written.
fn check(diagnostics: &[Diagnostic]) {
    for label in diagnostics.iter().filter_map(|found| found.label.as_ref()) {
        assert!(label.span.line >= 1 && label.span.column >= 1, "{label:?}");
        assert!(!label.line_text.contains(char::is_control), "{label:?}");
    }
    for format in [Format::Table, Format::Short, Format::Json] {
        let mut out = Vec::new();
        render_diagnostics(diagnostics, format, &PAGE, &mut out).expect("memory can be written");
        let text = String::from_utf8(out).expect("text");
        assert!(!text.contains('\u{202E}'));
        if format == Format::Json {
            let _: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        }
    }
}

fn say_everything(kb: &'static KnowledgeBase) {
    let index = Index::build(kb);
    let mut recognizer = Recognizer::new(kb, &index);
    for name in names(kb, Kind::ALL) {
        let _ = recognizer.recognize(&format!("no {name}, but {name}"));
        if let Some(entry) = find_among(kb, name, Kind::ALL) {
            say(&ShowReport::new(kb, entry));
        }
    }
    say(&ConcernsReport::new(kb));
    say(&MechanismsReport::new(kb));
    say(&SourcesReport::new(kb));
    say(&RedFlagsReport::new(kb));
    let diets = (0..u16::try_from(kb.diets.len()).unwrap_or(0)).map(DietKey).collect();
    let health = (0..u16::try_from(kb.populations.len()).unwrap_or(0)).map(PopulationKey).collect();
    for query in [Query::default(), Query { diets, health, ..Query::default() }] {
        let advice = advise(kb, &query);
        let heard = Heard::default();
        let detail = Detail { why: true, cite: true };
        say(&AdviseReport::new(kb, &advice, &heard, detail));
        say(&MapReport::new(kb, &advice, &map(kb, &advice), &heard, detail));
        let schedule = Schedule::new(date(2026, 10, 5), 4, 2).expect("a schedule");
        let laid_out = plan(kb, &advice, schedule);
        say(&PlanReport::new(kb, &advice, &laid_out, &heard, detail));
    }
}

fn say(report: &impl Report) {
    for format in Format::ALL {
        let mut out = Vec::new();
        let said = render(report, *format, &PAGE, &mut out);
        let text = String::from_utf8(out).expect("text");
        match format {
            Format::Table | Format::Markdown | Format::Plain | Format::Html => said.expect("words"),
            Format::Json => {
                said.expect("an object");
                let _: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            }
            Format::Csv => {
                said.expect("records");
                assert!(csv::Reader::from_reader(text.as_bytes()).into_records().all(|row| row.is_ok()));
            }
            _ => {}
        }
    }
}
