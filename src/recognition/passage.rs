//! How much of a text is read at once.

use super::text::{Gap, Word};

/// So many words are read at once, about ten pages: the rules look at all phrases beside all others,
/// and a line may have a megabyte.
const MOST: usize = 2048;

/// How many of `words` belong to the passage they begin with: all of them, or as many whole
/// sentences as can be read at once.
pub(crate) fn len(words: &[Word]) -> usize {
    if words.len() <= MOST {
        return words.len();
    }
    (1..=MOST).rfind(|at| words[*at].gap == Gap::Stop).unwrap_or(MOST)
}

#[cfg(test)]
mod tests {
    use super::super::text;
    use super::*;

    fn lens(text: &str) -> Vec<usize> {
        let mut words = Vec::new();
        text::words(text, |word| words.push(word));
        let mut lens = Vec::new();
        let mut rest = &words[..];
        while !rest.is_empty() {
            let (_, after) = rest.split_at(len(rest));
            lens.push(rest.len() - after.len());
            rest = after;
        }
        lens
    }

    #[test]
    fn a_text_is_cut_between_sentences_and_only_where_it_is_long() {
        assert_eq!(lens(&"dry skin. ".repeat(MOST / 2)), [MOST]);
        assert_eq!(lens(&"my dry skin. ".repeat(MOST)), [MOST / 3 * 3, MOST / 3 * 3, MOST / 3 * 3, 6]);
    }

    #[test]
    fn a_sentence_without_an_end_is_cut_somewhere() {
        assert_eq!(lens(&"dry ".repeat(MOST + 1)), [MOST, 1]);
    }
}
