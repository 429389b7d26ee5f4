//! What holds for a plan out of any question, and one plan read closely. On the shipped content.

use std::collections::BTreeSet;

use icalendar::parser::{read_calendar, unfold};
use jiff::civil::date;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use super::answer::PlanReport;
use crate::advice::fixture::{asked, shipped};
use crate::advice::properties::query;
use crate::advice::{AdvisedEvidence, Query, advise};
use crate::knowledge::model::RedFlagKey;
use crate::knowledge::sets::{Direction, SupportKind};
use crate::plan::{Doing, Schedule, plan};
use crate::render::{Format, Page, render};
use crate::report::heard::Heard;
use crate::report::notice::NOTICE;
use crate::report::{Detail, Report};

const PAGE: Page = Page { width: 80, color: false, ascii: false };

fn schedule(weeks: u16, per_week: u16) -> Schedule {
    Schedule::new(date(2026, 10, 5), weeks, per_week).expect("a schedule")
}

/// The plan for a question, in a form.
fn written(query: &Query, heard: &Heard, schedule: Schedule, format: Format) -> String {
    let kb = shipped();
    let advice = advise(kb, query);
    let plan = plan(kb, &advice, schedule);
    let report = PlanReport::new(kb, &advice, &plan, heard, Detail::default());
    let mut out = Vec::new();
    render(&report, format, &PAGE, &mut out).expect("it can be written");
    String::from_utf8(out).expect("text")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_plan_offers_nothing_but_what_the_advice_left(query in query(), weeks in 1_u16..9, per_week in 1_u16..4) {
        let kb = shipped();
        let advice = advise(kb, &query);
        let plan = plan(kb, &advice, schedule(weeks, per_week));
        let wants_supplements = query.kinds.contains(&SupportKind::Supplement);
        for choice in &plan.choices {
            let key = choice.advised.support;
            let advised = advice.supports.iter().find(|advised| advised.support == key);
            prop_assert!(advised.is_some(), "{}", kb[key].id);
            prop_assert!(wants_supplements || kb[key].kind != SupportKind::Supplement, "{}", kb[key].id);
            let mut ratings = choice.advised.evidence.iter().flat_map(AdvisedEvidence::leading);
            prop_assert!(ratings.any(|(_, rating)| rating.direction <= Direction::Unknown));
            let left = &advised.expect("checked").how;
            prop_assert!(choice.advised.how.iter().all(|sentence| left.contains(sentence)));
        }
        for week in &plan.weeks {
            prop_assert!(week.tasks.len() >= 3 || plan.choices.is_empty());
            for task in &week.tasks {
                let advised = advice.supports.iter().find(|advised| advised.support == task.support);
                if let Doing::Example(example) = task.doing {
                    prop_assert!(advised.expect("checked").examples.contains(&example), "{}", example.name);
                    let is_product = ["tablet", "capsule"].iter().any(|form| example.name.contains(form));
                    prop_assert!(wants_supplements || !is_product, "{}", example.name);
                }
            }
        }
    }

    #[test]
    fn a_calendar_is_read_back_with_an_entry_a_week(query in query(), weeks in 1_u16..9) {
        let file = written(&query, &Heard::default(), schedule(weeks, 1), Format::Ics);
        prop_assert_eq!(&file, &written(&query, &Heard::default(), schedule(weeks, 1), Format::Ics));
        let unfolded = unfold(&file);
        let calendar = read_calendar(&unfolded);
        prop_assert!(calendar.is_ok(), "{:?}", calendar.err());
        let calendar = calendar.expect("checked");
        let ids: BTreeSet<String> = calendar.components.iter()
            .filter_map(|event| event.find_prop("UID").map(|id| id.val.to_string())).collect();
        prop_assert_eq!(ids.len(), usize::from(weeks));
        for event in &calendar.components {
            let text = event.find_prop("DESCRIPTION").map(|text| text.val.clone().unescape_text().to_string());
            prop_assert!(text.is_some_and(|text| text.ends_with(NOTICE)));
        }
    }
}

#[test]
fn three_changes_reach_the_four_mechanisms_behind_acne() {
    let query = asked(&["acne"], &[], &[], &[]);
    let json = written(&query, &Heard::default(), schedule(4, 1), Format::Json);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let chosen = json["chosen"].as_array().expect("a list");
    let covering: Vec<_> = chosen.iter().filter(|entry| entry["covers"] == true).collect();
    let reached: BTreeSet<_> = covering
        .iter()
        .flat_map(|entry| entry["mechanisms"].as_array().expect("a list"))
        .map(|id| id.as_str().expect("an id"))
        .collect();
    assert_eq!(covering.len(), 3, "zinc alone reaches two");
    assert_eq!(reached.len(), 4);
    assert_eq!(json["weeks"][3]["start"], "2026-10-26");
}

#[test]
fn every_form_shows_ticks_reasons_cautions_and_the_notice() {
    let query = asked(&["redness"], &[], &["pregnancy"], &[]);
    let markdown = written(&query, &Heard::default(), schedule(4, 1), Format::Markdown);
    for week in markdown.split("### Week ").skip(1) {
        assert!(week.matches("- [ ] ").count() >= 3, "{week}");
        assert!(week.contains("Why: "), "{week}");
    }
    assert!(markdown.contains("### Check first") && markdown.contains("Pregnant"));
    for format in [Format::Table, Format::Markdown, Format::Plain, Format::Json, Format::Csv] {
        let text = written(&query, &Heard::default(), schedule(4, 1), format).replace('\n', " ");
        assert!(text.contains("not medical advice"), "{format:?}");
    }
}

#[test]
fn a_page_shows_the_map_of_what_is_planned() {
    let query = asked(&["acne"], &[], &[], &[]);
    let page = written(&query, &Heard::default(), schedule(3, 1), Format::Html);
    assert_eq!(page.matches("<svg").count(), 1);
    let picture = page.split("<svg").nth(1).and_then(|rest| rest.split("</svg>").next()).expect("a picture");
    assert!(picture.contains(">Zinc<") && !picture.contains(">Ashwagandha<"));
}

#[test]
fn an_emergency_is_answered_without_a_plan() {
    let kb = shipped();
    let place =
        kb.red_flags.iter().position(|flag| flag.urgency.name() == "emergency").expect("there is one");
    let red_flags = vec![RedFlagKey(u16::try_from(place).expect("few"))];
    let heard = Heard { red_flags, ..Heard::default() };
    let query = asked(&["acne"], &[], &[], &[]);
    let markdown = written(&query, &heard, schedule(4, 1), Format::Markdown);
    assert!(!markdown.contains("- [ ]") && markdown.contains("get help now"), "{markdown}");
    let json: serde_json::Value =
        serde_json::from_str(&written(&query, &heard, schedule(4, 1), Format::Json)).expect("JSON");
    assert_eq!(json["chosen"], serde_json::json!([]));
    let csv = written(&query, &heard, schedule(4, 1), Format::Csv);
    assert!(csv.contains("(emergency): ") && csv.contains(NOTICE) && !csv.contains("zinc"), "{csv}");
    let advice = advise(kb, &query);
    let plan = plan(kb, &advice, schedule(4, 1));
    assert_eq!(PlanReport::new(kb, &advice, &plan, &heard, Detail::default()).calendar(), None);
}

#[test]
fn what_is_left_out_is_said_in_every_form() {
    let query = asked(&["acne"], &[], &["pregnancy"], &[]);
    for format in [Format::Markdown, Format::Plain, Format::Json, Format::Csv, Format::Html, Format::Ics] {
        let text = written(&query, &Heard::default(), schedule(4, 1), format);
        let text = text.replace("\r\n ", "").to_lowercase();
        assert!(text.contains("ashwagandha") && text.contains("pregnant"), "{format:?}: {text}");
    }
}

#[test]
fn a_sign_without_a_concern_gets_no_plan() {
    let heard = Heard { red_flags: vec![RedFlagKey(0)], ..Heard::default() };
    let markdown = written(&Query::default(), &heard, schedule(4, 1), Format::Markdown);
    assert!(!markdown.contains("## ") && markdown.contains(NOTICE), "{markdown}");
}
