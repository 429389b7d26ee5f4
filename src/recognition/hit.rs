//! Where in a text a phrase was found.

use super::index::{Meaning, Need, Pattern};
use crate::knowledge::model::Target;

/// A run of words: the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) first: usize,
    pub(crate) last: usize,
}

impl Span {
    #[expect(clippy::needless_bitwise_bool, reason = "one branch less")]
    pub(crate) fn overlaps(self, other: Self) -> bool {
        (self.first <= other.last) & (other.first <= self.last)
    }

    pub(crate) fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    pub(super) fn cover(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

/// How many sequences of a phrase are kept apart; the content's longest phrases have fewer.
const PIECES: usize = 6;

/// A phrase found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    /// As of the phrase: asked so often that they stand here as well.
    pub(crate) meaning: Meaning,
    pub(crate) need: Need,
    pub(crate) wanted: bool,
    /// How many elements the phrase has.
    pub(crate) elements: u8,
    /// Whether it speaks of a concern or a condition.
    pub(crate) is_concern: bool,
    /// Its sequences, in the order of the phrase.
    pieces: [Run; PIECES],
    /// From its first word to its last.
    whole: Run,
    /// How many of them there are.
    len: u8,
    /// By sequence: whether it begins another part of an `and`.
    parts: u8,
}

/// A span in a quarter of the room: hits are copied and looked through all the time, and a passage
/// has no more words than that.
type Run = (u16, u16);

fn packed(span: Span) -> Run {
    let quarter = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
    (quarter(span.first), quarter(span.last))
}

fn unpacked((first, last): Run) -> Span {
    Span { first: usize::from(first), last: usize::from(last) }
}

impl Hit {
    /// None of its sequences has been found yet, but where one of them stands is known.
    pub(super) fn new(pattern: &Pattern, home: Span) -> Self {
        let home = packed(home);
        let Pattern { meaning, need, wanted, len: elements, .. } = *pattern;
        let is_concern = matches!(meaning, Meaning::Speaks(Target::Concern(_) | Target::Condition(_)));
        let pieces = [home; PIECES];
        Self { meaning, need, wanted, elements, is_concern, pieces, whole: home, len: 0, parts: 0 }
    }

    /// Adds the next sequence; false if there are too many.
    pub(super) fn add(&mut self, piece: Span, begins_part: bool) -> bool {
        let Some(room) = self.pieces.get_mut(usize::from(self.len)) else { return false };
        *room = packed(piece);
        self.whole = packed(self.span().cover(piece));
        self.parts |= u8::from(begins_part) << self.len;
        self.len += 1;
        true
    }

    /// Whether a run of words is none of those taken: one word does not say two things.
    pub(super) fn leaves(&self, home: Span, span: Span) -> bool {
        !home.overlaps(span) && !self.pieces().any(|piece| piece.overlaps(span))
    }

    /// Its sequences.
    pub(crate) fn pieces(&self) -> impl DoubleEndedIterator<Item = Span> {
        self.pieces[..usize::from(self.len)].iter().copied().map(unpacked)
    }

    /// Its first sequence.
    pub(crate) fn first_piece(&self) -> Span {
        unpacked(self.pieces[0])
    }

    /// The parts of an `and`, each from its first word to its last.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Span> + '_ {
        let mut at = 0;
        let piece = |at: u8| (at < self.len).then(|| unpacked(self.pieces[usize::from(at)]));
        std::iter::from_fn(move || {
            let mut span = piece(at)?;
            at += 1;
            while self.parts & (1 << at) == 0
                && let Some(next) = piece(at)
            {
                span = span.cover(next);
                at += 1;
            }
            Some(span)
        })
    }

    /// From its first word to its last.
    pub(crate) fn span(&self) -> Span {
        unpacked(self.whole)
    }

    /// Whether it shares words with another, or stands around some of it.
    #[expect(clippy::needless_bitwise_bool, reason = "one branch less")]
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        (self.whole.0 <= other.whole.1) & (other.whole.0 <= self.whole.1)
    }

    /// Whether its sequences stand side by side, so that it stands for all its words.
    pub(crate) fn is_compact(&self) -> bool {
        let words: usize = self.pieces().map(|piece| piece.last - piece.first + 1).sum();
        let whole = self.span();
        words == whole.last - whole.first + 1
    }

    /// Whether it is one sequence, so that it stands for all its words.
    pub(crate) fn is_solid(&self) -> bool {
        self.len == 1
    }
}
