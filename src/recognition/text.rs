//! Text into words: lower case, plain letters, no apostrophes, with the way back to the original.

use unicode_normalization::UnicodeNormalization;

use super::hash::{LONGEST, hash_padded};

/// By byte: the lower case of an ASCII letter or digit, 0 for all others.
const LOWER: [u8; 256] = {
    let mut lower = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            lower[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    lower
};

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// A space or a hyphen: the phrase goes on.
    Space,
    /// A comma, a slash or a parenthesis.
    Comma,
    /// The end of a sentence, a dash or a line.
    Stop,
}

/// A folded word and where it stands in the original.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'a> {
    /// Lower case, without accents and apostrophes.
    pub(crate) folded: &'a [u8],
    /// What the index finds it by.
    pub(crate) hash: u32,
    /// Byte offset of its first character.
    pub(crate) start: usize,
    /// Byte offset after its last character.
    pub(crate) end: usize,
    /// What stands before it.
    pub(crate) gap: Gap,
}

impl Word<'_> {
    /// The folded word. Not a field, since hardly anybody needs more than its bytes.
    pub(crate) fn text(&self) -> &str {
        // Always text: a character is kept whole or not at all.
        std::str::from_utf8(self.folded).unwrap_or_default()
    }
}

/// Calls `each` for every word of `text`, in order.
pub(crate) fn words(text: &str, mut each: impl FnMut(Word<'_>)) {
    let mut scan = Scan::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if LOWER[usize::from(byte)] != 0 {
            at += scan.run(at, &bytes[at..]);
        } else if byte == b' ' {
            scan.finish(at, &mut each);
            at += 1;
        } else if byte < 0x80 {
            if byte == b'\''
                && scan.started
                && bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || *next >= 0x80)
            {
                scan.apostrophe = Some(scan.len);
            } else {
                scan.finish(at, &mut each);
                scan.separate(separator(byte, bytes.get(at + 1).copied()));
            }
            at += 1;
        } else {
            at += scan.wide(text, at, &mut each);
        }
    }
    scan.finish(at, &mut each);
}

fn separator(byte: u8, next: Option<u8>) -> Gap {
    match byte {
        b'.' | b'!' | b'?' | b':' if next.is_none_or(|next| !next.is_ascii_alphanumeric()) => Gap::Stop,
        b';' | b'\n' | b'\r' | b'|' => Gap::Stop,
        b',' | b'(' | b')' | b'.' | b':' | b'!' | b'?' => Gap::Comma,
        b'-' if next == Some(b'-') || next == Some(b' ') => Gap::Comma,
        _ => Gap::Space,
    }
}

struct Scan {
    /// What is kept of the word so far; zero behind it.
    folded: [u8; LONGEST],
    len: usize,
    /// Whether there was too much to keep.
    full: bool,
    started: bool,
    start: usize,
    apostrophe: Option<usize>,
    gap: Gap,
}

impl Default for Scan {
    fn default() -> Self {
        let folded = [0; LONGEST];
        Self { folded, len: 0, full: false, started: false, start: 0, apostrophe: None, gap: Gap::Stop }
    }
}

impl Scan {
    /// All ASCII letters and digits that `bytes` begins with; returns how many.
    fn run(&mut self, at: usize, bytes: &[u8]) -> usize {
        self.start_at(at);
        let from = if self.full { LONGEST } else { self.len };
        let room = self.folded.get_mut(from..).unwrap_or_default();
        let mut taken = 0;
        for (place, byte) in room.iter_mut().zip(bytes) {
            let lower = LOWER[usize::from(*byte)];
            if lower == 0 {
                self.len += taken;
                return taken;
            }
            *place = lower;
            taken += 1;
        }
        self.len += taken;
        taken + bytes[taken..].iter().take_while(|byte| LOWER[usize::from(**byte)] != 0).count()
    }

    fn start_at(&mut self, at: usize) {
        if !self.started {
            self.started = true;
            self.start = at;
        }
    }

    fn separate(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// A character beyond ASCII; returns its length.
    fn wide(&mut self, text: &str, at: usize, each: &mut impl FnMut(Word<'_>)) -> usize {
        let Some(c) = text[at..].chars().next() else { return 1 };
        match c {
            // Typographic apostrophes, and marks and invisible characters inside a word.
            '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\u{ff07}' | '\u{b4}' if self.started => {
                self.apostrophe = Some(self.len);
            }
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2026}' | '\u{2028}' | '\u{2029}' | '\u{2022}' => {
                self.finish(at, each);
                self.separate(Gap::Stop);
            }
            _ if c.is_alphanumeric() => {
                // Compatibility forms and accents come apart; the letters stay.
                for part in std::iter::once(c).nfkd().flat_map(char::to_lowercase) {
                    self.push_char(at, part);
                }
            }
            _ => {
                self.finish(at, each);
                self.separate(Gap::Space);
            }
        }
        c.len_utf8()
    }

    fn push_char(&mut self, at: usize, c: char) {
        if c.is_ascii_alphanumeric() {
            // Checked just above: one byte.
            self.run(at, &[c as u8]);
        } else if c.is_alphanumeric() {
            self.start_at(at);
            let room = self.folded.get_mut(self.len..).unwrap_or_default();
            // A word cut in the middle of a character would not be text.
            self.full |= c.len_utf8() > room.len();
            if !self.full {
                self.len += c.encode_utf8(room).len();
            }
        }
    }

    fn finish(&mut self, end: usize, each: &mut impl FnMut(Word<'_>)) {
        if !self.started {
            return;
        }
        let mut kept = self.len;
        if let Some(cut) = self.apostrophe
            && cut < kept
            && matches!(&self.folded[cut..kept], b"ll" | b"re" | b"ve" | b"d" | b"m")
        {
            // "I'll" is no illness: what follows the apostrophe is a verb of its own.
            self.folded[cut..kept].fill(0);
            kept = cut;
        }
        let hash = hash_padded(&self.folded, kept);
        each(Word { folded: &self.folded[..kept], hash, start: self.start, end, gap: self.gap });
        *self = Self { gap: Gap::Space, ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::{Gap, words};

    fn folded(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        words(text, |word| {
            assert!(text.is_char_boundary(word.start) && text.is_char_boundary(word.end));
            all.push(word.text().to_string());
        });
        all
    }

    #[test]
    fn words_are_folded() {
        assert_eq!(folded("My skin’s RED—don't know why"), ["my", "skins", "red", "dont", "know", "why"]);
        assert_eq!(folded("I'll see; we've been"), ["i", "see", "we", "been"]);
        assert_eq!(folded("ros\u{e1}cea flare-up ａｃｎｅ"), ["rosacea", "flare", "up", "acne"]);
        assert_eq!(folded("кожа 皮肤 🙂 ''"), ["кожа", "皮肤"]);
    }

    #[test]
    fn gaps_are_told_apart() {
        let mut gaps = Vec::new();
        words("no acne, just dry. it's 6.5 weeks - ok", |word| gaps.push(word.gap));
        assert_eq!(
            gaps,
            [
                Gap::Stop,
                Gap::Space,
                Gap::Comma,
                Gap::Space,
                Gap::Stop,
                Gap::Space,
                Gap::Comma,
                Gap::Space,
                Gap::Comma
            ]
        );
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(folded(&"ж".repeat(100))[0].len(), 32);
        assert_eq!(folded(&"a".repeat(100))[0].len(), 32);
    }
}
