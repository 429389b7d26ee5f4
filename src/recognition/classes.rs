//! The sets of words that phrases and rules ask for.

use super::index::class;
use super::lexicon::{Lexicon, fold, words};
use crate::knowledge::model::{Vocabulary, WordClass};

/// The lexemes of every class, by bit.
pub(crate) struct Classes(Vec<(u128, Vec<u16>)>);

impl Classes {
    pub(crate) fn new(vocabulary: &Vocabulary, lexicon: &mut Lexicon) -> Self {
        let own = [
            (class::FILLER, vocabulary.fillers),
            (class::SKIN, vocabulary.context.skin),
            (class::ELSEWHERE, vocabulary.context.elsewhere),
            (class::COMPLAINT, vocabulary.context.complaints),
            (class::PERSON, vocabulary.context.person),
            (class::CONTRAST, vocabulary.negation.contrast),
            (class::STARTER, vocabulary.negation.starters),
            (class::UNDOING, vocabulary.negation.undoing),
            (class::HOPING, vocabulary.negation.hoping),
            (class::OPENER, vocabulary.negation.openers),
            (class::REMOTE, vocabulary.negation.remote),
            (class::OR, &["or nor"]),
            (class::AND, &["and"]),
        ];
        let mut all = Vec::new();
        for (bit, list) in own {
            all.push((bit, words(list).map(|word| lexicon.lexeme(&fold(word))).collect()));
        }
        for (bit, named) in bits(vocabulary) {
            let words = named.words.split_whitespace().filter(|word| taken_in(word).is_none());
            all.push((
                holders(vocabulary, bit, named),
                words.map(|word| lexicon.lexeme(&fold(word))).collect(),
            ));
        }
        Self(all)
    }

    /// By lexeme: the classes that it belongs to.
    pub(crate) fn by_lexeme(&self, lexemes: usize) -> Vec<u128> {
        let mut bits = vec![0; lexemes];
        for (mask, words) in &self.0 {
            for word in words {
                bits[usize::from(*word)] |= mask;
            }
        }
        bits
    }
}

/// The phrases of all classes, with the classes that they stand for.
pub(crate) fn phrases(vocabulary: &Vocabulary) -> impl Iterator<Item = (u128, &'static str)> + '_ {
    bits(vocabulary).flat_map(|(bit, named)| {
        let mask = holders(vocabulary, bit, named);
        named.phrases.iter().map(move |phrase| (mask, *phrase))
    })
}

/// The named classes with their bits; there are none for more than fit.
fn bits(vocabulary: &Vocabulary) -> impl Iterator<Item = (u128, &'static WordClass)> {
    vocabulary.classes.iter().zip(u32::from(class::NAMED)..u128::BITS).map(|(named, bit)| (1 << bit, named))
}

/// A class and the classes that take it in.
fn holders(vocabulary: &Vocabulary, bit: u128, named: &WordClass) -> u128 {
    let holds = |holder: &WordClass| {
        holder.words.split_whitespace().filter_map(taken_in).any(|name| name == named.name)
    };
    bits(vocabulary).filter(|(_, holder)| holds(holder)).fold(bit, |all, (bit, _)| all | bit)
}

fn taken_in(word: &str) -> Option<&str> {
    word.strip_prefix('{')?.strip_suffix('}')
}
