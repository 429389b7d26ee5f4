//! Where in a text a phrase was found.

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
pub(crate) const PIECES: usize = 6;

/// A phrase found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    /// Its number.
    pub(crate) pattern: usize,
    /// Its sequences, in the order of the phrase.
    pub(super) pieces: [Span; PIECES],
    /// From its first word to its last.
    pub(super) whole: Span,
    /// How many of them there are.
    pub(super) len: u8,
    /// By sequence: whether it begins another part of an `and`.
    pub(super) parts: u8,
}

impl Hit {
    /// Whether a run of words is none of those taken: one word does not say two things.
    pub(super) fn leaves(&self, home: Span, span: Span) -> bool {
        !home.overlaps(span) && !self.pieces().iter().any(|piece| piece.overlaps(span))
    }

    /// Its sequences.
    pub(crate) fn pieces(&self) -> &[Span] {
        &self.pieces[..usize::from(self.len)]
    }

    /// The parts of an `and`, each from its first word to its last.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Span> + '_ {
        let mut at = 0;
        std::iter::from_fn(move || {
            let mut span = *self.pieces().get(at)?;
            at += 1;
            while at < usize::from(self.len) && self.parts & (1 << at) == 0 {
                span = span.cover(self.pieces[at]);
                at += 1;
            }
            Some(span)
        })
    }

    /// From its first word to its last.
    pub(crate) fn span(&self) -> Span {
        self.whole
    }

    /// Whether its sequences stand side by side, so that it stands for all its words.
    pub(crate) fn is_compact(&self) -> bool {
        let words: usize = self.pieces().iter().map(|piece| piece.last - piece.first + 1).sum();
        words == self.whole.last - self.whole.first + 1
    }

    /// Whether it is one sequence, so that it stands for all its words.
    pub(crate) fn is_solid(&self) -> bool {
        self.len == 1
    }
}
