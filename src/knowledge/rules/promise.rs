//! `promise`: our own words promise nothing. Titles of sources keep their words, and where the
//! article speaks (facts, `because`, `role`) it may say detoxification.

use crate::diagnostic::Code;
use crate::words::quoted;

use super::super::content::prose::{Voice, each};
use super::checking::Checking;

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    let content = checking.content;
    let problems = &mut *checking.problems;
    each(content, &mut |text, voice| {
        if let Some(promise) = promise(text.value(), voice) {
            problems
                .error(Code::Promise, text.place(), format!("{} is a promise", quoted(promise)))
                .help("say what is linked, supported or suggested, and how sure that is");
        }
    });
}

const WORDS: [&str; 7] = ["cure", "cures", "cured", "curing", "guarantee", "guaranteed", "miracle"];
const BEFORE_YOUR: [&str; 2] = ["heals", "treats"];

/// The first promise in a text.
fn promise(text: &str, voice: Voice) -> Option<&str> {
    let mut before = "";
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3) {
        // Most words are done with at their first letter.
        let found = match word.as_bytes()[0] | 0x20 {
            b'c' | b'g' | b'm' => WORDS.iter().any(|promise| promise.eq_ignore_ascii_case(word)),
            b'd' => {
                voice == Voice::Ours && word.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("detox"))
            }
            b'y' => {
                word.eq_ignore_ascii_case("your")
                    && BEFORE_YOUR.iter().any(|verb| verb.eq_ignore_ascii_case(before))
            }
            b'p' => word.eq_ignore_ascii_case("proven") && before.eq_ignore_ascii_case("clinically"),
            _ => false,
        };
        if found {
            return Some(word);
        }
        before = word;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Voice, promise};

    #[test]
    fn promises_are_found_as_words() {
        for text in [
            "It cures acne.",
            "A guaranteed result",
            "Detoxes the skin",
            "heals your gut",
            "clinically proven",
        ] {
            assert!(promise(text, Voice::Ours).is_some(), "{text}");
        }
        for text in ["secure", "healing", "It may help.", "treated skin", "not proven", "a cursory look"] {
            assert_eq!(promise(text, Voice::Ours), None, "{text}");
        }
    }

    #[test]
    fn the_article_may_say_detoxification() {
        assert_eq!(promise("poor detoxification", Voice::Article), None);
        assert!(promise("a cure", Voice::Article).is_some());
    }
}
