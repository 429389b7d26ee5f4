//! Words while the index is being built: which are forms of one another.

use std::collections::{BTreeMap, BTreeSet};

use super::index::CLASS;
use super::inflect::{singular, verb_forms, with_s};
use super::text::{Folded, folded};
use crate::knowledge::model::Vocabulary;

/// The lexeme of a word that no phrase uses.
pub(crate) const NONE: u16 = 0;

/// Words and their lexemes, growing.
#[derive(Default)]
pub(crate) struct Lexicon {
    everyday: BTreeSet<String>,
    lexeme_of: BTreeMap<String, u16>,
    bases: Vec<String>,
    fixes: BTreeMap<String, String>,
}

impl Lexicon {
    /// Starts with what the vocabulary says about forms.
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        let mut lexicon = Self { bases: vec![String::new()], ..Self::default() };
        lexicon.everyday = words(vocabulary.everyday).map(fold).collect();
        for entry in vocabulary.forms {
            let lexeme = lexicon.add(&fold(entry.word));
            for form in entry.forms.split_whitespace() {
                lexicon.lexeme_of.entry(fold(form)).or_insert(lexeme);
            }
        }
        for verb in words(vocabulary.verbs).map(fold) {
            let lexeme = lexicon.lexeme(&verb);
            for form in verb_forms(&verb) {
                lexicon.lexeme_of.entry(form).or_insert(lexeme);
            }
        }
        lexicon
    }

    /// Adds misspellings, once all words are known.
    pub(crate) fn add_misspellings(&mut self, vocabulary: &Vocabulary) {
        for entry in vocabulary.misspellings {
            let word = fold(entry.word);
            let lexeme = self.lexeme(&word);
            for form in entry.forms.split_whitespace().map(fold) {
                if !self.lexeme_of.contains_key(&form) {
                    self.lexeme_of.insert(form.clone(), lexeme);
                    self.fixes.insert(form, word.clone());
                }
            }
        }
    }

    fn add(&mut self, word: &str) -> u16 {
        if let Some(lexeme) = self.lexeme_of.get(word) {
            return *lexeme;
        }
        // Above are classes and joints; a hundred times what the shipped content needs is below.
        let Some(lexeme) = u16::try_from(self.bases.len()).ok().filter(|lexeme| *lexeme < CLASS) else {
            return NONE;
        };
        self.bases.push(word.to_owned());
        self.lexeme_of.insert(word.to_owned(), lexeme);
        lexeme
    }

    /// The lexeme of a folded word that a phrase uses; a new one if need be.
    pub(crate) fn lexeme(&mut self, word: &str) -> u16 {
        if let Some(lexeme) = self.lexeme_of.get(word) {
            return *lexeme;
        }
        let base =
            singular(word).filter(|base| !self.everyday.contains(word) || self.everyday.contains(base));
        let lexeme = self.add(base.as_deref().unwrap_or(word));
        self.lexeme_of.entry(word.to_owned()).or_insert(lexeme);
        lexeme
    }

    /// Adds the plurals of all words, where they are not words of their own.
    pub(crate) fn add_plurals(&mut self) {
        for lexeme in 1..self.bases.len() {
            let plural = with_s(&self.bases[lexeme]);
            if !self.everyday.contains(&plural) || self.everyday.contains(&self.bases[lexeme]) {
                self.lexeme_of.entry(plural).or_insert(u16::try_from(lexeme).unwrap_or(NONE));
            }
        }
    }

    /// How many lexemes there are, the empty one included.
    pub(crate) fn len(&self) -> usize {
        self.bases.len()
    }

    /// Whether people use the word for anything.
    pub(crate) fn is_everyday(&self, word: &str) -> bool {
        self.everyday.contains(word)
    }

    /// The first form of a lexeme.
    pub(crate) fn base(&self, lexeme: u16) -> &str {
        &self.bases[usize::from(lexeme)]
    }

    /// All words in order, with lexeme and the word that a misspelling stands for.
    pub(crate) fn words(&self) -> BTreeMap<&str, (u16, Option<&str>)> {
        let everyday = self.everyday.iter().map(|word| (word.as_str(), (0, None)));
        let known = self
            .lexeme_of
            .iter()
            .map(|(word, lexeme)| (word.as_str(), (*lexeme, self.fixes.get(word).map(String::as_str))));
        everyday.chain(known).collect()
    }
}

/// A single word as the text reader would see it.
pub(crate) fn fold(word: &str) -> String {
    folded(word).iter().map(Folded::text).collect()
}

/// The single words of a word list.
pub(crate) fn words(list: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    list.iter().flat_map(|item| item.split_whitespace())
}
