//! What must hold for `show`, for everything that is known.

use serde_json::to_value;

use super::ShowReport;
use crate::advice::fixture::shipped;
use crate::knowledge::find::{Entry, Kind, find, names};
use crate::report::Report;
use crate::report::document::{Block, Text};
use crate::report::notice::NOTICE;

fn shown(name: &str) -> ShowReport {
    let entry = find(shipped(), name).unwrap_or_else(|| panic!("{name} is known"));
    ShowReport::new(shipped(), entry)
}

fn words(report: &ShowReport) -> String {
    let rows = report.records().rows;
    rows.iter().map(|row| format!("{}: {}", row[1], row[2])).collect::<Vec<_>>().join("\n")
}

#[test]
fn everything_that_has_a_name_can_be_shown_in_every_shape() {
    for name in names(shipped(), Kind::ALL) {
        let report = shown(name);
        let json = to_value(report).expect("it serializes");
        let kind = json["kind"].as_str().unwrap_or_default().to_owned();
        assert!(json[&kind].is_object(), "{name}: {json}");
        assert_eq!(json["notice"], NOTICE);
        let blocks = report.document().blocks;
        assert!(matches!(blocks.first(), Some(Block::Heading(2, _))), "{name}");
        let last = blocks.last();
        assert!(matches!(last, Some(Block::Paragraph(text)) if Text::words(text) == NOTICE), "{name}");
        assert!(!report.records().rows.is_empty(), "{name}");
    }
}

#[test]
fn zinc_shows_all_of_it() {
    let kb = shipped();
    let zinc = kb.supports.iter().find(|support| support.id == "zinc").expect("zinc is known");
    let text = words(&shown("zinc"));
    for caution in zinc.cautions {
        assert!(text.contains(caution.text), "{}", caution.text);
    }
    for record in zinc.evidence {
        assert!(text.contains(record.rating.finding), "{}", record.rating.finding);
        for source in record.rating.sources {
            assert!(text.contains(kb[*source].title.trim_end_matches('.')), "{}", kb[*source].id);
        }
    }
    assert!(text.contains("through nutrient absorption; for acne [M3.N3]"), "{text}");
    assert!(text.contains("zinc (vegan): pumpkin seeds"), "{text}");
}

#[test]
fn what_is_called_in_everyday_words_is_found() {
    let entry = |name| find(shipped(), name);
    assert!(matches!(entry("kefir"), Some(Entry::Example("kefir"))));
    assert!(matches!(entry("leaky gut"), Some(Entry::Mechanism(_))));
    assert!(matches!(entry("axis"), Some(Entry::Axis)));
    let kefir = words(&shown("kefir"));
    assert!(kefir.contains("A form of: Fermented foods, named by the article."), "{kefir}");
    assert!(kefir.contains("Left out for: vegan, dairy-free"), "{kefir}");
    let anaphylaxis = words(&shown("anaphylaxis"));
    assert!(anaphylaxis.contains("What to do: Call 911 (US), 999 (UK)"), "{anaphylaxis}");
    let source = words(&shown("juhl-2018"));
    assert!(
        source.contains("https://doi.org/10.") && source.contains("Used for: Fermented foods"),
        "{source}"
    );
}
