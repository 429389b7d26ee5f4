//! Whether a phrase's next word stands beside its first: for most phrases that share words with a text
//! it does not, and that is told before anything else of them is read.

use super::index::Neighbor;

/// How many fillers may stand between two words of a phrase.
pub(crate) const FILLERS: usize = 3;
/// No farther away stands the next word.
const REACH: usize = FILLERS + 1;

/// The lexemes of a passage, between as many zeros as a neighbor may be away.
#[derive(Debug, Default)]
pub(crate) struct Row(Vec<u16>);

impl Row {
    /// Takes the lexemes of another passage.
    pub(crate) fn refill(&mut self, lexemes: impl Iterator<Item = u16>) {
        self.0.clear();
        self.0.extend([0; REACH]);
        self.0.extend(lexemes);
        self.0.extend([0; REACH]);
    }

    /// Whether a neighbor may stand beside a word, for all that can be told without a branch.
    pub(crate) fn may_have(&self, neighbor: Neighbor, at: usize) -> bool {
        let (lexeme, from) = (neighbor.lexeme(), if neighbor.is_before() { at } else { at + REACH + 1 });
        let beside = self.0.get(from..).and_then(<[_]>::first_chunk::<REACH>).unwrap_or(&[0; REACH]);
        let places = beside.iter().filter(|other| **other == lexeme).count();
        places + usize::from(lexeme == 0) > 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Neighbor, Row};

    #[test]
    fn a_neighbor_is_seen_on_its_own_side_and_no_farther_than_fillers_reach() {
        let mut row = Row::default();
        row.refill([7, 1, 2, 3, 4, 5, 9].into_iter());
        let seen = |neighbor, at| row.may_have(neighbor, at);
        assert!(seen(Neighbor::behind(9), 2) && !seen(Neighbor::behind(9), 1), "four words behind, not five");
        assert!(seen(Neighbor::before(7), 4) && !seen(Neighbor::before(7), 5), "four words before, not five");
        assert!(!seen(Neighbor::before(9), 5) && !seen(Neighbor::behind(7), 1), "the other side");
        assert!(!seen(Neighbor::behind(9), 6) && !seen(Neighbor::before(7), 0), "the word itself");
        assert!((0..7).all(|at| seen(Neighbor::default(), at)), "no neighbor is asked for");
    }
}
