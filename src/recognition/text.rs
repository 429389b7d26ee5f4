//! Text into words: lower case, plain letters, no apostrophes, with the way back to the original.

use unicode_normalization::UnicodeNormalization;

use super::hash::{LONGEST, hash_padded, hash_short};

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// A space or a hyphen: the phrase goes on.
    Space,
    /// A comma, a parenthesis, a hyphen between spaces or an emoji.
    Comma,
    /// A colon: a thought ends, but what follows may be what it is about: "allergies: milk".
    Colon,
    /// The end of a sentence, a dash or a line.
    Stop,
}

impl Gap {
    /// Whether what is said before says nothing of what follows.
    pub(crate) fn parts(self) -> bool {
        self >= Self::Colon
    }
}

/// A word and where it stands in the original. What it looks like folded is not kept: it is found by
/// its hash, and hardly any has to be looked at again.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// What the index finds it by.
    pub(crate) hash: u64,
    /// Byte offset of its first character.
    pub(crate) start: u32,
    /// Byte offset after its last character.
    pub(crate) end: u32,
    /// What stands before it.
    pub(crate) gap: Gap,
}

/// A word in lower case, without accents and apostrophes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Folded {
    /// Zero behind the word.
    padded: [u8; LONGEST],
    len: usize,
}

impl Folded {
    /// The bytes of the word.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.padded[..self.len]
    }

    /// The word.
    pub(crate) fn text(&self) -> &str {
        // Always text: a character is kept whole or not at all.
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }
}

/// Calls `each` for every word of `text`, in order.
pub(crate) fn words(text: &str, mut each: impl FnMut(Word)) {
    scan(text, |_, word| each(word));
}

/// The words of `text` as they are looked up, in order.
pub(crate) fn folded(text: &str) -> Vec<Folded> {
    let mut all = Vec::new();
    scan(text, |folded, _| all.push(*folded));
    all
}

fn scan(text: &str, mut each: impl FnMut(&Folded, Word)) {
    let mut scan = Scan::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if !scan.started
            && let Some(word) = plain_word(&bytes[at..])
        {
            let len = word.len;
            scan.finish_plain(word, at, &mut each);
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
                scan.apostrophe = Some(scan.word.len);
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
        b'.' | b'!' | b'?' if next.is_none_or(|next| !next.is_ascii_alphanumeric()) => Gap::Stop,
        b':' if next.is_none_or(|next| !next.is_ascii_alphanumeric()) => Gap::Colon,
        b';' | b'\n' | b'\r' | b'|' => Gap::Stop,
        b',' | b'(' | b')' | b'.' | b':' | b'!' | b'?' => Gap::Comma,
        b'-' if next == Some(b'-') || next == Some(b' ') => Gap::Comma,
        _ => Gap::Space,
    }
}

struct Scan {
    /// What is kept of the word so far.
    word: Folded,
    /// Whether there was too much to keep.
    full: bool,
    started: bool,
    start: usize,
    apostrophe: Option<usize>,
    gap: Gap,
}

impl Default for Scan {
    fn default() -> Self {
        let word = Folded { padded: [0; LONGEST], len: 0 };
        Self { word, full: false, started: false, start: 0, apostrophe: None, gap: Gap::Stop }
    }
}

impl Scan {
    /// All ASCII letters and digits that `bytes` begins with; returns how many.
    fn run(&mut self, at: usize, bytes: &[u8]) -> usize {
        self.start_at(at);
        let mut taken = 0;
        loop {
            let (eight, len) = eight_lower(&bytes[taken..]);
            self.keep(eight.to_le_bytes(), len);
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
        let Folded { padded, len: kept } = &mut self.word;
        if kept.is_multiple_of(8)
            && let Some(room) = padded.get_mut(*kept..*kept + 8)
        {
            room.copy_from_slice(&eight);
            *kept += len;
            return;
        }
        let room = padded.get_mut(*kept..).unwrap_or_default();
        let len = len.min(room.len());
        room[..len].copy_from_slice(&eight[..len]);
        *kept += len;
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
    fn wide(&mut self, text: &str, at: usize, each: &mut impl FnMut(&Folded, Word)) -> usize {
        let Some(c) = text[at..].chars().next() else { return 1 };
        match c {
            // Typographic apostrophes, and marks and invisible characters inside a word.
            '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\u{ff07}' | '\u{b4}' if self.started => {
                self.apostrophe = Some(self.word.len);
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
                // Arrows, signs and emoji: people put one where a comma or a period would stand.
                self.separate(if c >= '\u{2190}' { Gap::Comma } else { Gap::Space });
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
            let Folded { padded, len } = &mut self.word;
            let room = padded.get_mut(*len..).unwrap_or_default();
            // A word cut in the middle of a character would not be text.
            self.full |= c.len_utf8() > room.len();
            if !self.full {
                *len += c.encode_utf8(room).len();
            }
        }
    }

    /// A word that is whole, and short and plain as most are: nothing of it has to be kept.
    fn finish_plain(&mut self, word: Plain, start: usize, each: &mut impl FnMut(&Folded, Word)) {
        let Plain { eights, len } = word;
        let mut padded = [0; LONGEST];
        padded[..8].copy_from_slice(&eights[0].to_le_bytes());
        padded[8..PLAIN].copy_from_slice(&eights[1].to_le_bytes());
        each(&Folded { padded, len }, placed(hash_short(eights), start, start + len, self.gap));
        self.gap = Gap::Space;
    }

    fn finish(&mut self, end: usize, each: &mut impl FnMut(&Folded, Word)) {
        if !self.started {
            return;
        }
        let word = &mut self.word;
        if let Some(cut) = self.apostrophe
            && cut < word.len
            && matches!(&word.padded[cut..word.len], b"ll" | b"re" | b"ve" | b"d" | b"m")
        {
            // "I'll" is no illness: what follows the apostrophe is a verb of its own.
            word.padded[cut..word.len].fill(0);
            word.len = cut;
        }
        each(word, placed(hash_padded(&word.padded, word.len), self.start, end, self.gap));
        *self = Self { gap: Gap::Space, ..Self::default() };
    }
}

fn placed(hash: u64, start: usize, end: usize, gap: Gap) -> Word {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Word { hash, start: offset(start), end: offset(end), gap }
}

/// No word that is taken at once is as long.
const PLAIN: usize = 16;

/// A short word of nothing but ASCII letters and digits, folded: the first letter lowest, behind the
/// last zeros.
#[derive(Debug, Clone, Copy)]
struct Plain {
    eights: [u64; 2],
    len: usize,
}

/// The word that `bytes` begins with, if it is short and a space, a comma or the like ends it.
#[inline]
fn plain_word(bytes: &[u8]) -> Option<Plain> {
    let (head, mut len) = eight_lower(bytes);
    let mut eights = [head, 0];
    if len == 8 {
        let (tail, more) = eight_lower(&bytes[8..]);
        eights[1] = tail;
        len += more;
    }
    let ends = bytes.get(len).is_none_or(|next| next.is_ascii() && *next != b'\'');
    (0 < len && len < PLAIN && ends).then_some(Plain { eights, len })
}

/// The ASCII letters and digits, at most eight, that `bytes` begins with: in lower case, with
/// zeros behind them, and how many there are. All eight bytes are looked at in one number.
fn eight_lower(bytes: &[u8]) -> (u64, usize) {
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
    ((eight | (letters >> 2)) & kept, len)
}

#[cfg(test)]
mod tests {
    use super::{Gap, eight_lower, words};

    fn folded(text: &str) -> Vec<String> {
        super::folded(text).iter().map(|word| word.text().to_string()).collect()
    }

    #[test]
    fn a_word_looks_the_same_alone() {
        let text = "I'll see my skin’s RED—don't, ros\u{ea}cea ａｃｎｅ ''tis кожа x'y' 'q";
        let mut alone = Vec::new();
        words(text, |word| alone.extend(folded(&text[word.start as usize..word.end as usize])));
        assert_eq!(alone, folded(text));
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
    fn a_colon_stands_between_a_comma_and_a_stop_and_an_emoji_is_a_comma() {
        let mut gaps = Vec::new();
        words("allergies: milk 🙂 at 10:30, ok", |word| gaps.push(word.gap));
        let (colon, comma) = (Gap::Colon, Gap::Comma);
        assert_eq!(gaps, [Gap::Stop, colon, comma, Gap::Space, comma, comma]);
        assert!(colon.parts() && !comma.parts());
    }

    #[test]
    fn letters_and_digits_are_told_from_all_other_bytes() {
        for byte in 0..=u8::MAX {
            for len in 0..=9 {
                let mut bytes = vec![b'Q'; len];
                bytes.push(byte);
                let (eight, taken) = eight_lower(&bytes);
                let eight = eight.to_le_bytes();
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
