//! Any bytes on standard input of `recognize`: every line gets an answer, in order, and neither the
//! number of workers nor the size of the pieces that arrive changes a byte of it.

#![no_main]

use std::io::{self, Read};

use gutskin::embedded::{INDEX, KNOWLEDGE};
use gutskin::stream::{Counts, run};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Some((&size, input)) = data.split_first() else { return };
    let (alone, counts) = answers(input, 1);
    let (together, same_counts) = answers(Pieces { rest: input, size: usize::from(size) + 1 }, 2);
    assert!(alone == together && counts == same_counts);
    let lines = input.split_inclusive(|byte| *byte == b'\n');
    let mut answered = 0;
    let mut failed = 0;
    for (line, answer) in lines.zip(alone.split_inclusive(|byte| *byte == b'\n')) {
        answered += 1;
        let answer: Value = match serde_json::from_slice(answer) {
            Ok(answer) => answer,
            // Half a pair in a field that passes through as it is; Serde refuses it, the grammar does not.
            Err(_) if has_surrogate(line) => continue,
            Err(error) => panic!("an answer is one JSON object: {error}"),
        };
        if answer.get("error").is_some() && answer.get("line").is_some() && answer.get("text").is_none() {
            failed += 1;
            assert_eq!(answer["line"], answered);
            continue;
        }
        check(line, &answer);
    }
    assert!(answered == counts.lines && failed == counts.failed);
});

fn has_surrogate(line: &[u8]) -> bool {
    line.windows(3).any(|three| three.eq_ignore_ascii_case(b"\\ud"))
}

/// The text comes back, and every match is a piece of it.
fn check(line: &[u8], answer: &Value) {
    let line = std::str::from_utf8(line).expect("what is not text gets an error");
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    let text = answer["text"].as_str().expect("the text comes back");
    if !line.trim_ascii_start().starts_with('{') {
        assert_eq!(text, line);
    }
    for found in answer["matches"].as_array().expect("there are matches") {
        let place = |name: &str| found[name].as_u64().and_then(|at| usize::try_from(at).ok());
        let (Some(start), Some(end)) = (place("start"), place("end")) else { panic!("no place: {found}") };
        let phrase = text.get(start..end).expect("a match is at whole characters");
        assert!(!phrase.is_empty() && found["phrase"] == phrase);
        if let Some(from) = found["corrected"]["from"].as_str() {
            assert!(phrase.contains(from) && !from.is_empty());
        }
    }
}

fn answers(input: impl Read, jobs: usize) -> (Vec<u8>, Counts) {
    let mut out = Vec::new();
    let counts = run(&KNOWLEDGE, &INDEX, input, &mut out, jobs).expect("memory can be read and written");
    (out, counts)
}

/// Gives no more than `size` bytes at once.
struct Pieces<'a> {
    rest: &'a [u8],
    size: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let size = self.size;
        self.rest.by_ref().take(size as u64).read(into)
    }
}
