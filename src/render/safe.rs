//! Makes text harmless: what is typed or read from a file may hold characters that move the
//! cursor, turn the reading direction or hide. They are shown as escapes instead.

use std::borrow::Cow;
use std::fmt::Write;

use super::diagnostics::{escape, is_hidden};

/// The text on one line: white space becomes single spaces, hidden characters become visible.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        // Tabs and line breaks of all kinds; a no-break space stays what it is.
        if character == ' ' || character.is_whitespace() && is_hidden(character) {
            if !line.ends_with(' ') {
                line.push(' ');
            }
        } else {
            push_visible(&mut line, character);
        }
    }
    Cow::Owned(line)
}

/// The lines of a text that keeps its line breaks, each with tabs as spaces and hidden characters
/// visible.
pub(super) fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(|source| {
        let mut line = String::with_capacity(source.len());
        for character in source.chars() {
            match character {
                '\t' => line.push_str("    "),
                _ => push_visible(&mut line, character),
            }
        }
        line
    })
}

/// The text in ASCII alone: dashes, quotes and common letters become their nearest, all else an
/// escape.
pub(super) fn ascii(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match nearest_ascii(character) {
            _ if character.is_ascii() => plain.push(character),
            Some(nearest) => plain.push_str(nearest),
            None => plain.push_str(&escape(character)),
        }
    }
    Cow::Owned(plain)
}

/// The address, if it is one that a page may link to, with what could end a link percent-encoded.
pub(super) fn address(url: &str) -> Option<String> {
    let known = ["https://", "http://", "mailto:"];
    if !known.iter().any(|scheme| url.starts_with(scheme)) {
        return None;
    }
    let mut safe = String::with_capacity(url.len());
    for character in url.chars() {
        if !character.is_ascii_graphic() || "()<>[]\\\"'`|{}^*~".contains(character) {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                push_formatted(&mut safe, format_args!("%{byte:02X}"));
            }
        } else {
            safe.push(character);
        }
    }
    Some(safe)
}

/// Appends formatted text; appending to a string cannot fail.
pub(super) fn push_formatted(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _infallible = out.write_fmt(text);
}

/// Nearly all text is, and most of it ASCII: so bytes first, and without leaving early, which lets
/// the compiler look at many at once.
#[expect(clippy::needless_bitwise_bool, reason = "leaving early takes longer")]
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let hidden = bytes.iter().fold(false, |found, byte| found | (*byte < b' ') | (*byte == 0x7f));
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let spaces = pairs.fold(false, |found, (one, next)| found | (*one == b' ') & (*next == b' '));
    !hidden && !spaces && (text.is_ascii() || !text.chars().any(is_hidden))
}

fn push_visible(out: &mut String, character: char) {
    if is_hidden(character) {
        out.push_str(&escape(character));
    } else {
        out.push(character);
    }
}

fn nearest_ascii(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{a0}' | '\u{2009}' | '\u{202f}' => " ",
        '‐' | '‑' | '–' | '−' | '·' => "-",
        '—' => "--",
        '•' => "*",
        '‘' | '’' | '′' => "'",
        '“' | '”' | '„' | '″' | '«' | '»' => "\"",
        '…' => "...",
        '→' => "->",
        '←' => "<-",
        '↔' => "<->",
        '×' => "x",
        '≤' => "<=",
        '≥' => ">=",
        '≈' => "~",
        '±' => "+/-",
        '½' => "1/2",
        '¼' => "1/4",
        '¾' => "3/4",
        '°' => " degrees",
        'µ' | 'μ' => "u",
        'α' => "alpha",
        'β' => "beta",
        'γ' => "gamma",
        'δ' => "delta",
        'κ' => "kappa",
        'ω' => "omega",
        _ => return nearest_letter(character),
    })
}

fn nearest_letter(character: char) -> Option<&'static str> {
    Some(match character {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'À' | 'Á' | 'Â' | 'Ã' | 'Å' => "A",
        'ä' | 'æ' => "ae",
        'Ä' | 'Æ' => "Ae",
        'ç' | 'ć' | 'č' => "c",
        'Ç' | 'Ć' | 'Č' => "C",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'È' | 'É' | 'Ê' | 'Ë' => "E",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ı' => "i",
        'Ì' | 'Í' | 'Î' | 'Ï' | 'İ' => "I",
        'ł' => "l",
        'Ł' => "L",
        'ñ' | 'ń' | 'ň' => "n",
        'Ñ' => "N",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ő' => "o",
        'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ø' => "O",
        'ö' | 'œ' => "oe",
        'Ö' => "Oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' => "s",
        'Ś' | 'Š' | 'Ş' => "S",
        'ß' => "ss",
        'ù' | 'ú' | 'û' | 'ů' | 'ű' => "u",
        'Ù' | 'Ú' | 'Û' => "U",
        'ü' => "ue",
        'Ü' => "Ue",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'Ź' | 'Ż' | 'Ž' => "Z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{address, ascii, lines, one_line};

    #[test]
    fn controls_and_direction_marks_become_visible() {
        assert_eq!(one_line("a\u{1b}[31mb"), "a\\u{1B}[31mb");
        assert_eq!(one_line("safe\u{202e}efas"), "safe\\u{202E}efas");
        assert_eq!(one_line("soft\u{ad}hyphen"), "soft\\u{AD}hyphen");
    }

    #[test]
    fn white_space_becomes_one_space() {
        assert_eq!(one_line("a \t\r\n b"), "a b");
        assert_eq!(one_line("unchanged, with é and 皮"), "unchanged, with é and 皮");
    }

    #[test]
    fn kept_lines_are_safe_too() {
        let all: Vec<String> = lines("a\tb\n\u{7}c").collect();
        assert_eq!(all, ["a    b", "\\u{7}c"]);
    }

    #[test]
    fn ascii_keeps_the_sense() {
        assert_eq!(ascii("ω-3 – “good” · Gärtner".into()), "omega-3 - \"good\" - Gaertner");
        assert_eq!(ascii("皮".into()), "\\u{76AE}");
    }

    #[test]
    fn only_web_and_mail_addresses_are_links() {
        assert_eq!(address("javascript:alert(1)"), None);
        assert_eq!(
            address("https://doi.org/10.1016/S0(05)1").as_deref(),
            Some("https://doi.org/10.1016/S0%2805%291")
        );
    }
}
