//! What every text, id and number must keep to, whatever it says.

use crate::diagnostic::Code;

use super::super::merge::{Fields, In};
use super::super::raw::at::Field;
use super::super::sources::is_unsafe;
use super::{Resolving, shown};

/// The longest text, in bytes; the longest shipped one has about a tenth of it.
const LENGTH_LIMIT: usize = 8_000;

impl<'a> Resolving<'_, 'a> {
    /// A text, checked and kept.
    pub(super) fn text(&mut self, text: In<'a, String>) -> &'static str {
        let trimmed = text.value().trim();
        if self.keep {
            return Box::leak(trimmed.into());
        }
        self.check_text(text, trimmed);
        ""
    }

    fn check_text(&mut self, text: In<'a, String>, trimmed: &str) {
        let place = text.place();
        if trimmed.is_empty() {
            self.problems
                .error(Code::EmptyText, place, "this text is empty")
                .help("say something, or delete the key");
        }
        if trimmed.len() > LENGTH_LIMIT {
            let message = format!("this text is longer than {LENGTH_LIMIT} bytes");
            self.problems
                .error(Code::TooLong, place, message)
                .help("say it in fewer words, or as several records");
        }
        if let Some(c) = trimmed.chars().find(|c| is_unsafe(*c)) {
            let message = format!("this text holds the invisible character U+{:04X}", u32::from(c));
            let help = if c == '\n' { "write it as one paragraph" } else { "delete the character" };
            self.problems.error(Code::ControlCharacter, place, message).help(help);
        }
        self.check_comment(text);
    }

    /// `name: A grain #1`: the comment would eat the rest.
    fn check_comment(&mut self, text: In<'a, String>) {
        let place = text.place();
        let texts = self.problems.texts;
        let after = texts.after(place).trim_start_matches(' ');
        let is_cut =
            after.strip_prefix('#').is_some_and(|comment| !comment.starts_with([' ', '\n', '\r', '#']));
        if is_cut && !texts.slice(place).starts_with(['\'', '"', '>', '|']) {
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

/// Lower-case words joined by hyphens.
pub(super) fn is_kebab(id: &str) -> bool {
    id.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_kebab;

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
