//! Text inside a Markdown block: roles as marks, and everything else escaped, so that no text can
//! become a mark, a link, a tag or HTML.

use std::borrow::Cow;

use crate::render::page::Page;
use crate::render::safe;
use crate::report::document::{Role, Text};

/// Where the text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a block of its own, where some signs at the start would begin another kind of block.
    Block,
    /// In a cell of a table, where line breaks can be kept.
    Cell,
}

/// Text with its roles as marks, without white space at its ends.
pub(super) fn text(text: &Text<'_>, place: Place, page: &Page) -> String {
    let mut out = String::with_capacity(text.0.iter().map(|piece| piece.text.len() + 4).sum());
    let pieces = joined(text);
    for (index, (role, words)) in pieces.iter().enumerate() {
        // Marks hold only beside words, so white space at the ends of a piece stays outside.
        let inner = words.trim();
        let start = words.len() - words.trim_start().len();
        if start > 0 && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        if inner.is_empty() {
            continue;
        }
        let next = words[start + inner.len()..].chars().next();
        let next = next.or_else(|| pieces[index + 1..].iter().find_map(|(_, words)| words.chars().next()));
        piece(&mut out, role, inner, place, next, page);
        if start + inner.len() < words.len() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    if place == Place::Block { escape_start(out) } else { out }
}

/// Neighbors that are marked alike become one piece: two marks in a row would not be read as two.
fn joined<'t>(text: &'t Text<'_>) -> Vec<(&'t Role<'t>, Cow<'t, str>)> {
    let mut pieces: Vec<(&Role<'_>, Cow<'_, str>)> = Vec::with_capacity(text.0.len());
    for piece in &text.0 {
        let role = if has_mark(&piece.role) { &piece.role } else { &Role::Plain };
        match pieces.last_mut() {
            Some((last, words)) if *last == role && !matches!(role, Role::Link(_)) => {
                words.to_mut().push_str(&piece.text);
            }
            _ => pieces.push((role, Cow::Borrowed(piece.text.as_ref()))),
        }
    }
    pieces
}

/// How sure research is stands in words; Markdown has no colors for it.
fn has_mark(role: &Role<'_>) -> bool {
    matches!(role, Role::Strong | Role::Code | Role::Link(_))
}

fn piece(out: &mut String, role: &Role<'_>, words: &str, place: Place, next: Option<char>, page: &Page) {
    match role {
        Role::Strong if bold_holds(out, words, next) => {
            out.push_str("**");
            push_plain(out, words, place, page);
            out.push_str("**");
        }
        Role::Code if !out.ends_with('`') => code(out, words, place, page),
        Role::Link(url) => match safe::address(url) {
            Some(address) => link(out, words, &address, place, page),
            None => push_plain(out, words, place, page),
        },
        _ => push_plain(out, words, place, page),
    }
}

/// Whether `**` is read as a mark here: the rules of CommonMark on what may stand on both sides,
/// taken more strictly than they are.
fn bold_holds(out: &str, words: &str, next: Option<char>) -> bool {
    let before = out.chars().next_back();
    let opens = is_apart(before) || words.starts_with(char::is_alphanumeric) && before != Some('*');
    let closes = is_apart(next) || words.ends_with(char::is_alphanumeric) && next != Some('*');
    opens && closes
}

fn is_apart(neighbor: Option<char>) -> bool {
    neighbor.is_none_or(|character| character == ' ' || ",.;:()".contains(character))
}

fn code(out: &mut String, words: &str, place: Place, page: &Page) {
    let words = page.shown(words);
    let words = words.trim();
    let fence = "`".repeat(longest_run(words, '`') + 1);
    let space = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    // Tables are split into cells before code is looked for.
    let words = if place == Place::Cell { words.replace('|', "\\|") } else { words.to_owned() };
    safe::push_formatted(out, format_args!("{fence}{space}{words}{space}{fence}"));
}

fn link(out: &mut String, words: &str, address: &str, place: Place, page: &Page) {
    if out.ends_with('!') {
        // "!" before a link would make it a picture.
        out.pop();
        out.push_str("\\!");
    }
    let words = plain(words, place, page);
    safe::push_formatted(out, format_args!("[{words}]({address})"));
}

/// The longest run of a character.
pub(super) fn longest_run(text: &str, character: char) -> usize {
    text.split(|other| other != character).map(str::len).max().unwrap_or(0)
}

/// Running text, with all that Markdown would read as a mark escaped.
pub(super) fn plain(words: &str, place: Place, page: &Page) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    push_plain(&mut out, words, place, page);
    out
}

fn push_plain(out: &mut String, words: &str, place: Place, page: &Page) {
    if place == Place::Cell && words.contains('\n') {
        for (number, line) in words.lines().enumerate() {
            out.push_str(if number == 0 { "" } else { "<br>" });
            push_plain(out, line.trim(), place, page);
        }
        return;
    }
    let words = page.shown(words);
    if !words.bytes().any(may_be_mark) {
        out.push_str(&words);
        return;
    }
    let start = out.len();
    let mut characters = words.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        let escaped = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '#' | '$' => true,
            // An entity such as `&amp;`, and a mark such as `==this==`. What comes after this piece is
            // not known here.
            '&' => next.is_none_or(|next| next.is_ascii_alphanumeric() || next == '#'),
            '=' => next == Some('=') || out[start..].ends_with('='),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(character);
    }
}

const fn may_be_mark(byte: u8) -> bool {
    matches!(byte, b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'<' | b'|' | b'~' | b'#' | b'$' | b'&' | b'=')
}

/// Escapes the sign that would make the text a list or a quote, if it begins with one.
fn escape_start(mut text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let escaped = match text[digits..].chars().next() {
        Some('-' | '+' | '>' | '=' | ':') => digits == 0,
        Some('.' | ')') => digits > 0,
        _ => false,
    };
    if escaped {
        text.insert(digits, '\\');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Place, plain, text};
    use crate::render::Page;
    use crate::report::document::{Role, Text};

    const PAGE: Page = Page { width: 80, color: false, ascii: false };

    #[test]
    fn nothing_in_a_text_becomes_a_mark() {
        assert_eq!(
            plain("a|b *c* <d> `e` [f] g_h", Place::Cell, &PAGE),
            "a\\|b \\*c\\* \\<d> \\`e\\` \\[f\\] g\\_h"
        );
        assert_eq!(plain("R&D, AT&amp;T", Place::Block, &PAGE), "R\\&D, AT\\&amp;T");
    }

    #[test]
    fn nothing_at_the_start_begins_another_block() {
        for (words, escaped) in
            [("- a", "\\- a"), ("12. a", "12\\. a"), ("> a", "\\> a"), ("2019 was", "2019 was")]
        {
            assert_eq!(text(&words.into(), Place::Block, &PAGE), escaped);
        }
    }

    #[test]
    fn roles_become_marks_where_they_are_read_as_such() {
        let strong = Text::of(Role::Strong, "Zinc").then(": seeds");
        assert_eq!(text(&strong, Place::Block, &PAGE), "**Zinc**: seeds");
        let glued = Text::of(Role::Strong, "(zinc)").then("rich");
        assert_eq!(text(&glued, Place::Block, &PAGE), "(zinc)rich");
        let code = Text::plain("Type ").and(Role::Code, "a|`b");
        assert_eq!(text(&code, Place::Cell, &PAGE), "Type ``a\\|`b``");
        let split = Text::plain("1").and(Role::Muted, ". a &").and(Role::Open, "amp; b");
        assert_eq!(text(&split, Place::Block, &PAGE), "1\\. a \\&amp; b");
        let twice = Text::of(Role::Strong, "a ").and(Role::Strong, "b");
        assert_eq!(text(&twice, Place::Block, &PAGE), "**a b**");
    }

    #[test]
    fn a_link_goes_only_where_a_page_may_link() {
        let good = Text::plain("See!").and(Role::Link("https://x.org/a(b)".into()), "a [review]");
        assert_eq!(text(&good, Place::Block, &PAGE), "See\\![a \\[review\\]](https://x.org/a%28b%29)");
        let bad = Text::of(Role::Link("javascript:x".into()), "press");
        assert_eq!(text(&bad, Place::Block, &PAGE), "press");
    }

    #[test]
    fn line_breaks_in_cells_are_kept() {
        assert_eq!(plain("a\nb", Place::Cell, &PAGE), "a<br>b");
        assert_eq!(plain("a\nb", Place::Block, &PAGE), "a b");
    }
}
