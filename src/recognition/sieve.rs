//! Many things tested, of which few pass, and which of them do no processor can foresee: so no branch
//! depends on it until all are tested.

use super::index::{AT_ONCE, Besides, Run};

/// Things of which those are kept that pass a test: the place of one that fails is taken by the next.
#[derive(Debug)]
pub(crate) struct Kept<T> {
    /// What is kept, and room for more.
    things: Vec<T>,
    len: usize,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { things: Vec::new(), len: 0 }
    }
}

impl<T: Copy + Default> Kept<T> {
    /// Keeps of some things those that pass, in place of what was kept before.
    pub(crate) fn refill(&mut self, tested: impl Iterator<Item = (T, bool)>) {
        self.clear();
        for (thing, passes) in tested {
            self.keep_if(passes, thing);
        }
    }

    pub(crate) fn clear(&mut self) {
        self.len = 0;
    }

    /// Keeps a thing if it passes.
    pub(crate) fn keep_if(&mut self, passes: bool, thing: T) {
        if self.len == self.things.len() {
            self.things.resize(2 * self.len + 64, T::default());
        }
        self.things[self.len] = thing;
        self.len += usize::from(passes);
    }

    pub(crate) fn all(&self) -> &[T] {
        &self.things[..self.len]
    }
}

/// A word of a text and the things that are looked for with it.
pub(crate) type Start = (u32, Run);

/// A word, the first of eight things, and a bit for each that passed.
pub(crate) type Passed = (u32, u32, u32);

/// Keeps of the things that are looked for with some words those that pass a test, which says 1 or 0.
pub(crate) fn sieve(
    starts: &[Start],
    all: &[Besides],
    test: impl Fn(Besides) -> u32,
    passed: &mut Kept<Passed>,
) {
    let eights = starts.iter().flat_map(|&(word, (first, len))| {
        (0..len).step_by(AT_ONCE).map(move |from| (word, first + from, len - from))
    });
    passed.refill(eights.map(|(word, first, len)| {
        let mut bits = 0;
        if let Some(some) = all.get(first as usize..).and_then(<[_]>::first_chunk::<AT_ONCE>) {
            for besides in some.iter().rev() {
                bits = 2 * bits + test(*besides);
            }
        }
        bits &= u32::MAX >> 32_u32.saturating_sub(len);
        ((word, first, bits), bits != 0)
    }));
}

/// Calls `each` with every word and thing that passed, in order.
pub(crate) fn each_passed(passed: &Kept<Passed>, mut each: impl FnMut(usize, usize)) {
    for &(word, first, mut bits) in passed.all() {
        while bits != 0 {
            each(word as usize, (first + bits.trailing_zeros()) as usize);
            bits &= bits - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, Besides, Kept, each_passed, sieve};

    #[test]
    fn all_that_pass_are_called_in_order_each_with_its_word() {
        let mut all: Vec<Besides> = (0..40).map(|number| (number, 0)).collect();
        all.extend([Besides::default(); AT_ONCE]);
        let starts = [(7, (30, 0)), (1, (0, 3)), (2, (3, 20)), (3, (39, 1))];
        let mut passed = Kept::default();
        sieve(&starts, &all, |(number, _)| u32::from(number % 3 == 0), &mut passed);
        let mut places = Vec::new();
        each_passed(&passed, |word, place| places.push((word, place)));
        let expected = [(1, 0), (2, 3), (2, 6), (2, 9), (2, 12), (2, 15), (2, 18), (2, 21), (3, 39)];
        assert_eq!(places, expected);
    }
}
