//! Which phrases stand where in a text.

pub(crate) use super::hit::{Hit, Span};
use super::index::{AND, CLASS, Index, Lexeme, NEAR, Name, Pattern, Run, class};
use super::present::Present;
use super::row::{FILLERS, Row};
use super::sieve::{Kept, Passed, Start, each_passed, sieve};
use super::text::Gap;

/// A word of the text, looked up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// 0: no phrase uses it.
    pub(crate) lexeme: u16,
    /// One more than the word it was corrected to; 0 when it was not.
    pub(crate) fix: u16,
    pub(crate) classes: u128,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) gap: Gap,
}

/// How many words, fillers not counted, apart sequences joined by `near` may stand.
const NEARBY: usize = 6;
/// The same with fillers counted.
const FARTHEST: usize = 10;
/// What is looked for in a text, and where from; the buffers are used again.
#[derive(Debug, Default)]
pub(crate) struct Search {
    starts: Kept<Start>,
    passed: Kept<Passed>,
    near: Kept<(usize, usize)>,
    present: Present,
    row: Row,
}

impl Search {
    /// Looks for all phrases of a passage and adds those found.
    pub(crate) fn find(&mut self, index: &Index, tokens: &mut [Token], hits: &mut Vec<Hit>) {
        let Self { starts, passed, near, present, row } = self;
        for token in &*tokens {
            present.add(token.lexeme);
        }
        // "Throwing up" says what "vomit" does: a word gets the classes of the phrases that stand there.
        start(index, tokens, |lexeme| lexeme.names, starts);
        sieve(starts.all(), index.names_besides, |besides| present.both(besides), passed);
        each_passed(passed, |at, place| {
            let Name { classes, pattern } = &index.names[place];
            if Finder::new(index, tokens, pattern).hit(pattern, at).is_some() {
                tokens[at].classes |= classes;
            }
        });
        let classes = tokens.iter().fold(0, |classes, token| classes | token.classes);
        present.add_classes(classes);
        start(index, tokens, |lexeme| lexeme.patterns, starts);
        sieve(starts.all(), index.besides, |besides| present.both(besides), passed);
        row.refill(tokens.iter().map(|token| token.lexeme));
        near.clear();
        each_passed(passed, |at, place| {
            let Pattern { neighbor, classes: needed, .. } = index.patterns[place];
            let missing = u128::from(!row.may_have(neighbor, at)) | needed & !classes;
            near.keep_if(missing == 0, (at, place));
        });
        for &(at, place) in near.all() {
            let pattern = &index.patterns[place];
            hits.extend(Finder::new(index, tokens, pattern).hit(pattern, at));
        }
        present.clear(tokens.iter().map(|token| token.lexeme));
    }
}

/// Keeps the words with which something is looked for.
fn start(index: &Index, tokens: &[Token], run: impl Fn(&Lexeme) -> Run, starts: &mut Kept<Start>) {
    starts.refill((0..).zip(tokens).map(|(at, token)| {
        let run = run(&index.lexemes[usize::from(token.lexeme)]);
        ((at, run), run.1 > 0)
    }));
}

struct Finder<'a> {
    tokens: &'a [Token],
    elements: &'a [u16],
    fillers: usize,
}

impl<'a> Finder<'a> {
    fn new(index: &Index, tokens: &'a [Token], pattern: &Pattern) -> Self {
        let fillers = if pattern.fillers { FILLERS } else { 0 };
        Self { tokens, elements: index.elements(pattern), fillers }
    }

    fn hit(&self, pattern: &Pattern, at: usize) -> Option<Hit> {
        let anchor = usize::from(pattern.anchor);
        // A word may belong to a class only within a phrase that is not there: "fed" of "fed up with it".
        if !is(self.elements[anchor], &self.tokens[at]) {
            return None;
        }
        if self.elements.len() == 1 {
            let home = Span { first: at, last: at };
            let mut hit = Hit::new(pattern, home);
            hit.add(home, false);
            return Some(hit);
        }
        let home = self.around(anchor, at)?;
        let mut hit = Hit::new(pattern, home);
        // The part of the anchor first, then the others, so that what is near is near it.
        let mut sequence = 0;
        let mut previous = home;
        while sequence < self.elements.len() {
            let end = self.end_of(sequence);
            let begins_part = sequence > 0 && self.elements[sequence - 1] == AND;
            let piece = if (sequence..end).contains(&anchor) {
                home
            } else if self.same_part(sequence, anchor) {
                self.nearest(sequence, home, |span| hit.leaves(home, span))?
            } else if begins_part || sequence == 0 {
                self.anywhere(sequence, |span| hit.leaves(home, span))?
            } else {
                self.nearest(sequence, previous, |span| hit.leaves(home, span))?
            };
            if !hit.add(piece, begins_part) {
                return None;
            }
            previous = piece;
            sequence = end + 1;
        }
        Some(hit)
    }

    fn end_of(&self, sequence: usize) -> usize {
        self.elements[sequence..]
            .iter()
            .position(|element| *element >= NEAR)
            .map_or(self.elements.len(), |length| sequence + length)
    }

    fn same_part(&self, one: usize, other: usize) -> bool {
        !self.elements[one.min(other)..one.max(other)].contains(&AND)
    }

    /// The sequence around an element that stands at a word.
    fn around(&self, element: usize, at: usize) -> Option<Span> {
        let mut first = at;
        let mut before = element;
        while before > 0 && self.elements[before - 1] < NEAR {
            before -= 1;
            first = self.step_back(self.elements[before], first)?;
        }
        Some(Span { first, last: self.onward(element + 1, at)? })
    }

    /// The last word of a sequence whose next element is `element`, after the word `last`.
    fn onward(&self, mut element: usize, mut last: usize) -> Option<usize> {
        while element < self.elements.len() && self.elements[element] < NEAR {
            last = self.step(self.elements[element], last)?;
            element += 1;
        }
        Some(last)
    }

    fn step(&self, element: u16, from: usize) -> Option<usize> {
        for (at, token) in self.tokens.iter().enumerate().skip(from + 1).take(self.fillers + 1) {
            if token.gap != Gap::Space {
                return None;
            }
            if is(element, token) {
                return Some(at);
            }
            if token.classes & class::FILLER == 0 {
                return None;
            }
        }
        None
    }

    fn step_back(&self, element: u16, from: usize) -> Option<usize> {
        for at in (from.saturating_sub(self.fillers + 1)..from).rev() {
            if self.tokens[at + 1].gap != Gap::Space {
                return None;
            }
            if is(element, &self.tokens[at]) {
                return Some(at);
            }
            if self.tokens[at].classes & class::FILLER == 0 {
                return None;
            }
        }
        None
    }

    fn starting(&self, sequence: usize, at: usize) -> Option<Span> {
        if !is(self.elements[sequence], &self.tokens[at]) {
            return None;
        }
        Some(Span { first: at, last: self.onward(sequence + 1, at)? })
    }

    /// The occurrence of a sequence closest to `home`, in the same sentence.
    fn nearest(&self, sequence: usize, home: Span, free: impl Fn(Span) -> bool) -> Option<Span> {
        // Mostly its first word is not there at all.
        let around = home.first.saturating_sub(FARTHEST)..self.tokens.len().min(home.last + FARTHEST + 1);
        if !any(self.elements[sequence], &self.tokens[around]) {
            return None;
        }
        let (mut after, mut before) = (NEARBY, NEARBY);
        for away in 1..=FARTHEST {
            let next = home.last + away;
            if next >= self.tokens.len() || self.tokens[next].gap == Gap::Stop {
                after = 0;
            }
            if after > 0 {
                if let Some(span) = self.starting(sequence, next)
                    && free(span)
                {
                    return Some(span);
                }
                after -= self.weight(next);
            }
            if home.first < away || self.tokens[home.first + 1 - away].gap == Gap::Stop {
                before = 0;
            }
            if before > 0 {
                let previous = home.first - away;
                if let Some(span) = self.starting(sequence, previous)
                    && span.last < home.first
                    && free(span)
                {
                    return Some(span);
                }
                before -= self.weight(previous);
            }
            if after + before == 0 {
                return None;
            }
        }
        None
    }

    /// How much farther apart a word between puts two others: a filler does not.
    fn weight(&self, at: usize) -> usize {
        usize::from(self.tokens[at].classes & class::FILLER == 0)
    }

    /// The first occurrence of a sequence whose words are not those of another part.
    fn anywhere(&self, sequence: usize, free: impl Fn(Span) -> bool) -> Option<Span> {
        (0..self.tokens.len()).find_map(|at| self.starting(sequence, at).filter(|span| free(*span)))
    }
}

/// Whether an element stands at one of some words.
fn any(element: u16, tokens: &[Token]) -> bool {
    if element & CLASS == 0 {
        tokens.iter().any(|token| token.lexeme == element)
    } else {
        let class = 1 << (element & !CLASS);
        tokens.iter().any(|token| token.classes & class != 0)
    }
}

/// Whether an element stands at a word.
fn is(element: u16, token: &Token) -> bool {
    if element & CLASS == 0 {
        token.lexeme == element
    } else {
        token.classes & (1 << (element & !CLASS)) != 0
    }
}
