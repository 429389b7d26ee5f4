//! How far a negation reaches.

use std::ops::Range;

use super::{APART, DENIAL, END, NEGATED, NEGATED_HERE, SIGNS, SPOKEN, Scene, TOLD};
use crate::recognition::find::{Span, Token};
use crate::recognition::index::class;
use crate::recognition::text::Gap;

/// A negation reaches no further than this.
const REACH: usize = 12;
/// An item of a list has no more words than this.
const ITEM: usize = 4;
/// So many items in a row are a list: "no acne, redness, wrinkles". Of two, the second may be
/// there: "no acne, redness".
const LIST: usize = 3;

impl Scene<'_> {
    /// From a negation on, until something new begins.
    pub(super) fn forward(self, negation: Span, marks: &mut [u8]) {
        let from = negation.last;
        let mut mark = NEGATED | NEGATED_HERE;
        let mut told = false;
        let supposed = self.is_supposed(negation.first);
        let list_end = self.list_end(from, marks);
        // Where something joined by an "and" begins.
        let mut joined = None;
        for at in from + 1..self.tokens.len().min(from + 1 + REACH) {
            let token = &self.tokens[at];
            if told && let Some(first) = self.stays(from + 1..at, joined, marks) {
                marks[first..at].iter_mut().for_each(|mark| *mark &= SIGNS);
                // An end that is negated is none.
                marks[at] |= if marks[at] & END == 0 { 0 } else { mark };
                return;
            }
            if token.gap.parts()
                || at == from + 1 && token.classes & class::AND != 0
                // "Or cause spots": what joins is a verb there.
                || token.classes & class::CONTRAST != 0 && self.tokens[at - 1].classes & class::OR == 0
                || token.classes & class::UNDOING != 0
                || marks[at] & APART != 0
                || (told || supposed) && self.opens(at, marks)
            {
                return;
            }
            if token.gap == Gap::Comma {
                // "I never had, thank heavens, any acne"; but "no, acne", "was ruled out, it's acne".
                let small = |token: &Token| token.classes & class::FILLER != 0;
                let interrupts = negation.first < from
                    && token.classes & class::OPENER == 0
                    && self.tokens[from + 1..at].iter().all(small);
                if at >= list_end && !interrupts && !goes_on(self.tokens, at) {
                    return;
                }
                mark = NEGATED;
            }
            if token.classes & class::STARTER != 0 && at > from + 1 && begins(self.tokens, at) {
                return;
            }
            if told && token.classes & class::AND != 0 {
                joined = Some(at + 1);
            }
            told |= marks[at] & (TOLD | SPOKEN) != 0;
            marks[at] |= mark;
            // "Has not cleared up", "not acne free": the end is what is negated, nothing after it.
            if marks[at] & END != 0 {
                return;
            }
        }
    }

    /// From where on the words between a negation and the one behind them tell of what is there; `joined`
    /// is where an "and" joins some of them.
    fn stays(self, between: Range<usize>, joined: Option<usize>, marks: &[u8]) -> Option<usize> {
        let Range { start, end: at } = between;
        let joins = |token: &Token| token.classes & class::AND != 0;
        let has = self.tokens[at].gap == Gap::Space && self.has(at);
        let undone = if marks[at] & END == 0 {
            // "No acne treatment", "no cream for acne has helped".
            self.is_undone_by(at, marks)
        } else {
            // "Neither my spots nor my lines have faded".
            has && !self.tokens[start..at].iter().any(joins)
        };
        if undone && self.tells(between) {
            return Some(start);
        }
        // "Not dry any more and the wrinkles are still there".
        joined.filter(|_| has && marks[at - 1] & TOLD != 0 && marks[at] & END == 0)
    }

    /// Whether a word says what something before it has not done ("has helped", "have ever improved"), or
    /// is to do: "acne treatment".
    fn is_undone_by(self, at: usize, marks: &[u8]) -> bool {
        self.tokens[at].classes & class::UNDOING != 0
            && self.tokens[at].gap == Gap::Space
            && (marks[at - 1] & TOLD != 0
                || self.has(at - 1)
                || self.tokens[at - 1].classes & class::FILLER != 0
                    && self.tokens[at - 1].gap == Gap::Space
                    && self.has(at - 2))
    }

    /// Whether a word says that something has or is: "have", "are".
    fn has(self, at: usize) -> bool {
        const HAS: u128 = class::FILLER | class::STARTER;
        self.tokens[at].classes & (HAS | class::PERSON) == HAS
    }

    /// Whether a new clause opens here with no comma before it: "not dry it's oily".
    fn opens(self, at: usize, marks: &[u8]) -> bool {
        let (token, before) = (&self.tokens[at], &self.tokens[at - 1]);
        // "Neither my spots nor my lines".
        token.classes & class::OPENER != 0
            && marks[at - 1] & DENIAL == 0
            && (marks[at - 1] & (TOLD | SPOKEN) != 0
                || before.classes & class::FILLER == 0
                || before.classes & class::PERSON != 0
                // "Not spots much I just go red"; "not the spots of my teens".
                || self.names_a_speaker(at))
            && !self.is_object(at, marks)
    }

    /// Whether somebody stands in a thought that goes on: "did not break me out or make me red".
    fn is_object(self, at: usize, marks: &[u8]) -> bool {
        let or = |at: usize| self.tokens.get(at).is_some_and(|token| token.classes & class::OR != 0);
        let within = |piece: Span| piece.first < at && at < piece.last && or(piece.last + 1);
        let verb = &self.tokens[at - 1];
        verb.classes & class::STARTER != 0 && marks[at - 1] & TOLD == 0 && at > 1 && or(at - 2)
            || self.hits.iter().any(|hit| hit.is_concern && hit.pieces().any(within))
    }

    /// Whether an "if" opens the clause: what it brings about follows in another.
    fn is_supposed(self, at: usize) -> bool {
        const IF: u128 = class::REMOTE | class::CONTRAST;
        let mut first = at;
        while first > 0 && self.tokens[first].gap == Gap::Space {
            first -= 1;
            if self.tokens[first].classes & class::CONTRAST != 0 {
                return self.tokens[first].classes & IF == IF;
            }
        }
        false
    }

    /// Where a list that begins after a negation ends; `from` when there is none.
    fn list_end(self, from: usize, marks: &[u8]) -> usize {
        let (mut items, mut end) = (0, from);
        while let Some(next) = self.item_end(end, items == 0, marks) {
            items += 1;
            end = next;
        }
        if items >= LIST { end } else { from }
    }

    /// Where an item of a list ends that begins at a word, or after it: few words, with something heard.
    fn item_end(self, from: usize, is_first: bool, marks: &[u8]) -> Option<usize> {
        let joins = |token: &Token| token.classes & class::AND != 0;
        let mut first = if is_first { from + 1 } else { from };
        if !is_first && self.tokens.get(from).is_none_or(|token| token.gap.parts()) {
            return None;
        }
        first += usize::from(self.tokens.get(first).is_some_and(joins));
        let mut told = false;
        let mut at = first;
        while at <= first + ITEM {
            let Some(token) = self.tokens.get(at) else { return told.then_some(at) };
            if at > first && (token.gap != Gap::Space || joins(token)) {
                return told.then_some(at);
            }
            let new = class::CONTRAST | class::UNDOING | if is_first { 0 } else { class::STARTER };
            if token.classes & new != 0 {
                return told.then_some(at);
            }
            if marks[at] & DENIAL != 0 {
                return None;
            }
            told |= marks[at] & (TOLD | SPOKEN) != 0;
            at += 1;
        }
        None
    }
}

/// Whether a comma continues a list: "no acne, redness or wrinkles".
fn goes_on(tokens: &[Token], comma: usize) -> bool {
    for (at, token) in tokens.iter().enumerate().skip(comma).take(8) {
        if at > comma && token.gap.parts() || token.classes & (class::CONTRAST | class::STARTER) != 0 {
            return false;
        }
        if token.classes & class::OR != 0 {
            return true;
        }
    }
    false
}

/// Whether a word such as "my" or "is" begins a new thought: after a comma or an "and".
fn begins(tokens: &[Token], at: usize) -> bool {
    tokens[at].gap != Gap::Space || tokens[at - 1].classes & class::AND != 0
}
