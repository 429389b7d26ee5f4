//! Counts, lists and quoting, so that all messages speak alike. Needs nothing but `std`.

use std::fmt::Display;

/// "no supports", "1 support", "3 supports".
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {}", plural(noun)),
        1 => format!("1 {noun}"),
        _ => format!("{number} {}", plural(noun)),
    }
}

/// More than one of it, by the regular rules of English.
#[must_use]
pub fn plural(noun: &str) -> String {
    let stem = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match stem {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|end| noun.ends_with(end)) => {
            format!("{noun}es")
        }
        None => format!("{noun}s"),
    }
}

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn all_of(items: impl IntoIterator<Item = impl Display>) -> String {
    joined(items, "and")
}

/// "a", "a or b", "a, b or c".
#[must_use]
pub fn one_of(items: impl IntoIterator<Item = impl Display>) -> String {
    joined(items, "or")
}

/// "`a`, `b`, `c`": what may be typed, for a list of choices.
#[must_use]
pub fn choices(items: impl IntoIterator<Item = impl Display>) -> String {
    let quoted_items: Vec<String> = items.into_iter().map(quoted).collect();
    quoted_items.join(", ")
}

/// Something that was typed, or can be: "`zinc`".
#[must_use]
pub fn quoted(item: impl Display) -> String {
    format!("`{item}`")
}

/// The text with its first letter as a capital, to begin a sentence with.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The text with a small first letter, for use inside a sentence; "HIV" and "L-glutamine" stay.
#[must_use]
pub fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), text.chars().nth(1)) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

fn joined(items: impl IntoIterator<Item = impl Display>, last_word: &str) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {last_word} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{all_of, capitalized, choices, count, one_of, plural, quoted, uncapitalized};

    #[test]
    fn one_thing_is_singular_and_all_else_is_not() {
        assert_eq!(count(0, "support"), "no supports");
        assert_eq!(count(1, "support"), "1 support");
        assert_eq!(count(12, "support"), "12 supports");
    }

    #[test]
    fn plurals_follow_the_regular_rules() {
        assert_eq!(plural("study"), "studies");
        assert_eq!(plural("day"), "days");
        assert_eq!(plural("alias"), "aliases");
        assert_eq!(plural("match"), "matches");
        assert_eq!(plural("red flag"), "red flags");
    }

    #[test]
    fn lists_join_their_last_two_by_a_word() {
        assert_eq!(all_of(Vec::<String>::new()), "");
        assert_eq!(all_of(["zinc"]), "zinc");
        assert_eq!(all_of(["zinc", "kefir"]), "zinc and kefir");
        assert_eq!(one_of(["acne", "redness", "aging"]), "acne, redness or aging");
    }

    #[test]
    fn what_can_be_typed_stands_in_backticks() {
        assert_eq!(quoted("juhl-2018"), "`juhl-2018`");
        assert_eq!(choices(["food", "habit"]), "`food`, `habit`");
    }

    #[test]
    fn a_sentence_begins_with_a_capital_in_any_script() {
        assert_eq!(capitalized("écru"), "Écru");
        assert_eq!(capitalized(""), "");
    }

    #[test]
    fn inside_a_sentence_only_abbreviations_keep_their_capital() {
        assert_eq!(uncapitalized("Taking HIV medicine"), "taking HIV medicine");
        assert_eq!(uncapitalized("A child"), "a child");
        assert_eq!(uncapitalized("HIV medicine"), "HIV medicine");
        assert_eq!(uncapitalized("L-glutamine"), "L-glutamine");
    }
}
