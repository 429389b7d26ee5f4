//! A smallest set that covers everything, exactly. Candidates come best first, so that of several
//! smallest sets the best one is taken, and ties never depend on chance.

use std::collections::BTreeMap;

/// Which of the things to cover a candidate covers: a bit each.
pub(super) type Mask = u128;

/// Up to so many things the set is a smallest one; beyond, where looking at every combination would
/// never end, each step takes what covers most. The article knows four.
const EXACT_UP_TO: u32 = 16;

/// Places of candidates that together cover all that can be covered, in the order given. It is a
/// smallest such set; of several, the one whose best member stands first, then whose second best
/// does, and so on.
pub(super) fn smallest_cover(candidates: &[Mask]) -> Vec<usize> {
    let mut open = candidates.iter().fold(0, |all, mask| all | mask);
    let mut sizes = Sizes::new(candidates);
    let exact = open.count_ones() <= EXACT_UP_TO;
    let mut chosen = Vec::new();
    while open != 0 {
        let place = if exact { sizes.first_of_a_smallest(open) } else { widest(candidates, open) };
        let Some(place) = place else { break };
        chosen.push(place);
        open &= !candidates[place];
    }
    chosen.sort_unstable();
    chosen
}

/// The first candidate that covers most of what is open.
fn widest(candidates: &[Mask], open: Mask) -> Option<usize> {
    let width = |place: &usize| (candidates[*place] & open).count_ones();
    (0..candidates.len()).rev().max_by_key(width).filter(|place| width(place) > 0)
}

/// How many candidates it takes to cover a mask, remembered.
struct Sizes<'a> {
    candidates: &'a [Mask],
    known: BTreeMap<Mask, Option<usize>>,
    distinct: Vec<Mask>,
}

impl<'a> Sizes<'a> {
    fn new(candidates: &'a [Mask]) -> Self {
        let mut distinct = candidates.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        Self { candidates, known: BTreeMap::from([(0, Some(0))]), distinct }
    }

    /// The size of a smallest cover; none if there is no cover.
    fn of(&mut self, open: Mask) -> Option<usize> {
        if let Some(size) = self.known.get(&open) {
            return *size;
        }
        // Whatever covers all covers the lowest open thing too, so it is enough to try those.
        let lowest = open & open.wrapping_neg();
        let mut best: Option<usize> = None;
        for place in 0..self.distinct.len() {
            let mask = self.distinct[place];
            if mask & lowest == 0 {
                continue;
            }
            let size = self.of(open & !mask).map(|rest| rest + 1);
            best = [best, size].into_iter().flatten().min();
        }
        self.known.insert(open, best);
        best
    }

    /// The first candidate that is part of a smallest cover.
    fn first_of_a_smallest(&mut self, open: Mask) -> Option<usize> {
        let size = self.of(open)?;
        let candidates = self.candidates;
        (0..candidates.len()).find(|&place| {
            candidates[place] & open != 0 && self.of(open & !candidates[place]) == Some(size - 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

    use super::{Mask, smallest_cover};

    fn covered(candidates: &[Mask], places: &[usize]) -> Mask {
        places.iter().fold(0, |all, &place| all | candidates[place])
    }

    /// Every subset that covers all, tried one by one; the smallest, then the first by place.
    fn by_brute_force(candidates: &[Mask]) -> Vec<usize> {
        let all = covered(candidates, &(0..candidates.len()).collect::<Vec<_>>());
        (0..1_u32 << candidates.len())
            .map(|subset| (0..candidates.len()).filter(|place| subset >> place & 1 == 1).collect::<Vec<_>>())
            .filter(|places| covered(candidates, places) == all)
            .min_by_key(|places| (places.len(), places.clone()))
            .unwrap_or_default()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn a_cover_is_the_first_of_the_smallest(candidates in vec(0_u128..128, 0..11)) {
            prop_assert_eq!(smallest_cover(&candidates), by_brute_force(&candidates));
        }

        #[test]
        fn too_many_things_are_covered_all_the_same(candidates in vec(0_u128.., 0..40)) {
            let all = covered(&candidates, &(0..candidates.len()).collect::<Vec<_>>());
            prop_assert_eq!(covered(&candidates, &smallest_cover(&candidates)), all);
        }
    }

    #[test]
    fn one_that_covers_all_is_enough_even_if_it_stands_last() {
        assert_eq!(smallest_cover(&[0b001, 0b010, 0b100, 0b111]), [3]);
    }

    #[test]
    fn of_two_smallest_sets_the_one_with_the_better_first_member_is_taken() {
        assert_eq!(smallest_cover(&[0b0011, 0b0110, 0b1001, 0b1100]), [0, 3]);
    }

    #[test]
    fn nothing_to_cover_needs_nothing() {
        assert!(smallest_cover(&[]).is_empty());
        assert!(smallest_cover(&[0, 0]).is_empty());
    }

    #[test]
    fn sixteen_things_and_many_candidates_end_soon() {
        let candidates: Vec<Mask> =
            (0..400_u128).map(|n| (n * 2_654_435_761) >> 7 & 0xffff & !(n << 3)).collect();
        let places = smallest_cover(&candidates);
        let all = covered(&candidates, &(0..candidates.len()).collect::<Vec<_>>());
        assert_eq!(covered(&candidates, &places), all);
    }
}
