//! The known name that was probably meant.

use strsim::osa_distance;

/// The nearest of the candidates, if it is near enough to be a typo; the first of equals.
///
/// Near enough is one edit for up to four letters, two for up to eight and three beyond, a swap
/// of neighbors being one: `acnee` means `acne`, but `wrinkles` is nobody's typo for `redness`.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = folded(typed);
    let typed_length = typed.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let folded = folded(candidate);
        let length = folded.chars().count();
        let limit = tolerance(typed_length.min(length));
        if length.abs_diff(typed_length) > limit {
            continue;
        }
        let distance = osa_distance(&typed, &folded);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

const fn tolerance(length: usize) -> usize {
    match length {
        0..=1 => 0,
        2..=4 => 1,
        5..=8 => 2,
        _ => 3,
    }
}

/// Beyond this many characters nothing is a typo of a name.
const LONGEST: usize = 80;

fn folded(name: &str) -> String {
    name.chars()
        .take(LONGEST)
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '-' | '_' | '–') { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const CONCERNS: [&str; 4] = ["acne", "redness", "dullness", "aging"];

    #[test]
    fn a_slip_finds_what_was_meant() {
        assert_eq!(nearest("acnee", CONCERNS), Some("acne"));
        assert_eq!(nearest("rednes", CONCERNS), Some("redness"));
        assert_eq!(nearest("AGNIG", CONCERNS), Some("aging"));
        assert_eq!(nearest("leafy greens", ["leafy-greens"]), Some("leafy-greens"));
    }

    #[test]
    fn another_word_finds_nothing() {
        assert_eq!(nearest("wrinkles", CONCERNS), None);
        assert_eq!(nearest("", CONCERNS), None);
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("tea", ["oats", "kale"]), None);
    }

    #[test]
    fn of_two_equally_near_the_first_is_taken() {
        assert_eq!(nearest("cat", ["bat", "hat"]), Some("bat"));
    }
}
