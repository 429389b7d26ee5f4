//! Which words and classes a text has.

use super::index::{Besides, asked, class};

/// For each number of [`asked`] 1 or 0: a byte is read faster than a bit, and most are never touched.
/// Far more lexemes than the shipped content has would share places: without a doubt when it says no.
#[derive(Debug, Clone)]
pub(crate) struct Present([u8; PLACES]);

const PLACES: usize = 1 << 13;

impl Default for Present {
    fn default() -> Self {
        let mut present = Self([0; PLACES]);
        present.add_classes(class::FILLER);
        present
    }
}

impl Present {
    fn place(asked: u16) -> usize {
        usize::from(asked) % PLACES
    }

    pub(crate) fn add(&mut self, lexeme: u16) {
        self.0[Self::place(asked(lexeme))] = 1;
    }

    pub(crate) fn add_classes(&mut self, mut classes: u128) {
        while classes != 0 {
            self.0[classes.trailing_zeros() as usize] = 1;
            classes &= classes - 1;
        }
    }

    /// As before the first was added.
    pub(crate) fn clear(&mut self, lexemes: impl Iterator<Item = u16>) {
        for lexeme in lexemes {
            self.0[Self::place(asked(lexeme))] = 0;
        }
        self.0[..usize::from(class::MOST)].fill(0);
        self.add_classes(class::FILLER);
    }

    /// Whether both are there.
    pub(crate) fn both(&self, (one, other): Besides) -> bool {
        self.0[Self::place(one)] & self.0[Self::place(other)] != 0
    }
}
