//! How well recognition hears: sentences of our own, with labels, scored class by class. A class
//! that gets worse than its floor fails. Run with `--nocapture` to see the table.

mod rules;

use std::collections::{BTreeMap, BTreeSet};

use gutskin::embedded::{INDEX, KNOWLEDGE};
use gutskin::recognition::{Recognition, Recognizer};
use serde::Deserialize;

const SENTENCES: &str = include_str!("../fixtures/sentences.jsonl");

/// For each class: at least this share, in percent, of its sentences is understood exactly.
const FLOORS: &[(&str, u32)] = &[
    ("names", 98),
    ("phrases", 96),
    ("typos", 96),
    ("negation", 97),
    ("out of scope", 98),
    ("red flags", 98),
    ("no red flag", 95),
    ("populations", 99),
];

#[derive(Deserialize)]
struct Sentence {
    class: String,
    text: String,
    concerns: BTreeSet<String>,
    urgency: Option<String>,
    populations: Option<BTreeSet<String>>,
    diets: Option<BTreeSet<String>>,
}

#[derive(Default)]
struct Score {
    all: u32,
    exact: u32,
    hit: u32,
    false_alarm: u32,
    missed: u32,
}

fn sentences() -> Vec<Sentence> {
    SENTENCES.lines().map(|line| serde_json::from_str(line).expect("a labeled sentence")).collect()
}

/// Whether a sentence was understood, and what was not.
fn judge(sentence: &Sentence, heard: &Recognition, score: &mut Score) -> bool {
    let concerns: BTreeSet<String> = heard.concerns.iter().map(|key| KNOWLEDGE[*key].id.to_owned()).collect();
    let urgencies: Vec<&str> = heard.red_flags.iter().map(|key| KNOWLEDGE[*key].urgency.name()).collect();
    let flags_right = match (&sentence.urgency, urgencies.first()) {
        (Some(wanted), Some(_)) => urgencies.contains(&wanted.as_str()),
        (None, None) => true,
        _ => false,
    };
    let populations = |wanted: &BTreeSet<String>| {
        wanted.is_empty() == heard.populations.is_empty()
            && wanted.iter().all(|id| heard.populations.iter().any(|key| KNOWLEDGE[*key].id == id))
    };
    let diets = |wanted: &BTreeSet<String>| {
        *wanted == heard.diets.iter().map(|key| KNOWLEDGE[*key].id.to_owned()).collect::<BTreeSet<_>>()
    };
    // Where a sign goes first, the concerns beside it are nobody's first question.
    let concerns_right = concerns == sentence.concerns || sentence.class == "red flags";
    if sentence.class != "red flags" {
        score.hit += count(concerns.intersection(&sentence.concerns));
        score.false_alarm += count(concerns.difference(&sentence.concerns));
        score.missed += count(sentence.concerns.difference(&concerns));
    }
    concerns_right
        && flags_right
        && sentence.populations.as_ref().is_none_or(populations)
        && sentence.diets.as_ref().is_none_or(diets)
}

fn count<'a>(ids: impl Iterator<Item = &'a String>) -> u32 {
    u32::try_from(ids.count()).unwrap_or(u32::MAX)
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is what one runs it for")]
fn no_class_gets_worse() {
    let mut recognizer = Recognizer::new(&KNOWLEDGE, &INDEX);
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for sentence in sentences() {
        let heard = recognizer.recognize(&sentence.text);
        let score = scores.entry(sentence.class.clone()).or_default();
        score.all += 1;
        if judge(&sentence, &heard, score) {
            score.exact += 1;
        } else {
            println!("not understood ({}): {}", sentence.class, sentence.text);
        }
    }
    println!("{:<14}{:>6}{:>9}{:>11}{:>9}", "class", "n", "exact %", "precision", "recall");
    let mut worse = Vec::new();
    for (class, floor) in FLOORS {
        let score = &scores[*class];
        let exact = 100 * score.exact / score.all;
        let share = |part: u32, rest: u32| (100 * part).checked_div(part + rest).unwrap_or(100);
        let (precision, recall) = (share(score.hit, score.false_alarm), share(score.hit, score.missed));
        println!("{class:<14}{:>6}{exact:>9}{precision:>11}{recall:>9}", score.all);
        if exact < *floor {
            worse.push(format!("{class}: {exact} % is below the floor of {floor} %"));
        }
    }
    assert_eq!(scores.len(), FLOORS.len(), "every class has a floor");
    assert!(worse.is_empty(), "{}", worse.join("\n"));
}

/// Of the signs that cannot wait, at most one in thirty may be missed.
#[test]
fn emergencies_are_heard() {
    let mut recognizer = Recognizer::new(&KNOWLEDGE, &INDEX);
    let urgent = |sentence: &Sentence| sentence.urgency.as_deref() == Some("emergency");
    let missed: Vec<String> = sentences()
        .into_iter()
        .filter(urgent)
        .filter(|sentence| recognizer.recognize(&sentence.text).red_flags.is_empty())
        .map(|sentence| sentence.text)
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Each phrase of the content is heard as what it is, alone and inside a sentence.
#[test]
fn phrases_of_red_flags_are_heard() {
    let mut recognizer = Recognizer::new(&KNOWLEDGE, &INDEX);
    for flag in KNOWLEDGE.red_flags {
        for phrase in flag.phrases {
            let heard = recognizer.recognize(&format!("Since yesterday {phrase}."));
            let named = heard.red_flags.iter().any(|key| KNOWLEDGE[*key].id == flag.id);
            assert!(named, "{}: {phrase}", flag.id);
        }
    }
}

mod properties {
    use gutskin::embedded::{INDEX, KNOWLEDGE};
    use gutskin::recognition::Recognizer;
    use gutskin::stream::run;
    use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

    const WORDS: &str = "(no|not|my|acne|red|cheeks|is|gone|but|dry|skin|lips|swelling|pimpels|ROSÁCEA|don’t|,|\\.|—|🙂|\\PC{0,6}| )";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn offsets_stand_on_characters(parts in proptest::collection::vec(WORDS, 0..30)) {
            let text = parts.join(" ");
            let mut recognizer = Recognizer::new(&KNOWLEDGE, &INDEX);
            let heard = recognizer.recognize(&text);
            for found in &heard.matches {
                prop_assert!(!found.phrase(&text).is_empty(), "{found:?}");
            }
            prop_assert_eq!(recognizer.recognize(&text), heard);
        }

        #[test]
        fn workers_change_no_byte(
            lines in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..80), 0..60),
            jobs in 2_usize..5,
        ) {
            let input = lines.join(&b'\n');
            let answers = |jobs| {
                let mut out = Vec::new();
                let counts = run(&KNOWLEDGE, &INDEX, &input[..], &mut out, jobs).expect("memory can be written");
                (out, counts)
            };
            let alone = answers(1);
            for line in alone.0.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
                prop_assert!(serde_json::from_slice::<serde_json::Value>(line).is_ok());
            }
            prop_assert_eq!(alone, answers(jobs));
        }
    }
}
