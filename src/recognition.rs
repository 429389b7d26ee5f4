//! What a person typed: concerns, conditions, red flags, populations and diets, and which words
//! said so.
//!
//! Text → words → phrases → what is negated → what is about skin → [`Recognition`]. The rules are
//! here; every word they know is content, compiled into an [`Index`].

mod assemble;
mod classes;
mod compile;
mod context;
mod find;
mod hash;
mod heard;
mod hit;
pub mod index;
mod inflect;
mod judge;
mod lexicon;
mod negation;
mod pack;
mod passage;
mod present;
mod sieve;
mod spelling;
mod suggest;
mod text;
mod whose;

use std::ops::Range;

use crate::knowledge::model::KnowledgeBase;
use find::{Hit, Search, Token};
pub use heard::{Correction, Match, Recognition};
use index::Index;
pub use spelling::Memo;
pub use suggest::nearest;
use text::Word;

/// Reads texts one after the other; its buffers are used again.
#[derive(Debug)]
pub struct Recognizer<'k> {
    kb: &'k KnowledgeBase,
    index: &'k Index,
    memo: Memo,
    words: Vec<Word>,
    tokens: Vec<Token>,
    search: Search,
    hits: Vec<Hit>,
    marks: Vec<u8>,
}

impl<'k> Recognizer<'k> {
    /// A recognizer for one text, or for few.
    #[must_use]
    pub fn new(kb: &'k KnowledgeBase, index: &'k Index) -> Self {
        Self {
            kb,
            index,
            memo: Memo::default(),
            words: Vec::new(),
            tokens: Vec::new(),
            search: Search::default(),
            hits: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// The same with a memory for misspelled words, which pays for many texts.
    #[must_use]
    pub fn with_memo(kb: &'k KnowledgeBase, index: &'k Index, memo: Memo) -> Self {
        Self { memo, ..Self::new(kb, index) }
    }

    /// What `text` says.
    #[must_use]
    pub fn recognize(&mut self, text: &str) -> Recognition {
        let mut recognition = Recognition::default();
        self.recognize_into(text, &mut recognition);
        recognition
    }

    /// The same into a value that is used again.
    pub fn recognize_into(&mut self, text: &str, into: &mut Recognition) {
        into.clear();
        self.words.clear();
        // All words first: looking one up mostly waits for memory, which others can do meanwhile.
        text::words(text, |word| self.words.push(word));
        let mut from = 0;
        while from < self.words.len() {
            let to = from + passage::len(&self.words[from..]);
            self.read(text, from..to, into);
            from = to;
        }
        into.sum_up(self.kb);
    }

    /// Reads a run of words without a look at the rest of the text.
    fn read(&mut self, text: &str, passage: Range<usize>, into: &mut Recognition) {
        self.look_up(text, passage);
        self.search.find(self.index, &mut self.tokens, &mut self.hits);
        if self.hits.is_empty() {
            return;
        }
        negation::mark(self.index, &self.tokens, &self.hits, &mut self.marks);
        judge::judge(self.index, &mut self.tokens, &mut self.hits, &self.marks, into);
    }

    fn look_up(&mut self, text: &str, passage: Range<usize>) {
        let Self { index, memo, words, tokens, .. } = self;
        tokens.clear();
        tokens.extend(words[passage].iter().map(|word| {
            let known = index.known(word.hash);
            let (lexeme, fix) = known.unwrap_or_else(|| match memo.correct(index, text, word) {
                Some(number) => (index.words[usize::from(number)].lexeme, number + 1),
                None => (0, 0),
            });
            let Word { start, end, gap, .. } = *word;
            Token { lexeme, fix, classes: index.lexemes[usize::from(lexeme)].classes, start, end, gap }
        }));
    }
}
