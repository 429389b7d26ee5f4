//! A phrase of the content into elements.

use super::index::{AND, CLASS, Meaning, NEAR, Need, class};
use super::lexicon::Lexicon;
use super::text;
use crate::knowledge::model::Vocabulary;

/// A phrase in pieces, before it is packed.
pub(crate) struct Compiled {
    pub(crate) meaning: Meaning,
    pub(crate) need: Need,
    pub(crate) wanted: bool,
    pub(crate) fillers: bool,
    pub(crate) elements: Vec<u16>,
}

/// How the words of a phrase hold together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hold {
    /// One after the other, with nothing between; `..` stands for fillers.
    Strict,
    /// One after the other, apart from fillers.
    Tight,
    /// Words that say little on their own hold tight; the others only stay near.
    Loose,
}

/// Compiles phrases with one lexicon.
pub(crate) struct Compiler<'a> {
    pub(crate) lexicon: &'a mut Lexicon,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) fillers: Vec<u16>,
    pub(crate) negators: Vec<u16>,
}

impl Compiler<'_> {
    /// The elements of a phrase; empty when it has no words.
    pub(crate) fn elements(&mut self, phrase: &str, hold: Hold) -> Vec<u16> {
        let mut elements = Vec::new();
        for (index, part) in phrase.split(" and ").enumerate() {
            if index > 0 {
                elements.push(AND);
            }
            for (index, near) in part.split(" near ").enumerate() {
                if index > 0 {
                    elements.push(NEAR);
                }
                let words = self.words(near);
                if hold == Hold::Loose { self.loosen(&words, &mut elements) } else { elements.extend(words) }
            }
        }
        if elements.len() > usize::from(u8::MAX) || elements.iter().all(|element| *element >= NEAR) {
            Vec::new()
        } else {
            elements
        }
    }

    fn words(&mut self, part: &str) -> Vec<u16> {
        let mut elements = Vec::new();
        for piece in part.split_whitespace() {
            if let Some(name) = piece.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                elements.extend(self.class(name));
            } else {
                text::words(piece, |word| elements.push(self.lexicon.lexeme(word.folded)));
            }
        }
        elements
    }

    /// The element for a class.
    fn class(&self, name: &str) -> Option<u16> {
        if name == "skin" {
            return Some(CLASS | 1);
        }
        let place = self.vocabulary.classes.iter().position(|class| class.name == name)?;
        u16::try_from(place).ok().map(|place| CLASS | (place + class::NAMED))
    }

    /// "lips are swelling" is also "swelling of my lips"; "want to die" stays as it is.
    fn loosen(&self, words: &[u16], out: &mut Vec<u16>) {
        let telling = |word: &u16| *word & CLASS != 0 || !self.lexicon.is_everyday(self.lexicon.base(*word));
        let content: Vec<u16> = words.iter().copied().filter(|word| !self.fillers.contains(word)).collect();
        let split = content.len() >= 2 && content.iter().filter(|word| telling(word)).count() >= 2;
        if !split {
            // One word alone would say more than the phrase does.
            out.extend(if content.len() >= 2 { &content } else { words });
            return;
        }
        let mut open = false;
        for (index, word) in content.iter().enumerate() {
            if index > 0 && !open {
                out.push(NEAR);
            }
            out.push(*word);
            // A negation or a small word belongs to what follows it.
            open = self.negators.contains(word) || !telling(word);
        }
    }
}
