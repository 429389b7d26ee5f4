//! "Acne? No.", "my sister has acne, I don't", "I feared spots, my skin is clear".

use super::{DENIAL, NEGATED, NEGATED_HERE, SIGNS, SPOKEN, Scene, TOLD};
use crate::recognition::find::{Hit, Token};
use crate::recognition::index::{Meaning, class};
use crate::recognition::text::Gap;

/// An answer reaches no further back.
const ANSWER: usize = 12;
/// No more words stand between it and what it answers: "when I eat dairy".
const ASIDE: usize = 6;

impl Scene<'_> {
    /// What closes a clause says no to what stands before it.
    pub(super) fn answer(self, hit: &Hit, marks: &mut [u8]) {
        let span = hit.span();
        let spares = hit.meaning == Meaning::Spares;
        let ends = hit.meaning == Meaning::Ends;
        let (first, joined) = self.head(span.first, spares, marks);
        if !ends && !self.closes(span.last, marks)
            || ends && !joined
            || first == 0
            || self.tokens[first - 1].classes & class::OR != 0
        {
            return;
        }
        let end = if joined { Gap::Colon } else { Gap::Comma };
        let label = joined && self.tokens[first].gap == Gap::Colon;
        let own = first;
        let mut first = own - 1;
        let small = |token: &Token| token.classes & (class::FILLER | class::PERSON) != 0;
        while first > 0 && own - first <= ANSWER {
            // "Me? None." answers what stands before the "me".
            let is_aside = || joined && self.tokens[first..own].iter().all(small);
            // "Takes warfarin, pregnant: no": a label, or a question about something else, is alone denied.
            let heard = |mark: u8| marks[first..own].iter().any(|own| own & mark != 0);
            let is_alone = || joined && !heard(TOLD) && (label || heard(SPOKEN));
            let gap = self.tokens[first].gap;
            if !is_aside() && (gap >= end || gap == Gap::Comma && is_alone()) {
                break;
            }
            let before = &self.tokens[first - 1];
            // "Breaking out when I eat dairy? No.": what is denied may stand before the "when".
            let asks = || joined && own - first <= ASIDE && !self.tells(first..own);
            if before.classes & class::CONTRAST != 0 && !asks() {
                // "If I had acne": what only might be is of the same clause.
                first -= usize::from(before.classes & class::REMOTE != 0);
                break;
            }
            // "I want my acne gone" says what is to be.
            if !joined && before.classes & class::HOPING != 0 {
                return;
            }
            first -= 1;
        }
        // Whoever else has it, and what only might be, stand before the concern.
        let tells = |at: usize| marks[at..own].iter().any(|mark| mark & TOLD != 0);
        let remote = (first..own).find(|at| self.tokens[*at].classes & class::REMOTE != 0);
        let begin = remote.filter(|at| tells(*at)).unwrap_or(first);
        let within = |hit: &Hit| hit.span().last + 1 >= first && hit.span().first < own;
        if remote.is_none() && spares
            || joined && !ends && self.is_undone(begin, own)
            || self.of(Meaning::Excepts).any(within)
        {
            return;
        }
        // "Nobody has acne except me", "I thought that I had outgrown it. No."
        let mine = self.of(Meaning::Excepts).any(|other| other.span().overlaps(span))
            && self.of(Meaning::Negates).any(within)
            || joined && self.of(Meaning::Loses).any(within);
        for mark in &mut marks[begin..own] {
            // "Trouble breathing: no" leaves no doubt.
            let denied = if label { NEGATED | NEGATED_HERE } else { NEGATED };
            *mark = if mine { *mark & SIGNS } else { *mark | denied };
        }
    }

    /// "Wrinkles bother me, acne doesn't": a clause that a negation closes denies what it names,
    /// unless it is the end of something before it that does not come.
    pub(super) fn close(self, hit: &Hit, marks: &mut [u8]) {
        let span = hit.span();
        let first = self.clause_start(span.first);
        if span.first != span.last
            || first == 0
            || self.clause_end(span.last + 1) != span.last + 1
            || self.affirmed(hit)
            || marks[first..span.first].iter().all(|mark| mark & TOLD == 0)
        {
            return;
        }
        let ends = |other: &Hit| {
            matches!(other.meaning, Meaning::Ends | Meaning::Loses | Meaning::Negates)
                && other.span().last < first
        };
        let undone = self.tokens[..first].iter().any(|token| token.classes & class::UNDOING != 0)
            || self.hits.iter().any(ends);
        // "Winter is over, the flaking isn't": with no concern to set it against, it is not over.
        if !undone && marks[..first].iter().any(|mark| mark & TOLD != 0) {
            marks[first..span.first].iter_mut().for_each(|mark| *mark |= NEGATED);
        }
    }

    /// Whether an answer is about an end of what stands before it: "they said it goes away, it
    /// didn't".
    fn is_undone(self, first: usize, own: usize) -> bool {
        let joins = class::CONTRAST | class::AND;
        let subject = (own..self.tokens.len()).find(|at| self.tokens[*at].classes & joins == 0);
        let ends = |hit: &Hit| (first..own).contains(&hit.span().first);
        subject.is_some_and(|at| of_a_thing(&self.tokens[at]))
            && (self.tokens[first + 1..own].iter().any(|token| token.classes & class::UNDOING != 0)
                || self.of(Meaning::Ends).any(ends))
    }

    /// Where the clause of an answer begins, and whether it is a clause of its own.
    fn head(self, from: usize, whole: bool, marks: &[u8]) -> (usize, bool) {
        let own = class::FILLER | class::PERSON | class::SKIN;
        let joins = class::CONTRAST | class::AND;
        let mut first = from;
        while first > 0
            && self.tokens[first].gap == Gap::Space
            && (whole || self.tokens[first - 1].classes & own != 0)
            && self.tokens[first - 1].classes & joins == 0
            && marks[first - 1] & TOLD == 0
        {
            first -= 1;
        }
        let opens = self.tokens[first].gap != Gap::Space;
        // "But I don't": the word that joins belongs to neither.
        if !opens && first > 0 && self.tokens[first - 1].classes & joins != 0 {
            return (first - 1, true);
        }
        (if opens { first } else { from }, opens)
    }

    /// Whether nothing but small words follows in the clause: "I don't have any of it".
    pub(super) fn closes(self, last: usize, marks: &[u8]) -> bool {
        let mut next = last + 1;
        let ends = |token: &Token| token.gap != Gap::Space || token.classes & class::CONTRAST != 0;
        while self.tokens.get(next).is_some_and(|token| !ends(token) && token.classes & class::FILLER != 0) {
            next += 1;
        }
        self.tokens.get(next).is_none_or(|token| {
            let begins = token.classes & (class::OPENER | class::AND) != 0 || marks[next] & DENIAL != 0;
            ends(token) || next > last + 1 && begins
        })
    }
}

/// "It didn't", "mine hasn't": of what was to clear up, this says that it stays.
fn of_a_thing(token: &Token) -> bool {
    let starter = token.classes & class::STARTER != 0;
    let person = token.classes & class::PERSON != 0;
    starter != person
}
