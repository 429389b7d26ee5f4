//! How words are hashed: the same when an index is built and when a text is read.

/// Longer words are nobody's vocabulary: their tail is not kept.
pub(crate) const LONGEST: usize = 32;

/// A fixed hash: the same on every machine, now and when the program was built. None for what is too
/// long to be anybody's word.
pub(crate) fn hash(bytes: &[u8]) -> Option<u64> {
    let mut padded = [0; LONGEST];
    padded.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(hash_padded(&padded, bytes.len()))
}

/// A hash of the first `len` bytes, behind which there are zeros: eight at once.
///
/// It stands for the word. Where only a half and a place are kept of it, that two words share these is
/// as likely as to guess a number of more than 40 bits.
pub(crate) fn hash_padded(bytes: &[u8; LONGEST], len: usize) -> u64 {
    let (eights, _) = bytes.as_chunks::<8>();
    // Never fewer than two, so that for most words nothing depends on how long they are.
    hash_eights(eights.iter().take(len.div_ceil(8).max(2)).map(|eight| u64::from_le_bytes(*eight)))
}

/// The same of a word of at most sixteen bytes, the first of them the lowest.
pub(crate) fn hash_short(eights: [u64; 2]) -> u64 {
    hash_eights(eights.into_iter())
}

fn hash_eights(eights: impl Iterator<Item = u64>) -> u64 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = 0;
    for eight in eights {
        hash = (hash ^ eight).wrapping_mul(MIX);
        hash ^= hash >> 32;
    }
    hash.wrapping_mul(MIX)
}

/// Where to begin to look for a hash, and what tells it from most others there: its upper half, in
/// which more is mixed.
pub(crate) fn upper(hash: u64) -> u32 {
    let [_, _, _, _, upper @ ..] = hash.to_le_bytes();
    u32::from_le_bytes(upper)
}
