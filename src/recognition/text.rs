//! Text into words: lower case, plain letters, no apostrophes, with the way back to the original.

use unicode_normalization::UnicodeNormalization;

use super::hash::{LONGEST, hash_padded};

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
pub(crate) struct Word {
    /// Lower case, without accents and apostrophes; zero behind it.
    pub(crate) padded: [u8; LONGEST],
    /// How many bytes of it are the word.
    pub(crate) len: usize,
    /// What the index finds it by.
    pub(crate) hash: u64,
    /// Byte offset of its first character.
    pub(crate) start: usize,
    /// Byte offset after its last character.
    pub(crate) end: usize,
    /// What stands before it.
    pub(crate) gap: Gap,
}

impl Word {
    /// The folded word in bytes.
    pub(crate) fn folded(&self) -> &[u8] {
        &self.padded[..self.len]
    }

    /// The folded word. Not a field, since hardly anybody needs more than its bytes.
    pub(crate) fn text(&self) -> &str {
        // Always text: a character is kept whole or not at all.
        std::str::from_utf8(self.folded()).unwrap_or_default()
    }
}

/// Calls `each` for every word of `text`, in order.
pub(crate) fn words(text: &str, mut each: impl FnMut(Word)) {
    let mut scan = Scan::default();
    let bytes = text.as_bytes();
    let mut word = [0; LONGEST];
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if !scan.started
            && let Some(len) = plain_word(&bytes[at..], &mut word)
        {
            scan.finish_plain(word, len, at, &mut each);
            // One space is what stands between most words, and says nothing.
            at += len + usize::from(bytes.get(at + len) == Some(&b' '));
        } else if byte == b' ' {
            scan.finish(at, &mut each);
            at += 1;
        } else if byte.is_ascii_alphanumeric() {
            at += scan.run(at, &bytes[at..]);
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
        let mut taken = 0;
        loop {
            let (eight, len) = eight_lower(&bytes[taken..]);
            self.keep(eight, len);
            taken += len;
            if len < 8 {
                return taken;
            }
        }
    }

    /// Adds the first `len` of eight bytes, behind which there are zeros, as far as there is room.
    fn keep(&mut self, eight: [u8; 8], len: usize) {
        if self.full {
            return;
        }
        if self.len.is_multiple_of(8)
            && let Some(room) = self.folded.get_mut(self.len..self.len + 8)
        {
            room.copy_from_slice(&eight);
            self.len += len;
            return;
        }
        let room = self.folded.get_mut(self.len..).unwrap_or_default();
        let len = len.min(room.len());
        room[..len].copy_from_slice(&eight[..len]);
        self.len += len;
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
    fn wide(&mut self, text: &str, at: usize, each: &mut impl FnMut(Word)) -> usize {
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
            self.start_at(at);
            // Checked just above: one byte.
            self.keep([c.to_ascii_lowercase() as u8, 0, 0, 0, 0, 0, 0, 0], 1);
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

    /// A word that is whole, and short and plain as most are: nothing of it has to be kept.
    fn finish_plain(&mut self, padded: [u8; LONGEST], len: usize, start: usize, each: &mut impl FnMut(Word)) {
        let hash = hash_padded(&padded, len);
        each(Word { padded, len, hash, start, end: start + len, gap: self.gap });
        self.gap = Gap::Space;
    }

    fn finish(&mut self, end: usize, each: &mut impl FnMut(Word)) {
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
        each(Word { padded: self.folded, len: kept, hash, start: self.start, end, gap: self.gap });
        *self = Self { gap: Gap::Space, ..Self::default() };
    }
}

/// The length of the word that `bytes` begins with, if a space, a comma or the like ends it within
/// sixteen bytes; `word` becomes the word, with zeros behind it.
fn plain_word(bytes: &[u8], word: &mut [u8; LONGEST]) -> Option<usize> {
    let (head, mut len) = eight_lower(bytes);
    *word = [0; LONGEST];
    word[..8].copy_from_slice(&head);
    if len == 8 {
        let (tail, more) = eight_lower(&bytes[8..]);
        word[8..16].copy_from_slice(&tail);
        len += more;
    }
    let ends = len < 16 && bytes.get(len).is_none_or(|next| next.is_ascii() && *next != b'\'');
    (len > 0 && ends).then_some(len)
}

/// The ASCII letters and digits, at most eight, that `bytes` begins with: in lower case, with
/// zeros behind them, and how many there are. All eight bytes are looked at in one number.
fn eight_lower(bytes: &[u8]) -> ([u8; 8], usize) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let eight = bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        eight[..bytes.len()].copy_from_slice(bytes);
        eight
    });
    let eight = u64::from_le_bytes(eight);
    // The high bit of each byte that lies in a range; seven bits a byte, so that nothing carries.
    let within = |bytes: u64, first: u8, last: u8| {
        let low = bytes & !HIGH;
        let from_first = low + ONES * u64::from(0x80 - first);
        let past_last = low + ONES * u64::from(0x7f - last);
        from_first & !past_last & !bytes & HIGH
    };
    let letters = within(eight | (0x20 * ONES), b'a', b'z');
    let others = HIGH & !(letters | within(eight, b'0', b'9'));
    let len = (others.trailing_zeros() / 8) as usize;
    let kept = if len < 8 { (1 << (8 * len)) - 1 } else { u64::MAX };
    (((eight | (letters >> 2)) & kept).to_le_bytes(), len)
}

#[cfg(test)]
mod tests {
    use super::{Gap, eight_lower, words};

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
    fn letters_and_digits_are_told_from_all_other_bytes() {
        for byte in 0..=u8::MAX {
            for len in 0..=9 {
                let mut bytes = vec![b'Q'; len];
                bytes.push(byte);
                let (eight, taken) = eight_lower(&bytes);
                let expected = bytes.iter().take(8).take_while(|byte| byte.is_ascii_alphanumeric());
                let expected: Vec<u8> = expected.map(u8::to_ascii_lowercase).collect();
                assert_eq!(&eight[..taken], expected, "{bytes:?}");
                assert!(eight[taken..].iter().all(|byte| *byte == 0), "{bytes:?}");
            }
        }
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(folded(&"ж".repeat(100))[0].len(), 32);
        assert_eq!(folded(&"a".repeat(100))[0].len(), 32);
    }
}
