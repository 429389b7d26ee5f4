//! Regular English forms, for words that phrases use.

/// The plural of a noun, or the third person of a verb.
pub(crate) fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        format!("{stem}ies")
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// The regular forms of a verb.
pub(crate) fn verb_forms(verb: &str) -> Vec<String> {
    let past = if let Some(stem) = consonant_y(verb) {
        format!("{stem}ied")
    } else {
        format!("{}d", before_ed(verb))
    };
    let progressive = match verb.strip_suffix('e') {
        Some(stem) if !verb.ends_with("ee") && !verb.ends_with("ye") => format!("{stem}ing"),
        _ => format!("{}ing", doubled(verb)),
    };
    vec![with_s(verb), past, progressive]
}

fn before_ed(verb: &str) -> String {
    if verb.ends_with('e') { verb.to_owned() } else { format!("{}e", doubled(verb)) }
}

/// The singular that a regular plural comes from.
pub(crate) fn singular(word: &str) -> Option<String> {
    if word.len() < 4 || ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        return None;
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    let stem = word.strip_suffix('s')?;
    if let Some(short) = stem.strip_suffix('e')
        && ["ss", "us", "x", "z", "ch", "sh"].iter().any(|end| short.ends_with(end))
        && !short.ends_with("ous")
    {
        return Some(short.to_owned());
    }
    Some(stem.to_owned())
}

fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// With its last consonant twice, where a short verb does that: `scar`, `scarring`.
fn doubled(verb: &str) -> String {
    let bytes = verb.as_bytes();
    let vowel = |byte: u8| b"aeiou".contains(&byte);
    match bytes {
        [.., before, middle, last]
            if vowel(*middle)
                && !vowel(*before)
                && !vowel(*last)
                && !b"wxy".contains(last)
                && bytes.iter().filter(|byte| vowel(**byte)).count() == 1 =>
        {
            format!("{verb}{}", char::from(*last))
        }
        _ => verb.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{singular, verb_forms, with_s};

    #[test]
    fn regular_forms() {
        assert_eq!(verb_forms("flake"), ["flakes", "flaked", "flaking"]);
        assert_eq!(verb_forms("scar"), ["scars", "scarred", "scarring"]);
        assert_eq!(verb_forms("itch"), ["itches", "itched", "itching"]);
        assert_eq!(verb_forms("dry"), ["dries", "dried", "drying"]);
        assert_eq!(verb_forms("swell"), ["swells", "swelled", "swelling"]);
        assert_eq!(with_s("rash"), "rashes");
    }

    #[test]
    fn plurals_come_back() {
        for (plural, word) in [
            ("rashes", "rash"),
            ("pimples", "pimple"),
            ("allergies", "allergy"),
            ("lines", "line"),
            ("bruises", "bruise"),
        ] {
            assert_eq!(singular(plural).as_deref(), Some(word));
        }
        assert_eq!(singular("redness"), None);
        assert_eq!(singular("psoriasis"), None);
    }
}
