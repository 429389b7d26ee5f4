//! `recognize`: lines a second, beside `jq` and `grep` on the same file in the same run.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use super::table::{Limit, Line, Table};
use super::{Bench, GUTSKIN, content, wall};

/// Lines in the file that is compared with other programs.
const LINES: u32 = 400_000;

/// How `recognize` compares with others, with itself on two threads, and with more lines.
pub(super) fn recognition(bench: &Bench, table: &mut Table) -> io::Result<()> {
    let name = "recognize, one thread";
    let lines = if bench.quick { LINES / 10 } else { LINES };
    let input = texts(&bench.scratch, lines)?;
    let phrases = phrases(bench)?;
    let run = |program: &str, arguments: &[&str], output: &str| {
        best(|| wall::filter_seconds(program, arguments, &input, &bench.scratch.join(output)))
    };
    let one = run(GUTSKIN, &["recognize"], "one.ndjson");
    let beside = |other: Option<f64>| other.zip(one).map(|(other, one)| other / one);
    let jq = run("jq", &["-c", "."], "jq.ndjson");
    table.ratio(name, "× jq -c .", beside(jq), Some(Limit::AtLeast(2.0)));
    let grep = run("grep", &["-F", "-f", &phrases], "grep.ndjson");
    table.ratio(name, "× grep -F -f 600 phrases", beside(grep), Some(Limit::AtLeast(0.7)));
    hardest(bench, lines, table)?;
    wall::on_all_cores();
    let one = run(GUTSKIN, &["recognize"], "one.ndjson");
    let two = run(GUTSKIN, &["recognize", "--jobs", "2"], "two.ndjson");
    let faster = one.zip(two).map(|(one, two)| one / two);
    table.ratio("recognize --jobs 2", "× one thread", faster, Some(Limit::AtLeast(1.5)));
    let same = fs::read(bench.scratch.join("one.ndjson"))? == fs::read(bench.scratch.join("two.ndjson"))?;
    table.push(Line::said("recognize --jobs 2", if same { "the same bytes" } else { "OTHER BYTES" }));
    growth(bench, table)
}

/// The same with lines of which no two are alike, and which say far more than people do: all sentences
/// that recognition is tested with, mixed. An answer is six times as long as its line.
fn hardest(bench: &Bench, lines: u32, table: &mut Table) -> io::Result<()> {
    let input = symptoms(&bench.scratch, lines)?;
    let output = bench.scratch.join("symptoms.out");
    let run = |program: &str, arguments: &[&str]| {
        best(|| wall::filter_seconds(program, arguments, &input, &output))
    };
    let ratio = run("jq", &["-c", "."]).zip(run(GUTSKIN, &["recognize"])).map(|(jq, own)| jq / own);
    table.ratio("recognize, a symptom every third word", "× jq -c .", ratio, None);
    Ok(())
}

/// Lines a second for a thousand up to a million.
fn growth(bench: &Bench, table: &mut Table) -> io::Result<()> {
    let output = bench.scratch.join("growth.ndjson");
    let most = if bench.quick { 100_000 } else { 1_000_000 };
    let mut number = 1_000;
    while number <= most {
        let input = texts(&bench.scratch, number)?;
        let seconds = best(|| wall::filter_seconds(GUTSKIN, &["recognize"], &input, &output));
        let each = seconds.map(|seconds| f64::from(number) / seconds / 1e6);
        table.ratio(&format!("recognize {number} lines"), "million lines a second", each, None);
        number *= 10;
    }
    Ok(())
}

/// A file of fixed phrases that the content knows, for a plain search.
fn phrases(bench: &Bench) -> io::Result<String> {
    let mut phrases = content::phrases(&bench.content)?;
    phrases.truncate(600);
    let path = bench.scratch.join("phrases.txt");
    fs::write(&path, phrases.join("\n") + "\n")?;
    Ok(path.to_string_lossy().into_owned())
}

/// The best of three: noise only adds.
fn best(run: impl Fn() -> Option<f64>) -> Option<f64> {
    (0..3).filter_map(|_| run()).min_by(f64::total_cmp)
}

/// What such texts are made of; two or three to a line.
const SENTENCES: [&str; 16] = [
    "I keep getting pimples on my chin and forehead whenever I am stressed at work",
    "my cheeks sting and go red after a glass of wine and it lasts for hours",
    "the delivery was late and the box was damaged but the seller sent a new one",
    "no acne anymore, just dry and flaky patches around my nose",
    "I have fine lines around my eyes and my skin looks tired",
    "we painted the kitchen a dull gray and bought new curtains",
    "my dermatologist said it is rosacea and not eczema",
    "the train was full and I had to stand the whole way home",
    "brakouts all over my jaw since I changed my moisturizer",
    "can I eat yogurt every day if I am lactose intolerant",
    "there are itchy scaly plaques on my elbows again",
    "the software update broke the printer once more",
    "I am pregnant and my face is greasy with blackheads",
    "she plays the violin and he is learning to cook",
    "my skin feels tight after washing and looks ashy in winter",
    "the meeting was moved to Thursday and nobody told me",
];

/// A file of so many texts of about 150 characters as NDJSON, always the same.
pub(super) fn texts(scratch: &Path, number: u32) -> io::Result<PathBuf> {
    let mut random = Random(7);
    write(&scratch.join(format!("texts-{number}.ndjson")), number, || {
        let mut text = String::new();
        while text.len() < 110 {
            add(&mut text, random.choice(&SENTENCES));
        }
        text
    })
}

/// The same of what recognition is tested with, cut after 150 characters.
fn symptoms(scratch: &Path, number: u32) -> io::Result<PathBuf> {
    let sentences: Vec<String> = include_str!("../../tests/fixtures/sentences.jsonl")
        .lines()
        .filter_map(|line| {
            serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(String::from)
        })
        .collect();
    let mut random = Random(7);
    write(&scratch.join("symptoms.ndjson"), number, || {
        let mut text = String::new();
        while text.chars().count() < 150 {
            add(&mut text, random.choice(&sentences));
        }
        text.chars().take(150).collect()
    })
}

/// A linear congruence is random enough to mix sentences, and the same everywhere.
struct Random(u32);

impl Random {
    fn choice<'a, T: AsRef<str>>(&mut self, of: &'a [T]) -> &'a str {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        of[(self.0 >> 16) as usize % of.len()].as_ref()
    }
}

fn add(text: &mut String, sentence: &str) {
    if !text.is_empty() {
        text.push_str(". ");
    }
    text.push_str(sentence);
}

fn write(path: &Path, number: u32, mut next: impl FnMut() -> String) -> io::Result<PathBuf> {
    let mut file = BufWriter::new(File::create(path)?);
    for number in 0..number {
        writeln!(file, "{{\"id\":{number},\"text\":{}}}", serde_json::Value::from(next()))?;
    }
    file.flush()?;
    Ok(path.to_path_buf())
}
