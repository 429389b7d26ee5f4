//! Instruction counts held against those that are stored.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use super::{Bench, GUTSKIN, ROOT, content, instructions, lines};

/// How far above the stored count is too far. Other processors and linkers differ by less.
const TOLERANCE_PERCENT: u64 = 5;

/// Measures, then stores the counts or says whether all are within the tolerance.
pub(super) fn hold(bench: &Bench, accept: bool) -> io::Result<bool> {
    let path = Path::new(ROOT).join("benches/baseline.tsv");
    let measured = counts(bench)?;
    if measured.is_empty() {
        return Err(io::Error::other("valgrind counts nothing here; is it installed?"));
    }
    if accept {
        let lines = measured.iter().fold(String::new(), |mut lines, (name, count)| {
            let _ = writeln!(lines, "{name}\t{count}");
            lines
        });
        return fs::write(path, lines).map(|()| true);
    }
    Ok(compare(&measured, &fs::read_to_string(path)?))
}

fn counts(bench: &Bench) -> io::Result<Vec<(String, u64)>> {
    let grown = |times| {
        let folder = bench.scratch.join(format!("content-{times}"));
        content::grow(&bench.content, &folder, times).map(|_| folder.to_string_lossy().into_owned())
    };
    let (once, ten) = (grown(1)?, grown(10)?);
    let mut cases: Vec<(String, Vec<&str>)> = [
        ("advise", &["advise", "--concern", "acne"][..]),
        ("advise text", &["advise", "pimples on my chin and forehead"]),
        ("advise with reasons and sources", &["advise", "-c", "acne", "--why", "--cite"]),
        ("plan", &["plan", "-c", "acne", "--start", "2026-01-05"]),
        ("map", &["map", "-c", "acne"]),
        ("mechanisms", &["mechanisms"]),
        ("help", &["--help"]),
        ("load", &["concerns", "--no-embedded", "--content", &once]),
        ("load 10 times the content", &["concerns", "--no-embedded", "--content", &ten]),
        ("check", &["check"]),
    ]
    .map(|(name, arguments)| (name.to_owned(), arguments.to_vec()))
    .into();
    for format in ["table", "plain", "json", "csv", "html"] {
        cases.push((format!("render {format}"), vec!["advise", "-c", "acne", "-f", format]));
    }
    let count = |(name, arguments): (String, Vec<&str>)| {
        instructions::of(GUTSKIN, &arguments, None).map(|count| (name, count))
    };
    let mut counts: Vec<(String, u64)> = cases.into_iter().filter_map(count).collect();
    for number in [1_000, 10_000] {
        let texts = lines::texts(&bench.scratch, number)?;
        let count = instructions::of(GUTSKIN, &["recognize"], Some(&texts));
        counts.extend(count.map(|count| (format!("recognize {number} lines"), count)));
    }
    Ok(counts)
}

/// Prints each count beside the stored one; whether all are within the tolerance.
fn compare(measured: &[(String, u64)], stored: &str) -> bool {
    let before = |name: &str| {
        let count = stored.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
        count.and_then(|count| count.parse::<u64>().ok())
    };
    let mut good = true;
    for (name, count) in measured {
        let verdict = match before(name) {
            Some(before) if *count * 100 > before * (100 + TOLERANCE_PERCENT) => "too many",
            Some(_) => "ok",
            None => "not in the baseline",
        };
        let before = before(name).unwrap_or_default();
        println!("{name:<32} {count:>12}  baseline {before:>12}  {verdict}");
        good &= verdict == "ok";
    }
    good
}
