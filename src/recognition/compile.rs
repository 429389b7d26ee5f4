//! A phrase of the content into elements.

use super::index::{AND, CLASS, Meaning, NEAR, Need, class};
use super::lexicon::{Lexicon, NONE};
use super::text::folded;
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
    /// The elements of a phrase; empty when it has no words, or more than can be told apart.
    pub(crate) fn elements(&mut self, phrase: &str, hold: Hold) -> Vec<u16> {
        let mut elements = Vec::new();
        for part in phrase.split(" and ") {
            let mut sequences = Vec::new();
            for near in part.split(" near ") {
                let words = self.words(near);
                let sequence = if hold == Hold::Loose { self.loosened(&words) } else { words };
                join(&mut sequences, NEAR, sequence);
            }
            join(&mut elements, AND, sequences);
        }
        if elements.len() > usize::from(u8::MAX)
            || elements.contains(&NONE)
            || elements.iter().all(|element| *element >= NEAR)
        {
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
                elements.extend(folded(piece).iter().map(|word| self.lexicon.lexeme(word.text())));
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
        let bit = u16::try_from(place).ok()?.checked_add(class::NAMED)?;
        (u32::from(bit) < u128::BITS).then_some(CLASS | bit)
    }

    /// "lips are swelling" is also "swelling of my lips"; "want to die" stays as it is.
    fn loosened(&self, words: &[u16]) -> Vec<u16> {
        let telling = |word: &u16| *word & CLASS != 0 || !self.lexicon.is_everyday(self.lexicon.base(*word));
        let is_filler = |word: &u16| self.fillers.contains(word);
        // Between small words a filler says something: "rash after starting" is no "rash after".
        let says = |at: usize| {
            let before = words[..at].iter().rfind(|word| !is_filler(word));
            let after = words[at + 1..].iter().find(|word| !is_filler(word));
            before.is_some_and(|before| !after.map_or(telling(before), telling))
        };
        let content: Vec<u16> =
            (0..words.len()).filter(|at| !is_filler(&words[*at]) || says(*at)).map(|at| words[at]).collect();
        let split = content.len() >= 2 && content.iter().filter(|word| telling(word)).count() >= 2;
        if !split {
            // One word alone would say more than the phrase does.
            return if content.len() >= 2 { content } else { words.to_vec() };
        }
        let mut out = Vec::new();
        let mut open = false;
        for (index, word) in content.iter().enumerate() {
            if index > 0 && !open {
                out.push(NEAR);
            }
            out.push(*word);
            // A negation or a small word belongs to what follows it.
            open = self.negators.contains(word) || !telling(word);
        }
        out
    }
}

/// Adds what is joined; a side without words is none, such as that of "redness and …".
fn join(all: &mut Vec<u16>, joint: u16, more: Vec<u16>) {
    if !all.is_empty() && !more.is_empty() {
        all.push(joint);
    }
    all.extend(more);
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::{AND, CLASS, Compiler, Hold, NEAR};
    use crate::knowledge::model::{Vocabulary, WordClass};

    /// With so many classes, of which the last is called so.
    fn elements(phrase: &str, classes: usize) -> Vec<u16> {
        let name = |place: usize| if place == classes { "last" } else { "other" };
        let classes: Vec<WordClass> =
            (1..=classes).map(|place| WordClass { name: name(place), words: "lips", phrases: &[] }).collect();
        let vocabulary = Vocabulary { classes: classes.leak(), ..Vocabulary::default() };
        let mut lexicon = Lexicon::new(&vocabulary);
        let vocabulary = &vocabulary;
        let (fillers, negators) = (Vec::new(), Vec::new());
        Compiler { lexicon: &mut lexicon, vocabulary, fillers, negators }.elements(phrase, Hold::Tight)
    }

    #[test]
    fn a_joint_stands_between_words_alone() {
        assert_eq!(elements("red and sore", 0), [1, AND, 2]);
        assert_eq!(elements("red near sore and dry", 0), [1, NEAR, 2, AND, 3]);
        for half in ["red and …", "… and red", "red near ?", "! and red and ?", "! near red"] {
            assert_eq!(elements(half, 0), [1], "{half}");
        }
        assert!(elements("… and …", 0).is_empty());
    }

    #[test]
    fn a_class_that_has_no_bit_is_left_out() {
        // The last of 114 has the last bit, the one after it none.
        assert_eq!(elements("{last} red", 114), [CLASS | 127, 1]);
        assert_eq!(elements("{last} red", 115), [1]);
    }
}
