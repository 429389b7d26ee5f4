//! Every shipped file, damaged in many ways at many lines by a program: the damage is reported
//! within one line of where it was done.

use gutskin::embedded::FILES;
use gutskin::knowledge::files::Layer;
use gutskin::knowledge::load;

/// One way to damage a file: what a line becomes, or none where the line offers no hold for it.
type Damage = (&'static str, fn(&str) -> Option<String>);

const DAMAGES: &[Damage] = &[
    ("an unknown key", |line| at_key(line, |start, key, rest| format!("{start}{key}z:{rest}"))),
    ("a key without its colon", |line| at_key(line, |start, key, rest| format!("{start}{key}{rest}"))),
    ("no space after the colon", |line| at_value(line, |start, key, value| format!("{start}{key}:{value}"))),
    ("nothing for a value", |line| at_value(line, |start, key, _| format!("{start}{key}:"))),
    ("a record for a value", |line| at_value(line, |start, key, _| format!("{start}{key}: {{a: b}}"))),
    ("a quote that is not closed", |line| {
        at_value(line, |start, key, value| format!("{start}{key}: \"{value}"))
    }),
    ("an anchor", |line| at_value(line, |start, key, value| format!("{start}{key}: &a {value}"))),
    ("a tag", |line| at_value(line, |start, key, value| format!("{start}{key}: !b {value}"))),
    ("a second colon", |line| at_value(line, |start, key, value| format!("{start}{key}: a: {value}"))),
    ("a control character", |line| at_value(line, |start, key, value| format!("{start}{key}: \u{1}{value}"))),
    ("the line twice", |line| at_value(line, twice)),
    ("a tab as indentation", |line| line.strip_prefix("    ").map(|rest| format!("\t{rest}"))),
    ("a conflict of versions", |line| at_key(line, |_, _, _| format!("<<<<<<< HEAD\n{line}"))),
    ("a bracket", |line| at_value(line, |start, key, value| format!("{start}{key}: ]{value}"))),
];

/// At so many places a file is damaged in each way.
const PLACES: usize = 6;

#[test]
fn damage_is_reported_within_a_line_of_where_it_was_done() {
    let (mut done, mut missed) = (0, Vec::new());
    for (name, text) in FILES {
        let ways =
            DAMAGES.iter().filter(|damage| damaged(name, text, damage, &mut done, &mut missed)).count();
        assert!(ways >= 10, "{name} can be damaged in {ways} ways only");
    }
    let share = 100.0 * f64::from(done - u32::try_from(missed.len()).expect("few")) / f64::from(done);
    assert!(share >= 98.0, "{share:.1} % of {done} located; missed:\n{}", missed.join("\n"));
}

/// Damages a file in one way at several places; whether it could be.
fn damaged(name: &str, text: &str, damage: &Damage, done: &mut u32, missed: &mut Vec<String>) -> bool {
    let (way, change) = damage;
    let lines: Vec<&str> = text.lines().collect();
    let prose = prose(&lines);
    let possible: Vec<usize> =
        (0..lines.len()).filter(|at| !prose[*at] && change(lines[*at]).is_some()).collect();
    let step = (possible.len() / PLACES).max(1);
    for at in possible.iter().copied().step_by(step).take(PLACES) {
        let mut changed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        changed[at] = change(lines[at]).unwrap_or_default();
        *done += 1;
        let found = first_error_line(name, changed.join("\n") + "\n");
        if found.is_none_or(|line| line.abs_diff(at + 1) > 1) {
            missed.push(format!("{name}:{}: {way}: reported at {found:?}", at + 1));
        }
    }
    !possible.is_empty()
}

/// By line: whether it is part of a longer text, in which a colon is only a colon.
fn prose(lines: &[&str]) -> Vec<bool> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut block = None;
    let inside = |line: &&str| {
        if block.is_some_and(|outer| line.trim().is_empty() || indent(line) > outer) {
            return true;
        }
        block = line.ends_with(">-").then(|| indent(line));
        false
    };
    lines.iter().map(inside).collect()
}

fn first_error_line(name: &str, text: String) -> Option<usize> {
    let text: &'static str = Box::leak(text.into_boxed_str());
    // Alone: each damage is one of form, and the other files would take their time.
    let file = FILES.iter().find(|(file, _)| *file == name).map(|(file, _)| (*file, text))?;
    let loaded = load(&[Layer::Texts { name: "damaged", files: Box::leak(Box::new([file])) }]);
    let label = loaded.diagnostics.into_iter().find_map(|found| found.label)?;
    label.span.file.ends_with(name).then_some(label.span.line as usize)
}

/// A line that gives a key: what stands before it, the key, and what stands behind its colon.
fn at_key(line: &str, damage: impl Fn(&str, &str, &str) -> String) -> Option<String> {
    let content = line.trim_start_matches([' ', '-']);
    let start = &line[..line.len() - content.len()];
    let (key, rest) = content.split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    (is_key && (rest.is_empty() || rest.starts_with(' '))).then(|| damage(start, key, rest))
}

/// A line that gives a key and a plain value beside it.
fn at_value(line: &str, damage: impl Fn(&str, &str, &str) -> String) -> Option<String> {
    at_key(line, |_, _, _| String::new())?;
    let content = line.trim_start_matches([' ', '-']);
    let (key, value) = content.split_once(": ")?;
    let is_plain = value.starts_with(|c: char| c.is_alphabetic()) && !value.contains(['"', '\'', '#']);
    is_plain.then(|| damage(&line[..line.len() - content.len()], key, value))
}

fn twice(start: &str, key: &str, value: &str) -> String {
    let indentation = " ".repeat(start.len());
    format!("{start}{key}: {value}\n{indentation}{key}: {value}")
}
