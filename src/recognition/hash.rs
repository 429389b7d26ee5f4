//! How words are hashed: the same when an index is built and when a text is read.

/// Longer words are nobody's vocabulary: their tail is not kept.
pub(crate) const LONGEST: usize = 32;

/// A hash of the first `len` bytes, behind which there are zeros: eight at once.
pub(crate) fn hash_padded(bytes: &[u8; LONGEST], len: usize) -> u32 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = 0;
    for eight in bytes.as_chunks::<8>().0.iter().take(len.div_ceil(8)) {
        hash = (hash ^ u64::from_le_bytes(*eight)).wrapping_mul(MIX);
        hash ^= hash >> 32;
    }
    let [_, _, _, _, high @ ..] = hash.wrapping_mul(MIX).to_le_bytes();
    u32::from_le_bytes(high)
}
