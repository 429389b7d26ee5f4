//! Which words and classes a text has.

use super::index::{Besides, asked, class};

/// For each number of [`asked`] 1 or 0: a byte is read faster than a bit, and most are never touched.
#[derive(Debug, Clone)]
pub(crate) struct Present(Box<[u8; PLACES]>);

/// There is a place for every number, so that none has to be checked.
const PLACES: usize = 1 << 16;

impl Default for Present {
    fn default() -> Self {
        // Zeros from the allocator cost nothing until they are touched.
        let zeros = vec![0; PLACES].into_boxed_slice();
        let mut present =
            Self(zeros.try_into().unwrap_or_else(|_| unreachable!("they are as many as there are places")));
        present.add_classes(class::FILLER);
        present
    }
}

impl Present {
    pub(crate) fn add(&mut self, lexeme: u16) {
        self.0[usize::from(asked(lexeme))] = 1;
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
            self.0[usize::from(asked(lexeme))] = 0;
        }
        self.0[..usize::from(class::MOST)].fill(0);
        self.add_classes(class::FILLER);
    }

    /// Whether both are there: 1 or 0, as they are kept.
    pub(crate) fn both(&self, (one, other): Besides) -> u32 {
        u32::from(self.0[usize::from(one)] & self.0[usize::from(other)])
    }
}
