//! Text inside a Markdown block: roles as marks, and everything else escaped, so that no text can
//! become a mark, a link, a tag or HTML.

use crate::render::{Page, safe};
use crate::report::document::{Piece, Role, Text};

/// Where the text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of a block, where some signs begin another kind of block.
    Start,
    /// Within a line.
    Inside,
    /// In a cell of a table, where line breaks can be kept.
    Cell,
}

/// Text with its roles as marks, without white space at its ends.
pub(super) fn text(text: &Text<'_>, place: Place, page: &Page) -> String {
    if let [Piece { role: Role::Plain, text: words }] = text.0.as_slice() {
        return plain(words.trim(), place, page);
    }
    let mut out = String::new();
    let pieces = joined(text);
    for (index, (role, words)) in pieces.iter().enumerate() {
        let next = pieces[index + 1..].iter().find_map(|(_, words)| words.chars().next());
        let place = if place == Place::Start && !out.is_empty() { Place::Inside } else { place };
        let inner = words.trim();
        let from_start = if out.is_empty() { words.trim_start() } else { words };
        if inner.is_empty() {
            if !out.is_empty() && !words.is_empty() {
                out.push(' ');
            }
            continue;
        }
        let gap = from_start.len() > from_start.trim_start().len();
        if gap {
            out.push(' ');
        }
        piece(&mut out, role, inner, place, next.filter(|_| words.trim_end() == words), page);
        if words.trim_end() != words {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// Neighbors in one role become one piece: two marks in a row would not be read as two.
fn joined<'t>(text: &'t Text<'_>) -> Vec<(&'t Role<'t>, String)> {
    let mut pieces: Vec<(&Role<'_>, String)> = Vec::new();
    for piece in &text.0 {
        match pieces.last_mut() {
            Some((role, words)) if **role == piece.role && !matches!(role, Role::Link(_)) => {
                words.push_str(&piece.text);
            }
            _ => pieces.push((&piece.role, piece.text.to_string())),
        }
    }
    pieces
}

fn piece(out: &mut String, role: &Role<'_>, words: &str, place: Place, next: Option<char>, page: &Page) {
    match role {
        Role::Strong if bold_holds(out, words, next) => {
            // What is bold never starts a block.
            let inside = if place == Place::Start { Place::Inside } else { place };
            let bold = plain(words, inside, page);
            safe::push_formatted(out, format_args!("**{bold}**"));
        }
        Role::Code if !out.ends_with('`') => code(out, words, place, page),
        Role::Link(url) => match safe::address(url) {
            Some(address) => link(out, words, &address, place, page),
            None => out.push_str(&plain(words, place, page)),
        },
        _ => out.push_str(&plain(words, place, page)),
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
    let inside = if place == Place::Start { Place::Inside } else { place };
    let words = plain(words, inside, page);
    safe::push_formatted(out, format_args!("[{words}]({address})"));
}

/// The longest run of a character.
pub(super) fn longest_run(text: &str, character: char) -> usize {
    text.split(|other| other != character).map(str::len).max().unwrap_or(0)
}

/// Running text, with all that Markdown would read as a mark escaped.
pub(super) fn plain(words: &str, place: Place, page: &Page) -> String {
    if place == Place::Cell && words.contains(['\n', '\r']) {
        let lines: Vec<String> = words.lines().map(|line| plain(line.trim(), place, page)).collect();
        return lines.join("<br>");
    }
    let words = page.shown(words);
    let mut out = String::with_capacity(words.len() + 8);
    let done = if place == Place::Start { escape_start(&mut out, &words) } else { 0 };
    let mut characters = words[done..].chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        let escaped = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '#' | '$' => true,
            // An entity such as `&amp;`, and a mark such as `==this==`.
            '&' => next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#'),
            '=' => next == Some('=') || out.ends_with('='),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Escapes the sign that would make the text a list, a quote or a heading, if it begins with one;
/// returns how much of the text is done.
fn escape_start(out: &mut String, words: &str) -> usize {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    match words[digits..].chars().next() {
        Some(sign @ ('-' | '+' | '>' | '=' | ':')) if digits == 0 => {
            out.push('\\');
            out.push(sign);
        }
        Some(sign @ ('.' | ')')) if digits > 0 => {
            out.push_str(&words[..digits]);
            out.push('\\');
            out.push(sign);
        }
        _ => return 0,
    }
    digits + 1
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
        assert_eq!(plain("R&D, AT&amp;T", Place::Inside, &PAGE), "R\\&D, AT\\&amp;T");
    }

    #[test]
    fn nothing_at_the_start_begins_another_block() {
        for (words, escaped) in
            [("- a", "\\- a"), ("12. a", "12\\. a"), ("> a", "\\> a"), ("2019 was", "2019 was")]
        {
            assert_eq!(plain(words, Place::Start, &PAGE), escaped);
        }
    }

    #[test]
    fn roles_become_marks_where_they_are_read_as_such() {
        let strong = Text::of(Role::Strong, "Zinc").then(": seeds");
        assert_eq!(text(&strong, Place::Start, &PAGE), "**Zinc**: seeds");
        let glued = Text::of(Role::Strong, "(zinc)").then("rich");
        assert_eq!(text(&glued, Place::Start, &PAGE), "(zinc)rich");
        let code = Text::plain("Type ").and(Role::Code, "a|`b");
        assert_eq!(text(&code, Place::Cell, &PAGE), "Type ``a\\|`b``");
        let twice = Text::of(Role::Strong, "a ").and(Role::Strong, "b");
        assert_eq!(text(&twice, Place::Start, &PAGE), "**a b**");
    }

    #[test]
    fn a_link_goes_only_where_a_page_may_link() {
        let good = Text::plain("See!").and(Role::Link("https://x.org/a(b)".into()), "a [review]");
        assert_eq!(text(&good, Place::Start, &PAGE), "See\\![a \\[review\\]](https://x.org/a%28b%29)");
        let bad = Text::of(Role::Link("javascript:x".into()), "press");
        assert_eq!(text(&bad, Place::Start, &PAGE), "press");
    }

    #[test]
    fn line_breaks_in_cells_are_kept() {
        assert_eq!(plain("a\nb", Place::Cell, &PAGE), "a<br>b");
        assert_eq!(plain("a\nb", Place::Start, &PAGE), "a b");
    }
}
