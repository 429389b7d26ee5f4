//! What a person says they do not have.

mod answer;
mod compare;
mod forward;
mod others;

use std::ops::Range;

use super::find::{Hit, Span, Token};
use super::index::{Meaning, class};
use super::text::Gap;
use crate::knowledge::model::Target;

/// The word is said not to be so.
pub(crate) const NEGATED: u8 = 1;
/// The same, and the negation stands in the word's own clause.
pub(crate) const NEGATED_HERE: u8 = 2;
/// The word is part of a phrase for a concern.
const TOLD: u8 = 4;
/// The word is part of a negation.
const DENIES: u8 = 64;
/// A negation begins here.
const DENIAL: u8 = 8;
/// An end begins here.
const END: u8 = 16;
/// Something that sets apart begins here.
const APART: u8 = 32;
/// The word is part of a phrase for something else: a red flag, somebody, a diet.
const SPOKEN: u8 = 128;
/// What is so of a word whatever is negated.
const SIGNS: u8 = TOLD | DENIAL | END | APART | SPOKEN;

/// "Is gone" reaches no further back.
const BACK: usize = 9;
/// "It came back" takes back what was said this far before.
const RETURN: usize = 30;
/// Between a negation and one that it turns around stand no more words: "not a day without".
const TURN: usize = 10;

/// A text with its phrases.
#[derive(Clone, Copy)]
struct Scene<'a> {
    tokens: &'a [Token],
    hits: &'a [Hit],
}

/// Marks the negated words; `marks` is emptied first.
pub(crate) fn mark(tokens: &[Token], hits: &[Hit], marks: &mut Vec<u8>) {
    marks.clear();
    let scene = Scene { tokens, hits };
    if !hits.iter().any(|hit| hit.meaning.denies()) && !scene.speaks_of_others() {
        return;
    }
    marks.resize(tokens.len(), 0);
    scene.sign(marks);
    for hit in scene.of(Meaning::Negates).chain(scene.of(Meaning::Loses)) {
        if scene.stands(hit, marks) {
            let last = hit.span().last;
            // "It stopped itching" negates its own last word.
            marks[last] |= if marks[last] & TOLD == 0 { DENIES } else { NEGATED | NEGATED_HERE };
            scene.forward(hit.span(), marks);
        }
    }
    for hit in hits {
        scene.compare(hit, marks);
    }
    for hit in scene.of(Meaning::Negates) {
        scene.close(hit, marks);
    }
    for hit in scene.of(Meaning::Answers).chain(scene.of(Meaning::Spares)) {
        if !scene.affirmed(hit) {
            scene.answer(hit, marks);
        }
    }
    for hit in scene.of(Meaning::Ends) {
        if !scene.affirmed(hit) {
            scene.end(hit, marks);
        }
    }
    for hit in scene.of(Meaning::Returns) {
        scene.take_back(hit, marks);
    }
    for hit in scene.of(Meaning::Excepts) {
        scene.spare_a_place(hit, marks);
    }
    scene.leave_to_others(marks);
}

impl<'a> Scene<'a> {
    /// Writes down where things stand that the rules ask for word by word.
    fn sign(self, marks: &mut [u8]) {
        for hit in self.hits {
            let first = hit.span().first;
            match hit.meaning {
                Meaning::Negates => marks[first] |= DENIAL,
                Meaning::Ends => marks[first] |= END,
                Meaning::Excepts => marks[first] |= APART,
                Meaning::Speaks(Target::Concern(_) | Target::Condition(_)) => set(marks, hit, TOLD),
                Meaning::Speaks(_) => set(marks, hit, SPOKEN),
                _ => {}
            }
        }
    }

    /// Whether some words tell of a concern of their own; the "chin" of "pimples … on my chin" does not.
    fn tells(self, words: Range<usize>) -> bool {
        self.hits.iter().any(|hit| hit.is_concern && words.contains(&hit.span().first))
    }

    fn of(self, meaning: Meaning) -> impl Iterator<Item = &'a Hit> {
        self.hits.iter().filter(move |hit| hit.meaning == meaning)
    }

    /// Whether it looks like a negation and is none.
    fn affirmed(self, hit: &Hit) -> bool {
        let ours = hit.span();
        // "Everything except wrinkles" still is a negation: it has the last word.
        let outdoes = |other: &Hit| {
            other.span().overlaps(ours) && (length(other.span()) >= length(ours) || !ours.holds(other.span()))
        };
        // "Not a cream that does not sting" is said in this order: "that it is not dry, not red" is not.
        self.of(Meaning::Affirms).any(|other| outdoes(other) && is_in_order(other))
            || self.of(Meaning::Excepts).any(outdoes)
    }

    /// Whether a negation negates what follows it: nothing makes it part of something else.
    fn stands(self, hit: &Hit, marks: &[u8]) -> bool {
        let ours = hit.span();
        let compared = |other: &Hit| {
            matches!(other.meaning, Meaning::Between | Meaning::Under) && other.first_piece().overlaps(ours)
        };
        !self.affirmed(hit)
            && !self.hits.iter().any(compared)
            && !self.is_turned(hit, marks)
            && !self.is_left_over(ours)
    }

    /// "It fixed my dry skin but not the redness": what something has not helped is there.
    fn is_left_over(self, negation: Span) -> bool {
        let Some(joins) = negation.first.checked_sub(1) else { return false };
        self.tokens[joins].classes & class::CONTRAST != 0
            && self.tokens[negation.first].gap == Gap::Space
            && self.tokens.get(negation.last + 1).is_some_and(|token| token.classes & class::FILLER != 0)
            && self.tokens[self.clause_start(joins)..joins]
                .iter()
                .any(|token| token.classes & class::UNDOING != 0)
    }

    /// Whether a negation and another turn each other around.
    fn is_turned(self, hit: &Hit, marks: &[u8]) -> bool {
        if hit.meaning == Meaning::Negates {
            self.of(Meaning::Loses).any(|other| self.turns(hit.span(), other.span(), marks))
        } else {
            self.of(Meaning::Negates).any(|other| self.turns(other.span(), hit.span(), marks))
        }
    }

    /// Whether one negation turns around another: "not a day without", "never outgrew".
    fn turns(self, one: Span, other: Span, marks: &[u8]) -> bool {
        one.last < other.first
            && other.first - one.last <= TURN
            && self.tokens[one.last + 1..=other.first]
                .iter()
                .all(|token| token.gap == Gap::Space && token.classes & (class::CONTRAST | class::AND) == 0)
            && marks[one.last + 1..other.first].iter().all(|mark| mark & TOLD == 0)
    }

    fn end(self, hit: &Hit, marks: &mut [u8]) {
        let span = hit.span();
        if marks[span.first] & NEGATED == 0 {
            // "I had a rash. It is gone", "my acne, thank heavens, is gone".
            if self.is_bare(hit) {
                self.answer(hit, marks);
            } else {
                self.backward(span.first, marks);
            }
            // "Acne free" negates its own first word.
            marks[span.first] |= NEGATED | NEGATED_HERE;
        } else {
            // "Never acne free" is acne.
            marks[span.first..=span.last].iter_mut().for_each(|mark| *mark &= SIGNS);
        }
    }

    /// Whether nothing but small words stands before an end in its clause.
    fn is_bare(self, hit: &Hit) -> bool {
        let span = hit.span();
        let mut first = span.first;
        if self.tokens[first].gap != Gap::Space {
            // "…, is gone"; but "is that fine?" asks.
            let words = usize::from(hit.elements);
            return self.tokens[first].classes & class::FILLER != 0 && words == length(span) + 1;
        }
        while first > 0 && self.tokens[first].gap == Gap::Space {
            first -= 1;
            if self.tokens[first].classes & class::FILLER == 0 {
                return false;
            }
        }
        first > 0
    }

    /// From an end back to where the thought began.
    fn backward(self, from: usize, marks: &mut [u8]) {
        let reach = from.saturating_sub(BACK);
        let mut first = from;
        while first > reach && self.tokens[first].gap == Gap::Space {
            let before = &self.tokens[first - 1];
            // "The redness, however, is gone", "it was bad but is gone": what joins stands beside the end.
            if before.classes & class::CONTRAST != 0 && first < from {
                break;
            }
            // "She has a rash and I had eczema as a kid": whoever speaks begins another thought.
            if before.classes & class::AND != 0 && self.names_a_speaker(first) {
                break;
            }
            if before.classes & class::HOPING != 0 && self.is_hoped(first - 1, from, marks) {
                return;
            }
            first -= 1;
        }
        // "Apart from the acne all is fine": what is set apart is there.
        if self.of(Meaning::Excepts).any(|hit| hit.span().last + 1 >= first && hit.span().last < from) {
            return;
        }
        for mark in &mut marks[first..from] {
            *mark |= NEGATED | NEGATED_HERE;
        }
    }

    /// "I", "we"; not the "my" of "my spots and my lines are gone".
    fn names_a_speaker(self, at: usize) -> bool {
        self.tokens[at].classes & (class::PERSON | class::FILLER) == class::PERSON
    }

    /// Whether a word makes the end after it a hope: "I want my acne gone", "acne is to be gone". One
    /// that stands beside neither does not: "the spots before exams are gone".
    fn is_hoped(self, hope: usize, end: usize, marks: &[u8]) -> bool {
        let near = self.tokens[hope + 1..end].iter().all(|token| token.classes & class::FILLER != 0);
        let small = self.tokens[hope].classes & class::FILLER != 0;
        near || !small && marks[hope + 1..end].iter().any(|mark| mark & TOLD != 0)
    }

    /// "It came back": what was gone is there again.
    fn take_back(self, hit: &Hit, marks: &mut [u8]) {
        let span = hit.span();
        let longer = |other: &Hit| other.span().overlaps(span) && length(other.span()) > length(span);
        if marks[span.first] & NEGATED != 0 || self.of(Meaning::Ends).any(longer) || self.affirmed(hit) {
            return;
        }
        // "But I do" says it alone, "but I do need a cream" does not.
        let open = self.tokens[span.last].classes & class::STARTER != 0 && !self.closes(span.last, marks);
        if open || self.tells(span.last + 1..self.clause_end(span.last + 1)) {
            return;
        }
        let joins = class::CONTRAST | class::AND;
        let mut first = span.first;
        while first > 0 && self.tokens[first].gap == Gap::Space && self.tokens[first - 1].classes & joins == 0
        {
            first -= 1;
        }
        // "But my rosacea came back" says nothing of what stands before; "but it came back" does.
        if !self.tells(first..span.first) {
            first = span.first.saturating_sub(RETURN);
        }
        marks[first..span.first].iter_mut().for_each(|mark| *mark &= SIGNS);
    }
}

/// Adds a mark to the words of a phrase.
fn set(marks: &mut [u8], hit: &Hit, mark: u8) {
    for piece in hit.pieces() {
        marks[piece.first..=piece.last].iter_mut().for_each(|own| *own |= mark);
    }
}

/// Whether its sequences stand in the order of the phrase.
fn is_in_order(hit: &Hit) -> bool {
    hit.pieces().map(|piece| piece.first).is_sorted()
}

fn length(span: Span) -> usize {
    span.last - span.first
}

/// Whether a found phrase is said not to be so.
pub(crate) fn negates(tokens: &[Token], marks: &[u8], hit: &Hit, mask: u8) -> bool {
    let marked = |at: usize, mask: u8| marks.get(at).is_some_and(|mark| mark & mask != 0);
    // A negation inside a phrase belongs to it: "not … open … eyes" says so of the eyes as well.
    // So does one inside the name of a class: "not waking" says so of the baby after it. Only signs
    // are told with such names: "don't go red" is not "not go out".
    let named = |at: usize| mask == NEGATED_HERE && tokens[at].classes & class::OWN != 0;
    let denies = |at: &usize| marked(*at, DENIES) || named(*at);
    let own = hit.pieces().flat_map(|piece| piece.first..=piece.last).find(denies);
    // Of the words of a sequence, the first decides.
    hit.pieces().any(|piece| {
        marked(piece.first, mask) && !named(piece.first) && own.is_none_or(|own| piece.first < own)
    })
}
