//! What a person says they do not have.

use super::find::{Hit, Span, Token};
use super::index::{Index, Meaning, class};
use super::text::Gap;

/// The word is said not to be so.
pub(crate) const NEGATED: u8 = 1;
/// The same, and the negation stands in the word's own clause.
pub(crate) const NEGATED_HERE: u8 = 2;

/// A negation reaches no further than this.
const REACH: usize = 12;
/// "Is gone" reaches no further back.
const BACK: usize = 9;
/// An answer reaches no further back.
const ANSWER: usize = 12;

/// Marks the negated words; `marks` is emptied first.
pub(crate) fn mark(index: &Index, tokens: &[Token], hits: &[Hit], marks: &mut Vec<u8>) {
    marks.clear();
    let meaning = |hit: &Hit| index.patterns[hit.pattern as usize].meaning;
    if !hits.iter().any(|hit| matches!(meaning(hit), Meaning::Negates | Meaning::Ends | Meaning::Answers)) {
        return;
    }
    marks.resize(tokens.len(), 0);
    let affirmed = |hit: &Hit| {
        hits.iter().any(|other| meaning(other) == Meaning::Affirms && other.span().overlaps(hit.span()))
    };
    for hit in hits.iter().filter(|hit| meaning(hit) == Meaning::Negates && !affirmed(hit)) {
        forward(tokens, hit.span().last, marks);
    }
    for hit in hits.iter().filter(|hit| meaning(hit) == Meaning::Answers && !affirmed(hit)) {
        answer(tokens, hit.span(), marks);
    }
    for hit in hits.iter().filter(|hit| meaning(hit) == Meaning::Ends && !affirmed(hit)) {
        let span = hit.span();
        if marks[span.first] & NEGATED == 0 {
            backward(tokens, span.first, marks);
            // "Acne free" negates its own first word.
            marks[span.first] |= NEGATED | NEGATED_HERE;
        } else {
            // "Never acne free" is acne.
            marks[span.first..=span.last].fill(0);
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

/// "Acne? No.", "acne no, redness yes": what closes a clause says no to what stands before it.
fn answer(tokens: &[Token], span: Span, marks: &mut [u8]) {
    let closes = tokens
        .get(span.last + 1)
        .is_none_or(|next| next.gap != Gap::Space || next.classes & class::CONTRAST != 0);
    let joins = class::CONTRAST | class::AND;
    let opens = tokens[span.first].gap != Gap::Space;
    let mut first = span.first;
    // "But I don't": the word that joins belongs to neither.
    if !opens && first > 0 && tokens[first - 1].classes & joins != 0 {
        first -= 1;
    }
    if !closes || first == 0 || tokens[first - 1].classes & class::OR != 0 {
        return;
    }
    let joined = opens || first < span.first;
    let end = if joined { Gap::Stop } else { Gap::Comma };
    first -= 1;
    while first > 0 && span.first - first <= ANSWER && tokens[first].gap < end {
        if tokens[first - 1].classes & class::CONTRAST != 0 {
            break;
        }
        // "I want my acne gone" says what is to be.
        if !joined && tokens[first - 1].classes & class::HOPING != 0 {
            return;
        }
        first -= 1;
    }
    for mark in &mut marks[first..span.first] {
        *mark |= NEGATED;
    }
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
pub(crate) fn negates(tokens: &[Token], marks: &[u8], hit: &Hit, mask: u8) -> bool {
    // The first word decides: a negation inside a phrase belongs to it.
    hit.pieces().iter().any(|piece| {
        marks.get(piece.first).is_some_and(|mark| mark & mask != 0)
            && tokens[piece.first].classes & class::OWN == 0
    })
}
