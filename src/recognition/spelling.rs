//! Misspelled words: bounded, remembered, and never bending a word that people really use.

use super::hash::upper;
use super::index::Index;
use super::pack::letters;
use super::text::{Word, folded};

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// Longer words are not corrected.
const LONGEST: usize = 20;

/// What misspellings were taken for, so that a word is only puzzled over once. It holds a fixed
/// number of words; a later one takes the place of an earlier one.
#[derive(Debug, Clone, Default)]
pub struct Memo {
    /// At each place the last two: often two words that come up all the time share one.
    places: Vec<[Entry; 2]>,
}

/// The hash of a word, which stands for it, and one more than the word it was taken for.
type Entry = (u64, u16);

impl Memo {
    /// A memory for `words` words; rounded up to a power of two.
    #[must_use]
    pub fn new(words: usize) -> Self {
        Self { places: vec![[(0, 0); 2]; words.div_ceil(2).next_power_of_two()] }
    }

    fn place(&mut self, hash: u64) -> Option<&mut [Entry; 2]> {
        let mask = self.places.len().checked_sub(1)?;
        self.places.get_mut(upper(hash) as usize & mask)
    }

    /// The word that an unknown one of `text` stands for, if any.
    pub(crate) fn correct(&mut self, index: &Index, text: &str, word: &Word) -> Option<u16> {
        let typed = text.get(word.start as usize..word.end as usize).unwrap_or_default();
        let meant =
            self.recall(word.hash, || folded(typed).first().and_then(|folded| correct(index, folded.text())));
        meant.filter(|meant| !is_name(text, word) || is_certain(typed, index.word(*meant)))
    }

    fn recall(&mut self, hash: u64, find: impl FnOnce() -> Option<u16>) -> Option<u16> {
        let Some([last, before]) = self.place(hash) else { return find() };
        for (known, answer) in [*last, *before] {
            if known == hash {
                return answer.checked_sub(1);
            }
        }
        let meant = find();
        *before = std::mem::replace(last, (hash, meant.map_or(0, |word| word + 1)));
        meant
    }
}

/// Whether a word with a capital letter is a misspelling all the same: "Psorasis".
fn is_certain(typed: &str, meant: &str) -> bool {
    const LONG: usize = 7;
    let typed = typed.to_lowercase();
    meant.len() >= LONG && typed.get(..1) == meant.get(..1) && strsim::osa_distance(&typed, meant) <= 1
}

/// Whether a word has a capital letter that its place does not ask for: "Renner" is no misspelling.
fn is_name(text: &str, word: &Word) -> bool {
    let (before, from) = text.split_at_checked(word.start as usize).unwrap_or_default();
    let mut letters = from.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && before.chars().rev().find(|before| !before.is_whitespace()).is_some_and(|before| {
            before.is_alphanumeric() || matches!(before, ',' | ';' | '&' | '/' | '-' | '@' | '#' | '\'')
        })
}

fn correct(index: &Index, word: &str) -> Option<u16> {
    let known = stretched(index, word);
    let plain = (4..=LONGEST).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if known.is_none() && plain { nearest(index, word) } else { known }
}

/// "dryyyy" is "dry".
fn stretched(index: &Index, word: &str) -> Option<u16> {
    let bytes = word.as_bytes();
    if !word.is_ascii() || !bytes.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]) {
        return None;
    }
    [1, 2].into_iter().find_map(|keep| {
        let mut short = String::with_capacity(word.len());
        let mut run = 0;
        for (at, byte) in bytes.iter().enumerate() {
            run = if at > 0 && bytes[at - 1] == *byte { run + 1 } else { 1 };
            // A run of two may be right; only longer ones are squeezed.
            let long = bytes[at..].iter().take_while(|next| *next == byte).count() + run - 1 > 2;
            if !long || run <= keep {
                short.push(char::from(*byte));
            }
        }
        index.find(&short)
    })
}

/// Fewest edits first, then the words of concerns, then the alphabet.
fn nearest(index: &Index, word: &str) -> Option<u16> {
    let mut best: Option<(usize, u8, u16)> = None;
    let mut offer = |edits: usize, number: u16| {
        let reach = index.word_reach[usize::from(number)];
        let candidate = (edits, 2 - reach.min(2), number);
        if allowed(word, index.word(number), edits, reach) && best.is_none_or(|best| candidate < best) {
            best = Some(candidate);
        }
    };
    for number in other_first_letter(index, word) {
        offer(1, number);
    }
    let first = usize::from(word.as_bytes()[0] - b'a');
    let range = index.correctable_at[first] as usize..index.correctable_at[first + 1] as usize;
    let own = letters(word);
    for (number, letters) in index.correctable[range.clone()].iter().zip(&index.correctable_letters[range]) {
        // One edit brings one letter at most, and takes one away; two are allowed to some words only.
        let edits = (letters & !own).count_ones().max((own & !letters).count_ones());
        if edits > 2 || edits > 1 && index.word_reach[usize::from(*number)] < 2 {
            continue;
        }
        let other = index.word(*number);
        if other.len().abs_diff(word.len()) <= 2 {
            let edits = strsim::osa_distance(word, other);
            if edits <= 2 {
                offer(edits, *number);
            }
        }
    }
    best.map(|(_, _, number)| number)
}

/// Short words have too many neighbors to be corrected far.
fn allowed(word: &str, other: &str, edits: usize, reach: u8) -> bool {
    match edits {
        1 => {
            let same_letters = word.len() == other.len() && letters(word) == letters(other);
            other.len() >= if reach > 1 { 5 } else { 6 }
                || other.len() >= 4 && (same_letters || reach > 1 && word.len() > other.len())
        }
        2 => reach > 1 && word.len() >= 6 && other.len() >= 6 && is_close(word, other),
        _ => false,
    }
}

/// Whether two edits leave enough of a word: it is long, or only its vowels are wrong.
fn is_close(word: &str, other: &str) -> bool {
    const LONG: usize = 9;
    other.len() >= LONG && word.len() + 1 >= other.len() || skeleton(word).eq(skeleton(other))
}

/// What remains of a word without its vowels.
fn skeleton(word: &str) -> impl Iterator<Item = u8> {
    word.bytes().filter(|letter| !b"aeiouy".contains(letter))
}

/// Words one edit away whose first letter is another: found by trying, not by comparing.
fn other_first_letter(index: &Index, word: &str) -> Vec<u16> {
    let mut found = Vec::new();
    let mut buffer = String::with_capacity(word.len() + 1);
    let mut ask = |parts: [&str; 2]| {
        buffer.clear();
        buffer.push_str(parts[0]);
        buffer.push_str(parts[1]);
        if let Some(number) = index.find(&buffer)
            && index.word_reach[usize::from(number)] > 0
        {
            found.push(number);
        }
    };
    ask(["", &word[1..]]);
    let swapped = [word.as_bytes()[1], word.as_bytes()[0]].map(char::from);
    ask([&String::from_iter(swapped), &word[2..]]);
    for at in 0..LETTERS.len() {
        ask([&LETTERS[at..=at], &word[1..]]);
        ask([&LETTERS[at..=at], word]);
    }
    found
}
