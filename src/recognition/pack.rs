//! Words and buckets as flat arrays.

use super::compile::Compiled;
use super::hash::{hash, upper};
use super::index::{CLASS, Entry, Meaning, Run, class};
use super::lexicon::Lexicon;
use super::slot::Slot;
use crate::knowledge::model::Target;

/// Words ready for the index.
pub(crate) struct Packed {
    pub(crate) arena: String,
    pub(crate) words: Vec<Entry>,
    pub(crate) slots: Vec<u64>,
    pub(crate) correctable: Vec<u16>,
    pub(crate) correctable_at: Vec<u32>,
    pub(crate) correctable_letters: Vec<u32>,
    pub(crate) reach: Vec<u8>,
}

/// By lexeme: 0 when no misspelling may stand for it, 1 for words around skin, 2 for the words of
/// concerns themselves.
pub(crate) fn reach(compiled: &[Compiled], lexicon: &Lexicon, classes: &[u128]) -> Vec<u8> {
    let mut reach: Vec<u8> = classes.iter().map(|bits| u8::from(bits & class::SKIN != 0)).collect();
    for pattern in compiled {
        let Meaning::Speaks(target) = pattern.meaning else { continue };
        let words = pattern.elements.iter().filter(|element| **element & CLASS == 0).count();
        let names = matches!(target, Target::Concern(_) | Target::Condition(_)) && words == 1;
        for element in pattern.elements.iter().filter(|element| **element & CLASS == 0) {
            let base = lexicon.base(*element);
            let telling = names || !lexicon.is_everyday(base);
            let own = &mut reach[usize::from(*element)];
            *own = (*own).max(if !telling {
                0
            } else if names {
                2
            } else {
                1
            });
        }
    }
    reach
}

/// More cannot be numbered; the shipped content has about an eighth of it.
const MOST_WORDS: usize = u16::MAX as usize;

/// Lays all words out, with the table that finds them.
pub(crate) fn words(lexicon: &Lexicon, reach: &[u8]) -> Packed {
    let mut all = lexicon.words();
    if let Some(first_too_many) = all.keys().nth(MOST_WORDS).copied() {
        all.split_off(first_too_many);
    }
    let number: std::collections::BTreeMap<&str, u16> = all.keys().copied().zip(0..u16::MAX).collect();
    let mut packed = Packed {
        arena: String::new(),
        words: Vec::new(),
        slots: vec![0; (all.len() * 2).next_power_of_two()],
        correctable: Vec::new(),
        correctable_at: vec![0],
        correctable_letters: Vec::new(),
        reach: Vec::new(),
    };
    for (word, (lexeme, fix)) in &all {
        packed.words.push(Entry {
            at: offset(packed.arena.len()),
            lexeme: *lexeme,
            fix: fix.and_then(|word| number.get(word)).map_or(0, |word| word + 1),
        });
        packed.arena.push_str(word);
        let names = fix.is_none() && word.len() >= 4 && word.is_ascii();
        packed.reach.push(if names { reach.get(usize::from(*lexeme)).copied().unwrap_or(0) } else { 0 });
    }
    packed.words.push(Entry { at: offset(packed.arena.len()), lexeme: 0, fix: 0 });
    // Short words first: people use them most, and who comes first is found at once.
    let mut by_length: Vec<_> = (0..u16::MAX).zip(&packed.words).zip(all.keys()).collect();
    by_length.sort_by_key(|(_, word)| word.len());
    for ((number, entry), word) in by_length {
        if let Some(hash) = hash(word.as_bytes()) {
            insert(&mut packed.slots, hash, Slot::new(hash, number, entry.lexeme, entry.fix != 0));
        }
    }
    for letter in b'a'..=b'z' {
        for (word, number) in number.iter().filter(|(word, _)| word.as_bytes().first() == Some(&letter)) {
            if packed.reach[usize::from(*number)] > 0 {
                packed.correctable.push(*number);
                packed.correctable_letters.push(letters(word));
            }
        }
        packed.correctable_at.push(offset(packed.correctable.len()));
    }
    packed
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn insert(slots: &mut [u64], hash: u64, slot: Slot) {
    let mask = slots.len() - 1;
    let mut place = upper(hash) as usize & mask;
    while slots[place] != 0 {
        place = (place + 1) & mask;
    }
    slots[place] = slot.0;
}

/// Which letters a word has.
pub(crate) fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |all, byte| all | 1 << (byte - b'a'))
}

/// Sorts patterns by the lexeme that they are looked for with, and says which are those of each. One
/// that has several stands there several times: what is looked at together stands together.
pub(crate) fn by_lexeme<T>(mut anchored: Vec<(u16, T)>, lexemes: usize) -> (Vec<Run>, Vec<T>) {
    anchored.sort_by_key(|(lexeme, _)| *lexeme);
    let mut runs = vec![(0, 0); lexemes];
    for (at, (lexeme, _)) in (0..).zip(&anchored) {
        let (first, len) = &mut runs[usize::from(*lexeme)];
        if *len == 0 {
            *first = at;
        }
        *len += 1;
    }
    (runs, anchored.into_iter().map(|(_, pattern)| pattern).collect())
}
