//! One line and its answer.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::blocks::{Block, LONGEST_LINE};
use super::json;
use super::labels::Labels;
use crate::knowledge::model::{KnowledgeBase, Target};
use crate::recognition::index::Index;
use crate::recognition::{Match, Memo, Recognition, Recognizer};

/// The fields that an answer adds; those of the input give way.
const OURS: [&str; 6] = ["concerns", "conditions", "red_flags", "populations", "diets", "matches"];

/// How many misspelled words are remembered.
const REMEMBERED: usize = 16_384;

/// How many lines are read together: more would no longer be at hand when it is their turn.
const TOGETHER: usize = 16;

/// Answers blocks of lines.
pub(crate) struct Answerer<'k> {
    listed: Labels,
    matched: Labels,
    recognizer: Recognizer<'k>,
    recognitions: [Recognition; TOGETHER],
}

/// A line, read.
enum Line<'b> {
    Plain(&'b str),
    Object {
        fields: Fields<'b>,
        text: Cow<'b, str>,
    },
    /// Why it cannot be read.
    Bad(String),
}

impl<'k> Answerer<'k> {
    pub(crate) fn new(kb: &'k KnowledgeBase, index: &'k Index) -> Self {
        let recognizer = Recognizer::with_memo(kb, index, Memo::new(REMEMBERED));
        let listed = Labels::new(kb, |out, target| listed(kb, out, target));
        let matched = Labels::new(kb, |out, target| matched(kb, out, target));
        Self { listed, matched, recognizer, recognitions: Default::default() }
    }

    /// Writes the block's answers.
    pub(crate) fn answer(&mut self, block: &mut Block) {
        let Block { bytes, answers, .. } = block;
        answers.clear();
        block.failed = 0;
        if block.skipped {
            block.failed += 1;
            error(answers, &too_long(), block.first_line);
        }
        let mut rest = &bytes[..];
        let mut number = block.first_line;
        let mut some = Vec::with_capacity(TOGETHER);
        while !rest.is_empty() {
            some.clear();
            while some.len() < TOGETHER && !rest.is_empty() {
                some.push(Line::read(next(&mut rest)));
            }
            block.failed += self.lines(&some, number, answers);
            number += some.len() as u64;
        }
    }

    /// Answers some lines, of which the first has this number; returns how many failed.
    fn lines(&mut self, lines: &[Line<'_>], first: u64, out: &mut Vec<u8>) -> u64 {
        let mut texts = [""; TOGETHER];
        for (text, line) in texts.iter_mut().zip(lines) {
            *text = line.text();
        }
        let recognitions = &mut self.recognitions[..lines.len()];
        self.recognizer.recognize_all(&texts[..lines.len()], recognitions);
        let mut failed = 0;
        for (nth, (line, recognition)) in lines.iter().zip(&self.recognitions).enumerate() {
            match line {
                Line::Plain(text) => {
                    out.extend(b"{\"text\":");
                    json::string(out, text);
                }
                Line::Object { fields, .. } => {
                    out.push(b'{');
                    fields.write(out);
                }
                Line::Bad(message) => {
                    failed += 1;
                    error(out, message, first + nth as u64);
                    continue;
                }
            }
            self.rest(texts[nth], recognition, out);
        }
        failed
    }

    /// Everything after the text.
    fn rest(&self, text: &str, recognition: &Recognition, out: &mut Vec<u8>) {
        let Self { listed, matched, .. } = self;
        out.extend(b",\"concerns\":");
        json::list(out, &recognition.concerns, |out, key| listed.write(out, Target::Concern(*key)));
        out.extend(b",\"conditions\":");
        json::list(out, &recognition.conditions, |out, key| listed.write(out, Target::Condition(*key)));
        out.extend(b",\"red_flags\":");
        json::list(out, &recognition.red_flags, |out, key| listed.write(out, Target::RedFlag(*key)));
        out.extend(b",\"populations\":");
        json::list(out, &recognition.populations, |out, key| listed.write(out, Target::Population(*key)));
        out.extend(b",\"diets\":");
        json::list(out, &recognition.diets, |out, key| listed.write(out, Target::Diet(*key)));
        out.extend(b",\"matches\":");
        json::list(out, &recognition.matches, |out, found| {
            matched.write(out, found.target);
            place(text, found, out);
        });
        out.extend(b"}\n");
    }
}

/// Takes the next line, without its end.
fn next<'b>(rest: &mut &'b [u8]) -> &'b [u8] {
    let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    let line = &rest[..end];
    *rest = rest.get(end + 1..).unwrap_or_default();
    line.strip_suffix(b"\r").unwrap_or(line)
}

impl<'b> Line<'b> {
    fn read(line: &'b [u8]) -> Self {
        Self::try_read(line).unwrap_or_else(Self::Bad)
    }

    fn try_read(line: &'b [u8]) -> Result<Self, String> {
        if line.len() > LONGEST_LINE {
            return Err(too_long());
        }
        let line = std::str::from_utf8(line)
            .map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to()))?;
        if !line.trim_ascii_start().starts_with('{') {
            return Ok(Self::Plain(line));
        }
        let fields: Fields<'_> =
            serde_json::from_str(line).map_err(|error| format!("not a JSON object: {error}"))?;
        let text = fields.text()?;
        Ok(Self::Object { fields, text })
    }

    /// What is to be recognized.
    fn text(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Object { text, .. } => text,
            Self::Bad(_) => "",
        }
    }
}

/// What stands in the list of its kind.
fn listed(kb: &KnowledgeBase, out: &mut Vec<u8>, target: Target) {
    match target {
        Target::Concern(key) => json::word(out, kb[key].id),
        Target::Condition(key) => json::word(out, kb[key].id),
        Target::RedFlag(key) => {
            out.extend(b"{\"id\":");
            json::word(out, kb[key].id);
            out.extend(b",\"urgency\":");
            json::word(out, kb[key].urgency.name());
            out.push(b'}');
        }
        Target::Population(key) => json::word(out, kb[key].id),
        Target::Diet(key) => json::word(out, kb[key].id),
    }
}

/// What a match begins with.
fn matched(kb: &KnowledgeBase, out: &mut Vec<u8>, target: Target) {
    let mut field = |name: &[u8], id: &str| {
        out.extend_from_slice(name);
        json::word(out, id);
    };
    match target {
        Target::Concern(key) => field(b"{\"concern\":", kb[key].id),
        Target::Condition(key) => {
            field(b"{\"concern\":", kb[kb[key].concern].id);
            field(b",\"condition\":", kb[key].id);
        }
        Target::RedFlag(key) => field(b"{\"red_flag\":", kb[key].id),
        Target::Population(key) => field(b"{\"population\":", kb[key].id),
        Target::Diet(key) => field(b"{\"diet\":", kb[key].id),
    }
    out.extend(b",\"phrase\":");
}

/// What a match goes on with: where it stands and what was made of it.
fn place(text: &str, found: &Match, out: &mut Vec<u8>) {
    json::string(out, found.phrase(text));
    out.extend(b",\"start\":");
    json::number(out, found.start as u64);
    out.extend(b",\"end\":");
    json::number(out, found.end as u64);
    out.extend(if found.negated { &b",\"negated\":true"[..] } else { b",\"negated\":false" });
    if let Some(correction) = found.corrected {
        out.extend(b",\"corrected\":{\"from\":");
        json::string(out, text.get(correction.start..correction.end).unwrap_or_default());
        out.extend(b",\"to\":");
        json::string(out, correction.to);
        out.push(b'}');
    }
    out.push(b'}');
}

fn error(out: &mut Vec<u8>, message: &str, line: u64) {
    out.extend(b"{\"error\":");
    json::string(out, message);
    out.extend(b",\"line\":");
    json::number(out, line);
    out.extend(b"}\n");
}

fn too_long() -> String {
    format!("longer than {LONGEST_LINE} bytes")
}

/// The fields of an object in their order, values unread.
struct Fields<'a>(Vec<(Name<'a>, &'a RawValue)>);

#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Collect)
    }
}

struct Collect;

impl<'de> Visitor<'de> for Collect {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

impl<'a> Fields<'a> {
    /// Where the text is: of two fields with one name the last counts, as for every JSON reader.
    fn place(&self) -> Option<usize> {
        self.0.iter().rposition(|(name, _)| name.0 == "text")
    }

    fn text(&self) -> Result<Cow<'a, str>, String> {
        let place = self.place().ok_or("no \"text\" in the object")?;
        string(self.0[place].1).ok_or_else(|| "\"text\" is not a string".to_string())
    }

    /// Writes all that are not ours, as they are, without a brace.
    fn write(&self, out: &mut Vec<u8>) {
        let place = self.place();
        let kept =
            self.0.iter().enumerate().filter(|(at, (name, _))| {
                Some(*at) == place || name.0 != "text" && !OURS.contains(&&*name.0)
            });
        for (nth, (_, (name, value))) in kept.enumerate() {
            if nth > 0 {
                out.push(b',');
            }
            json::string(out, &name.0);
            out.push(b':');
            out.extend_from_slice(value.get().as_bytes());
        }
    }
}

/// What a value says, if it is a string.
fn string(value: &RawValue) -> Option<Cow<'_, str>> {
    let inside = value.get().strip_prefix('"')?.strip_suffix('"')?;
    if memchr::memchr(b'\\', inside.as_bytes()).is_none() {
        // Read once already; without a backslash it says what it looks like.
        return Some(Cow::Borrowed(inside));
    }
    serde_json::from_str::<Name<'_>>(value.get()).ok().map(|name| name.0)
}
