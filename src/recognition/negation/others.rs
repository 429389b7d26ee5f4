//! What others have, and what is so in one place alone.

use super::{NEGATED, SIGNS, Scene, TOLD};
use crate::recognition::find::{Hit, Token};
use crate::recognition::index::{Meaning, class};
use crate::recognition::text::Gap;

impl Scene<'_> {
    /// "Her wrinkles are deep, I have no wrinkles", "my sister has acne, I have eczema": what somebody
    /// else has and the speaker sets apart is not the speaker's.
    pub(super) fn leave_to_others(self, marks: &mut [u8]) {
        if !self.speaks_of_others() {
            return;
        }
        for hit in self.hits.iter().filter(|hit| hit.is_concern) {
            let at = hit.span().first;
            if marks[at] & NEGATED == 0
                && self.is_of_others(at)
                && self.hits.iter().any(|other| self.sets_apart(hit, other, marks))
            {
                marks[at] |= NEGATED;
            }
        }
    }

    /// Whether more than one thing is told, and somebody else is there to have one of them.
    pub(super) fn speaks_of_others(self) -> bool {
        self.hits.iter().filter(|hit| hit.is_concern).nth(1).is_some()
            && self.tokens.iter().any(|token| token.classes & class::REMOTE != 0)
    }

    /// Whether the speaker denies what others have, or has something else in its place.
    fn sets_apart(self, theirs: &Hit, own: &Hit, marks: &[u8]) -> bool {
        let (from, at) = (theirs.span().last, own.span().first);
        if !own.is_concern || at <= from {
            return false;
        }
        if own.meaning == theirs.meaning {
            return marks[at] & NEGATED != 0 && !self.is_of_others(at);
        }
        // "But I have", ", I have": a word for the speaker opens the clause. "If I could" tells of nothing.
        let opens = |word: &usize| {
            let (token, before) = (&self.tokens[*word], &self.tokens[word - 1]);
            let joins = before.classes & (class::CONTRAST | class::AND) != 0;
            before.classes & class::REMOTE == 0
                && (joins && token.classes & (class::PERSON | class::OPENER) != 0
                    || (token.gap != Gap::Space || marks[word - 1] & TOLD != 0) && is_subject(token))
        };
        let others =
            |word: usize| self.tokens[word..at].iter().any(|token| token.classes & class::REMOTE != 0);
        // "My mother has rosacea, I have it too".
        let shared = |hit: &Hit| (from + 1..at).contains(&hit.span().first);
        marks[at] & NEGATED == 0
            && (from + 1..at).rfind(opens).is_some_and(|word| !others(word))
            && !self.of(Meaning::Returns).any(shared)
    }

    /// Whether somebody else stands before it in its clause.
    fn is_of_others(self, at: usize) -> bool {
        let mut first = at;
        while first > 0 && self.tokens[first].gap == Gap::Space {
            first -= 1;
            let classes = self.tokens[first].classes;
            if classes & (class::REMOTE | class::PERSON) != 0 {
                // "People stare at my spots" tells of the speaker's.
                return classes & class::REMOTE != 0;
            }
        }
        false
    }

    /// "No wrinkles other than on the forehead": where it is so, it is there.
    pub(super) fn spare_a_place(self, hit: &Hit, marks: &mut [u8]) {
        let span = hit.span();
        let (from, all) = (span.last + 1, self.tokens.len());
        let end = (from..all).find(|at| self.tokens[*at].gap != Gap::Space).unwrap_or(all);
        let told = |hit: &Hit| hit.is_concern && (from..end).contains(&hit.span().first);
        let names_a_place =
            (from..end).any(|at| self.tokens[at].classes & class::FILLER == 0) && !self.hits.iter().any(told);
        if !names_a_place {
            return;
        }
        let mut first = span.first;
        while first > 0 && !self.tokens[first].gap.parts() {
            first -= 1;
        }
        marks[first..span.first].iter_mut().for_each(|mark| *mark &= SIGNS);
    }
}

/// "I", "me", "mine": whoever tells something.
fn is_subject(token: &Token) -> bool {
    token.classes & class::PERSON != 0 && token.classes & class::OPENER != 0
}
