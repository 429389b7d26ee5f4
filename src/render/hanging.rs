//! Wrapped text whose later lines are indented: items, labeled facts, prose.

use anstyle::Style;

use super::page::Page;
use super::theme;
use super::wrap::{Styled, columns};
use crate::report::document::Text;

/// Prose is not made wider than this, however wide the terminal: longer lines are hard to read.
pub(super) const PROSE_WIDTH: usize = 100;

/// "Label: text", the lines after the first indented.
pub(super) fn labeled(out: &mut String, label: &str, text: &Text<'_>, page: &Page) {
    let mut styled = Styled::of(theme::LABEL, label, page);
    styled.push(theme::LABEL, ": ", page);
    for (style, words) in Styled::new(text, page).pieces() {
        styled.push(style, words, page);
    }
    hanging(out, &styled, "", "  ", page);
}

/// The wrapped text; `first` stands before its first line and `rest` before the others.
pub(super) fn hanging(out: &mut String, styled: &Styled<'_>, first: &str, rest: &str, page: &Page) {
    let width = page.width.min(PROSE_WIDTH).saturating_sub(columns(rest)).max(1);
    for (index, line) in styled.lines(width).into_iter().enumerate() {
        out.push_str(if index == 0 { first } else { rest });
        styled.paint(line, page, out);
        out.push('\n');
    }
}

/// The text in one style, whatever its roles.
pub(super) fn in_style<'a>(style: Style, text: &'a Text<'_>, page: &Page) -> Styled<'a> {
    let mut styled = Styled::of(style, "", page);
    for piece in &text.0 {
        styled.push(style, &piece.text, page);
    }
    styled
}
