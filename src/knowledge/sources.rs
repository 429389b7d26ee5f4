//! The texts that were read, and places in them.

use crate::diagnostic::{Label, Span};

/// Names one of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FileId(pub(super) u32);

/// One file's text.
#[derive(Debug)]
pub(super) struct Text {
    /// As the user would name it.
    pub(super) name: String,
    /// The number of its layer, from 0.
    pub(super) layer: usize,
    /// All of it.
    pub(super) text: String,
}

/// All texts of a run.
#[derive(Debug, Default)]
pub(super) struct Texts(pub(super) Vec<Text>);

/// A place in one of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Which text.
    pub(super) file: FileId,
    /// From 1.
    pub(super) line: u32,
    /// In characters, from 1.
    pub(super) column: u32,
    /// In bytes, from the start of the text.
    pub(super) offset: u32,
    /// In bytes; 0 where only a point is known.
    pub(super) length: u32,
}

/// How many bytes before a place are looked at.
const BEFORE: usize = 60;

impl Texts {
    /// Adds a text.
    pub(super) fn add(&mut self, text: Text) -> FileId {
        let id = FileId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(text);
        id
    }

    /// The text of this id.
    pub(super) fn get(&self, file: FileId) -> &Text {
        &self.0[file.0 as usize]
    }

    /// The number of the layer of a place.
    pub(super) fn layer(&self, place: Place) -> usize {
        self.get(place.file).layer
    }

    /// Whether nothing lies over the layer of a place.
    pub(super) fn is_top_layer(&self, place: Place) -> bool {
        self.0.last().is_none_or(|top| top.layer == self.layer(place))
    }

    /// What stands at a place, as it is written.
    pub(super) fn slice(&self, place: Place) -> &str {
        let from = place.offset as usize;
        self.get(place.file).text.get(from..from + place.length as usize).unwrap_or("")
    }

    /// What stands before a place: the last bytes of it, since a line may have no end.
    pub(super) fn before(&self, place: Place) -> &str {
        let text = self.get(place.file).text.as_str();
        let end = (place.offset as usize).min(text.len());
        let mut start = end.saturating_sub(BEFORE);
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        text.get(start..end).unwrap_or("")
    }

    /// All that stands after a place.
    pub(super) fn after(&self, place: Place) -> &str {
        let from = place.offset as usize + place.length as usize;
        self.get(place.file).text.get(from..).unwrap_or("")
    }

    /// The place as people read it, with its line.
    pub(super) fn label(&self, place: Place, message: impl Into<String>) -> Label {
        let text = self.get(place.file);
        let line = line_at(&text.text, place.offset as usize);
        let length = first_line(self.slice(place)).chars().count();
        Label {
            span: Span {
                file: text.name.clone(),
                line: place.line,
                column: place.column,
                length: u32::try_from(length).unwrap_or(u32::MAX).max(1),
            },
            line_text: safe(line),
            message: message.into(),
        }
    }

    /// The same key in the same record, in a line above; for keys that stand twice.
    pub(super) fn same_key_above(&self, place: Place, key: &str) -> Option<Place> {
        let text = self.get(place.file).text.as_str();
        let indent = place.column.saturating_sub(1) as usize;
        let above: Vec<&str> = text.lines().take(place.line.saturating_sub(1) as usize).collect();
        for (number, line) in above.iter().enumerate().rev() {
            let start = line.len() - line.trim_start_matches([' ', '-']).len();
            let is_key = |rest: &str| rest.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
            if start == indent && line.get(start..).is_some_and(is_key) {
                let line = to_u32(number + 1);
                let mut first = self.place_of_line(place.file, line, place.column);
                first.length = to_u32(key.len());
                return Some(first);
            }
            let is_item = line.trim_start().starts_with('-');
            if start < indent && !line.trim().is_empty() || is_item && start <= indent {
                return None;
            }
        }
        None
    }

    /// The place of a byte, found by counting; for what the parser does not place.
    pub(super) fn place_of_byte(&self, file: FileId, offset: usize) -> Place {
        let text = self.get(file).text.as_str();
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let (line, column) = position(&text.as_bytes()[..offset]);
        Place { file, line, column, offset: to_u32(offset), length: 0 }
    }

    /// The place so many bytes after a place.
    pub(super) fn further(&self, place: Place, bytes: usize) -> Place {
        let passed = self.get(place.file).text.as_bytes().get(place.offset as usize..).unwrap_or_default();
        let (lines, column) = position(&passed[..bytes.min(passed.len())]);
        let column = if lines == 1 { place.column + column - 1 } else { column };
        let offset = to_u32(place.offset as usize + bytes);
        Place { file: place.file, line: place.line + lines - 1, column, offset, length: 0 }
    }

    /// The place of a line and a column, found by counting.
    pub(super) fn place_of_line(&self, file: FileId, line: u32, column: u32) -> Place {
        let text = self.get(file).text.as_str();
        let start = line_start(text, line);
        let within = text[start..].char_indices().nth(column.saturating_sub(1) as usize);
        let offset = start + within.map_or(0, |(at, _)| at);
        Place { file, line, column, offset: to_u32(offset), length: 0 }
    }
}

/// Line and column of what follows these bytes, which may end in something that is not UTF-8.
pub(super) fn position(before: &[u8]) -> (u32, u32) {
    let mut line = 1;
    let mut start = 0;
    for (at, byte) in before.iter().enumerate() {
        let is_break = *byte == b'\n' || *byte == b'\r' && before.get(at + 1) != Some(&b'\n');
        if is_break {
            line += 1;
            start = at + 1;
        }
    }
    let characters = before[start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    (line, to_u32(characters + 1))
}

/// The number as one of 32 bits; files are far smaller.
pub(super) fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn line_start(text: &str, line: u32) -> usize {
    let bytes = text.as_bytes();
    let mut left = line.saturating_sub(1);
    let mut at = 0;
    while left > 0 && at < bytes.len() {
        let is_break = bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        left -= u32::from(is_break);
        at += 1;
    }
    at
}

/// The line around a byte; of one that has no end, what stands near.
fn line_at(text: &str, offset: usize) -> &str {
    let near = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (offset, least) = (near(offset), near(offset.saturating_sub(LONG_LINE)));
    let start = text[least..offset].rfind(['\n', '\r']).map_or(least, |at| least + at + 1);
    first_line(&text[start..near(offset.saturating_add(LONG_LINE))])
}

fn first_line(text: &str) -> &str {
    &text[..text.find(['\n', '\r']).unwrap_or(text.len())]
}

/// How far the ends of a line are looked for.
const LONG_LINE: usize = 4_000;

/// How many characters of a line are shown.
const LINE_SHOWN: usize = 400;

/// The line with everything that steers a terminal, or turns its order around, replaced.
pub(super) fn safe(line: &str) -> String {
    line.chars().take(LINE_SHOWN).map(|c| if is_unsafe(c) { '\u{FFFD}' } else { c }).collect()
}

/// Whether a character steers a terminal, changes the order of others, or cannot be seen; the
/// joiners of emoji and of Persian may stay.
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}
