//! What the table that finds words has at a place.

/// What stands in a slot, from below: a lexeme, whether the word is a misspelling of another, one more
/// than its number, and the lower half of its hash. 0 is an empty slot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot(pub(crate) u64);

impl Slot {
    const MISSPELLED: u64 = 1 << 15;
    const HASH: u64 = 0xffff_ffff;

    pub(crate) fn new(hash: u64, number: u16, lexeme: u16, is_misspelled: bool) -> Self {
        let misspelled = if is_misspelled { Self::MISSPELLED } else { 0 };
        let lexeme = u64::from(lexeme) & (Self::MISSPELLED - 1);
        Self((hash & Self::HASH) << 32 | (u64::from(number) + 1) << 16 | misspelled | lexeme)
    }

    pub(crate) fn has(self, hash: u64) -> bool {
        self.0 >> 32 == hash & Self::HASH
    }

    pub(crate) fn word(self) -> u16 {
        let [_, _, low, high, ..] = self.0.to_le_bytes();
        u16::from_le_bytes([low, high]).saturating_sub(1)
    }

    pub(crate) fn is_misspelled(self) -> bool {
        self.0 & Self::MISSPELLED != 0
    }

    pub(crate) fn lexeme(self) -> u16 {
        let [low, high, ..] = self.0.to_le_bytes();
        u16::from_le_bytes([low, high & 0x7f])
    }
}
