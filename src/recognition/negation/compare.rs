//! "Less red than dry", "more dry than red", "had acne years ago".

use super::{NEGATED, Scene, TOLD};
use crate::recognition::find::{Hit, Span};
use crate::recognition::index::{Meaning, class};
use crate::recognition::text::Gap;

impl Scene<'_> {
    /// A comparison of two concerns denies one of them, what lies in the past what it frames.
    pub(super) fn compare(self, hit: &Hit, marks: &mut [u8]) {
        let meaning = hit.meaning;
        let mut pieces = hit.pieces();
        let (Some(first), Some(second)) = (pieces.next(), pieces.next_back()) else { return };
        if !matches!(meaning, Meaning::Between | Meaning::Under | Meaning::Exceeds)
            || self.affirmed(hit)
            || !self.is_one_clause(first, second)
        {
            return;
        }
        if first.first > second.last {
            // "Years ago I had acne."
            if meaning == Meaning::Between {
                let rest = first.last + 1..self.clause_end(first.last + 1);
                marks[rest].iter_mut().for_each(|mark| *mark |= NEGATED);
            }
            return;
        }
        let framed = first.last + 1..second.first;
        let rest = second.last + 1..self.clause_end(second.last + 1);
        let tells = |range: std::ops::Range<usize>| marks[range].iter().any(|mark| mark & TOLD != 0);
        let denied = match meaning {
            Meaning::Between => framed,
            // "Red more than dry."
            Meaning::Exceeds if tells(self.clause_start(first.first)..first.first) => rest,
            // "Less acne than before" is acne: only a concern outweighs a concern.
            _ if !tells(framed.clone()) || !tells(rest.clone()) => return,
            Meaning::Under => framed,
            _ => rest,
        };
        marks[denied].iter_mut().for_each(|mark| *mark |= NEGATED);
    }

    fn is_one_clause(self, first: Span, second: Span) -> bool {
        let (one, other) = if first.first < second.first { (first, second) } else { (second, first) };
        self.tokens[one.last + 1..=other.first]
            .iter()
            .all(|token| token.gap == Gap::Space && token.classes & class::CONTRAST == 0)
    }

    /// Where the clause begins that a word stands in.
    pub(super) fn clause_start(self, from: usize) -> usize {
        let joins = class::CONTRAST | class::AND;
        let begins = |at: &usize| {
            self.tokens[*at].gap != Gap::Space || self.tokens[at.saturating_sub(1)].classes & joins != 0
        };
        (1..=from).rfind(begins).unwrap_or(0)
    }

    /// Where the clause ends that goes on at a word.
    pub(super) fn clause_end(self, from: usize) -> usize {
        let ends = |at: &usize| {
            self.tokens[*at].gap != Gap::Space || self.tokens[*at].classes & class::CONTRAST != 0
        };
        (from..self.tokens.len()).find(ends).unwrap_or(self.tokens.len())
    }
}
