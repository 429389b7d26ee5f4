//! Many things tested, of which few pass.

/// Calls `each` with the place of each item that passes a test. All are tested first, without a
/// branch between them: which of them pass, no processor can foresee.
pub(crate) fn sieve<T>(items: &[T], test: impl Fn(&T) -> bool, mut each: impl FnMut(usize)) {
    for (nth, some) in items.chunks(64).enumerate() {
        let mut passed: u64 = 0;
        for item in some.iter().rev() {
            passed = 2 * passed + u64::from(test(item));
        }
        while passed != 0 {
            each(64 * nth + passed.trailing_zeros() as usize);
            passed &= passed - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sieve;

    #[test]
    fn all_that_pass_are_called_in_order() {
        let numbers: Vec<u32> = (0..200).collect();
        let mut places = Vec::new();
        sieve(&numbers, |number| number % 63 == 0, |place| places.push(place));
        assert_eq!(places, [0, 63, 126, 189]);
    }
}
