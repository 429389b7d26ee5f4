//! What every text, id and number must keep to, whatever it says.

use crate::diagnostic::Code;

use super::super::merge::{Fields, In};
use super::super::raw::at::Field;
use super::super::sources::{Place, is_unsafe, safe};
use super::{Resolving, shown};

/// The longest text, in bytes; the longest shipped one has about a tenth of it.
pub(super) const LENGTH_LIMIT: usize = 8_000;

impl<'a> Resolving<'_, 'a> {
    /// A text, checked and kept.
    pub(super) fn text(&mut self, text: In<'a, String>) -> &'static str {
        if self.keep {
            return Box::leak(trimmed(text.value()).into());
        }
        self.check_text(text, LENGTH_LIMIT);
        ""
    }

    /// Says what is wrong with a text, which may be up to so many bytes long.
    pub(super) fn check_text(&mut self, text: In<'a, String>, limit: usize) {
        let place = text.place();
        self.check_tag(place);
        let written = trimmed(text.value());
        if written.is_empty() {
            self.problems
                .error(Code::EmptyText, place, "this text is empty")
                .help("say something, or delete the key");
        }
        if written.len() > limit {
            let message = format!("this text is longer than {limit} bytes");
            self.problems
                .error(Code::TooLong, place, message)
                .help("say it in fewer words, or as several records");
        }
        let is_plain_ascii =
            written.bytes().fold(true, |is_plain, byte| is_plain & (0x20..0x7F).contains(&byte));
        if !is_plain_ascii && let Some(c) = written.chars().find(|c| is_unsafe(*c)) {
            let message = format!("this text holds the invisible character U+{:04X}", u32::from(c));
            let help = if c == '\n' { "write it as one paragraph" } else { "delete the character" };
            self.problems.error(Code::ControlCharacter, place, message).help(help);
        }
        if !self.problems.texts.slice(place).starts_with(['\'', '"', '>', '|']) {
            self.check_plain(text);
        }
    }

    /// `!!binary`, `!!str` and their like, which the parser follows without a word.
    pub(super) fn check_tag(&mut self, place: Place) {
        if self.keep {
            return;
        }
        let before = self.problems.texts.before(place);
        let word = match before.as_bytes() {
            [.., b':' | b'-' | b',' | b' ', b' '] | [.., b'[' | b'\n' | b'\r'] | [] => return,
            _ => before.trim_end_matches(' '),
        };
        let start = word.rfind([' ', '\n', '\r']).map_or(0, |at| at + 1);
        if word[start..].starts_with('!') {
            self.problems
                .error(
                    Code::UnsupportedYaml,
                    place,
                    format!("{} is a tag; content uses none", shown(&word[start..])),
                )
                .help("delete the tag; text that begins with `!` needs quotes");
        }
    }

    /// A text without quotes, which YAML, or the next program to read it, may misunderstand.
    fn check_plain(&mut self, text: In<'a, String>) {
        let place = text.place();
        if is_ambiguous(text.value()) && self.problems.texts.slice(place) == text.value() {
            let shown_text = shown(text.value());
            self.problems
                .error(
                    Code::QuoteNeeded,
                    place,
                    format!("YAML may take {shown_text} for something other than text"),
                )
                .help(format!("write it in quotes: '{}'", safe(text.value())));
        }
        let after = self.problems.texts.after(place);
        if !after.starts_with(' ') {
            return;
        }
        let comment = after.trim_start_matches(' ').strip_prefix('#');
        if comment.is_some_and(|comment| !comment.starts_with([' ', '\n', '\r', '#'])) {
            self.problems
                .error(
                    Code::SwallowedComment,
                    place,
                    "the `#` after this text begins a comment, so the rest is lost",
                )
                .help("put the text in quotes; for a comment, write a space after the `#`");
        }
    }

    /// An id, checked and kept.
    pub(super) fn need_id<R: 'a>(
        &mut self,
        record: &impl Fields<'a, R>,
        pick: impl Fn(&'a R) -> &'a Field<String>,
    ) -> &'static str {
        let Some(id) = self.need(record, "id", pick) else { return "" };
        if !self.keep && !is_kebab(id.value()) {
            self.problems
                .error(Code::InvalidId, id.place(), format!("{} is not an id", shown(id.value())))
                .help("an id is lower-case words joined by hyphens, such as `green-tea`");
        }
        self.text(id)
    }

    /// A number, which must be written in plain digits.
    pub(super) fn number(&mut self, number: In<'a, u16>) -> u16 {
        self.check_tag(number.place());
        let written = self.problems.texts.slice(number.place());
        if *written != number.value().to_string() {
            self.problems
                .error(
                    Code::PlainNumber,
                    number.place(),
                    format!("{} is not a number in plain digits", shown(written)),
                )
                .help(format!("write {}", number.value()));
        }
        *number.value()
    }
}

/// Without the space around it, which only quotes or a `>` without `-` leave.
fn trimmed(text: &str) -> &str {
    let is_tight = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_tight(bytes.first()) && is_tight(bytes.last()) { text } else { text.trim() }
}

/// Whether a plain text is a boolean, null, a number, a time or a date to some YAML reader.
fn is_ambiguous(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    if text.len() <= 5 && WORDS.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return true;
    }
    let digits = text.strip_prefix(['+', '-', '.']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit() || b"_:.+-xo".contains(&byte))
}

/// Lower-case words joined by hyphens.
pub(super) fn is_kebab(id: &str) -> bool {
    id.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{is_ambiguous, is_kebab};

    #[test]
    fn what_looks_like_something_else_needs_quotes() {
        for text in [
            "no",
            "Yes",
            "ON",
            "null",
            "12",
            "-1",
            "1_000",
            "0x1F",
            "0o17",
            "1e3",
            "1:30",
            "2026-11-01",
            ".5",
        ] {
            assert!(is_ambiguous(text), "{text}");
        }
        for text in ["nobody", "a", "5 g of salt", "omega-3", "10.1016/j.cgh", "M1.2", "20 minutes"] {
            assert!(!is_ambiguous(text), "{text}");
        }
    }

    #[test]
    fn ids_are_lower_case_words_joined_by_hyphens() {
        for id in ["zinc", "omega-3", "juhl-2018", "ok1"] {
            assert!(is_kebab(id), "{id}");
        }
        for id in ["", "-", "a-", "-a", "a--b", "Zinc", "green tea", "grün", "a_b"] {
            assert!(!is_kebab(id), "{id}");
        }
    }
}
