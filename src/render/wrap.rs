//! Text in roles, wrapped to a width in terminal columns.

use std::borrow::Cow;
use std::ops::Range;

use anstyle::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::page::Page;
use super::{safe, theme};
use crate::report::document::{Role, Text};

/// Text as one line of safe words, with the style that each stretch of it has.
pub(super) struct Styled<'a> {
    words: Cow<'a, str>,
    /// Where each stretch ends, in order.
    stretches: Vec<(usize, Style)>,
}

impl<'a> Styled<'a> {
    /// The text as the page can show it. A link is followed by its address.
    pub(super) fn new(text: &'a Text<'_>, page: &Page) -> Self {
        if let [only] = text.0.as_slice()
            && only.role == Role::Plain
        {
            return Self::of(Style::new(), &only.text, page);
        }
        let mut styled = Self { words: Cow::default(), stretches: Vec::new() };
        for piece in &text.0 {
            styled.push(theme::style(&piece.role), &piece.text, page);
            if let Role::Link(url) = &piece.role
                && piece.text != *url
            {
                styled.push(Style::new(), " (", page);
                styled.push(theme::style(&piece.role), url, page);
                styled.push(Style::new(), ")", page);
            }
        }
        styled
    }

    /// Words in one style.
    pub(super) fn of(style: Style, words: &'a str, page: &Page) -> Self {
        let words = page.shown(words);
        let stretches = vec![(words.len(), style)];
        Self { words, stretches }
    }

    /// The same with more at its end.
    pub(super) fn push(&mut self, style: Style, words: &str, page: &Page) {
        let words = page.shown(words);
        let ends_in_space = self.words.is_empty() || self.words.ends_with(' ');
        let words = if ends_in_space { words.trim_start_matches(' ') } else { &words };
        self.words.to_mut().push_str(words);
        match self.stretches.last_mut() {
            Some((end, last)) if *last == style => *end = self.words.len(),
            _ => self.stretches.push((self.words.len(), style)),
        }
    }

    /// The words alone.
    pub(super) fn words(&self) -> &str {
        &self.words
    }

    /// Each stretch with its style.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (Style, &str)> {
        let mut start = 0;
        self.stretches.iter().map(move |(end, style)| {
            let words = &self.words[start..*end];
            start = *end;
            (*style, words)
        })
    }

    /// Where the lines begin and end when none may be wider than `width`.
    pub(super) fn lines(&self, width: usize) -> Vec<Range<usize>> {
        break_lines(&self.words, width)
    }

    /// One stretch of the words, with escape codes if the page has color.
    pub(super) fn paint(&self, range: Range<usize>, page: &Page, out: &mut String) {
        if !page.color {
            out.push_str(&self.words[range]);
            return;
        }
        let mut start = range.start;
        for (end, style) in &self.stretches {
            let end = (*end).min(range.end);
            if end > start {
                let words = &self.words[start..end];
                safe::push_formatted(out, format_args!("{style}{words}{style:#}"));
                start = end;
            }
        }
    }
}

/// How many columns a terminal gives to the text.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// What a reader sees as single characters.
pub(super) fn graphemes(text: &str) -> impl Iterator<Item = &str> {
    text.graphemes(true)
}

/// How many columns the longest word takes; text in wide signs, which has no spaces, may break
/// between any two of them.
pub(super) fn longest_word(text: &str) -> usize {
    let room = |word: &str| {
        let taken = columns(word);
        if taken > word.chars().count() { taken.min(8) } else { taken }
    };
    text.split(' ').map(room).max().unwrap_or(0)
}

/// Breaks between words; within one only if it alone is wider than the line.
fn break_lines(text: &str, width: usize) -> Vec<Range<usize>> {
    let text = text.trim_end_matches(' ');
    let mut lines = Vec::new();
    let mut line = 0..0;
    let mut used = 0;
    let mut at = 0;
    for word in text.split(' ') {
        let taken = columns(word);
        let end = at + word.len();
        if line.end > line.start && used + 1 + taken <= width {
            line.end = end;
            used += 1 + taken;
        } else {
            if line.end > line.start {
                lines.push(line);
            }
            line = at..end;
            used = taken;
            if taken > width {
                line = break_word(text, line, width, &mut lines);
                used = columns(&text[line.clone()]);
            }
        }
        at = end + 1;
    }
    if line.end > line.start {
        lines.push(line);
    }
    lines
}

/// Breaks a word that no line can hold, and returns what is left for the next line.
fn break_word(text: &str, word: Range<usize>, width: usize, lines: &mut Vec<Range<usize>>) -> Range<usize> {
    let mut start = word.start;
    let mut used = 0;
    for (offset, grapheme) in text[word.clone()].grapheme_indices(true) {
        let taken = columns(grapheme);
        let at = word.start + offset;
        if used + taken > width && at > start {
            lines.push(start..at);
            start = at;
            used = 0;
        }
        used += taken;
    }
    start..word.end
}

#[cfg(test)]
mod tests {
    use super::{Styled, break_lines, columns};
    use crate::render::Page;
    use crate::report::document::{Role, Text};

    fn wrapped(text: &str, width: usize) -> Vec<&str> {
        break_lines(text, width).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrapped("yogurt, kefir and kimchi", 14), ["yogurt, kefir", "and kimchi"]);
        assert_eq!(wrapped("", 14), Vec::<&str>::new());
    }

    #[test]
    fn only_a_word_wider_than_the_line_is_broken() {
        assert_eq!(wrapped("see https://doi.org/10", 8), ["see", "https://", "doi.org/", "10"]);
        assert_eq!(wrapped("皮膚科", 4), ["皮膚", "科"]);
    }

    #[test]
    fn joined_signs_stay_together() {
        let family = "👨‍👩‍👧👨‍👩‍👧";
        assert_eq!(wrapped(family, 2), ["👨‍👩‍👧", "👨‍👩‍👧"]);
        assert_eq!(columns("👨‍👩‍👧"), 2);
    }

    #[test]
    fn color_is_put_around_each_stretch_of_a_line() {
        let text = Text::of(Role::Strong, "Oily fish").then(" twice");
        let page = Page { width: 40, color: true, ascii: false };
        let styled = Styled::new(&text, &page);
        let mut out = String::new();
        styled.paint(5..15, &page, &mut out);
        assert_eq!(out, "\u{1b}[1mfish\u{1b}[0m twice");
    }

    #[test]
    fn a_link_is_followed_by_its_address() {
        let text = Text::of(Role::Link("https://x.org".into()), "A review");
        let page = Page { width: 40, color: false, ascii: false };
        assert_eq!(Styled::new(&text, &page).words(), "A review (https://x.org)");
    }
}
