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
mod row;
mod sieve;
mod slot;
mod spelling;
mod suggest;
mod text;
mod whose;

use std::ops::Range;

use crate::knowledge::model::KnowledgeBase;
use find::{Hit, Search, Token};
use heard::Reach;
pub use heard::{Correction, Match, Recognition};
use index::Index;
pub use spelling::Memo;
pub use suggest::nearest;
use text::Word;

/// Reads texts; its buffers are used again.
#[derive(Debug)]
pub struct Recognizer<'k> {
    kb: &'k KnowledgeBase,
    index: &'k Index,
    memo: Memo,
    words: Vec<Word>,
    tokens: Vec<Token>,
    search: Search,
    hits: Vec<Hit>,
    passages: Vec<Passage>,
    /// Of one passage.
    own: Vec<Hit>,
    marks: Vec<u8>,
    reached: Vec<Reach>,
}

/// A run of words that is read without a look at the rest of its text.
#[derive(Debug)]
struct Passage {
    /// The number of its text.
    text: usize,
    tokens: Range<usize>,
    hits: Range<usize>,
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
            passages: Vec::new(),
            own: Vec::new(),
            marks: Vec::new(),
            reached: Vec::new(),
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
        let mut recognition = [Recognition::default()];
        self.recognize_all(&[text], &mut recognition);
        let [recognition] = recognition;
        recognition
    }

    /// What each of some texts says, into values that are used again: as many as there are texts.
    ///
    /// They are read step by step, not text by text: so the processor keeps at hand the code of one step.
    pub fn recognize_all(&mut self, texts: &[&str], into: &mut [Recognition]) {
        self.tokens.clear();
        self.passages.clear();
        for (number, text) in texts.iter().enumerate() {
            self.look_up(number, text);
        }
        self.find();
        for recognition in &mut *into {
            recognition.clear();
        }
        self.judge(into);
        for recognition in into {
            recognition.sum_up(self.kb, &mut self.reached);
        }
    }

    /// Cuts a text into words and passages, and looks the words up.
    fn look_up(&mut self, number: usize, text: &str) {
        let Self { index, memo, words, tokens, passages, .. } = self;
        // All words first: looking one up mostly waits for memory, which others can do meanwhile.
        words.clear();
        text::words(text, |word| words.push(word));
        let base = tokens.len();
        let mut from = 0;
        while from < words.len() {
            let to = from + passage::len(&words[from..]);
            passages.push(Passage { text: number, tokens: base + from..base + to, hits: 0..0 });
            from = to;
        }
        tokens.extend(words.iter().map(|word| {
            let known = index.known(word.hash);
            let (lexeme, fix) = known.unwrap_or_else(|| match memo.correct(index, text, word) {
                Some(number) => (index.words[usize::from(number)].lexeme, number + 1),
                None => (0, 0),
            });
            let Word { start, end, gap, .. } = *word;
            Token { lexeme, fix, classes: index.lexemes[usize::from(lexeme)].classes, start, end, gap }
        }));
    }

    fn find(&mut self) {
        self.hits.clear();
        for passage in &mut self.passages {
            let from = self.hits.len();
            self.search.find(self.index, &mut self.tokens[passage.tokens.clone()], &mut self.hits);
            passage.hits = from..self.hits.len();
        }
    }

    fn judge(&mut self, into: &mut [Recognition]) {
        for Passage { text, tokens, hits } in &self.passages {
            let tokens = &mut self.tokens[tokens.clone()];
            self.own.clear();
            self.own.extend_from_slice(&self.hits[hits.clone()]);
            if !self.own.is_empty() {
                negation::mark(tokens, &self.own, &mut self.marks);
                judge::judge(self.index, tokens, &mut self.own, &self.marks, &mut into[*text]);
            }
        }
    }
}
