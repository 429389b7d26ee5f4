//! What a person says they do not have.

use super::find::{Hit, Token};
use super::index::{Index, Meaning, class};
use super::text::Gap;

/// The word is said not to be so.
pub(crate) const NEGATED: u8 = 1;
/// The same, and the negation stands in the word's own clause.
pub(crate) const NEGATED_HERE: u8 = 2;

/// A negation reaches no further than this.
const REACH: usize = 12;
/// "Is gone" reaches no further back.
const BACK: usize = 7;

/// Marks the negated words; `marks` is emptied first.
pub(crate) fn mark(index: &Index, tokens: &[Token], hits: &[Hit], marks: &mut Vec<u8>) {
    marks.clear();
    let meaning = |hit: &Hit| index.patterns[hit.pattern as usize].meaning;
    if !hits.iter().any(|hit| matches!(meaning(hit), Meaning::Negates | Meaning::Ends)) {
        return;
    }
    marks.resize(tokens.len(), 0);
    let affirmed = |hit: &Hit| {
        hits.iter().any(|other| meaning(other) == Meaning::Affirms && other.span().overlaps(hit.span()))
    };
    for hit in hits.iter().filter(|hit| meaning(hit) == Meaning::Negates && !affirmed(hit)) {
        forward(tokens, hit.span().last, marks);
    }
    for hit in hits.iter().filter(|hit| meaning(hit) == Meaning::Ends) {
        let span = hit.span();
        if marks[span.first] & NEGATED == 0 {
            backward(tokens, span.first, marks);
            // "Acne free" negates its own first word.
            marks[span.first] |= NEGATED | NEGATED_HERE;
        }
    }
}

/// From a negation on, until something new begins.
fn forward(tokens: &[Token], from: usize, marks: &mut [u8]) {
    let mut mark = NEGATED | NEGATED_HERE;
    for at in from + 1..tokens.len().min(from + 1 + REACH) {
        let token = &tokens[at];
        if token.gap == Gap::Stop || token.classes & (class::CONTRAST | class::UNDOING) != 0 {
            return;
        }
        if token.gap == Gap::Comma {
            if !goes_on(tokens, at) {
                return;
            }
            mark = NEGATED;
        }
        if token.classes & class::STARTER != 0 && at > from + 1 && begins(tokens, at) {
            return;
        }
        marks[at] |= mark;
    }
}

/// Whether a comma continues a list: "no acne, redness or wrinkles".
fn goes_on(tokens: &[Token], comma: usize) -> bool {
    for (at, token) in tokens.iter().enumerate().skip(comma).take(8) {
        if at > comma && token.gap == Gap::Stop || token.classes & (class::CONTRAST | class::STARTER) != 0 {
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

/// From an end back to where the thought began.
fn backward(tokens: &[Token], from: usize, marks: &mut [u8]) {
    let reach = from.saturating_sub(BACK);
    let mut first = from;
    while first > reach && tokens[first].gap == Gap::Space {
        if tokens[first - 1].classes & class::CONTRAST != 0 {
            break;
        }
        if tokens[first - 1].classes & class::HOPING != 0 {
            return;
        }
        first -= 1;
    }
    for mark in &mut marks[first..from] {
        *mark |= NEGATED | NEGATED_HERE;
    }
}

/// Whether a found phrase is said not to be so.
pub(crate) fn negates(marks: &[u8], hit: &Hit, mask: u8) -> bool {
    // The first word decides: a negation inside a phrase belongs to it.
    hit.pieces().iter().any(|piece| marks.get(piece.first).is_some_and(|mark| mark & mask != 0))
}
