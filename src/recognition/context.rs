//! Whether a phrase is about skin.

use super::find::{Span, Token};
use super::index::{Need, class};
use super::text::Gap;

/// Something else must stand this close to take a phrase away from skin.
const CLOSE: usize = 6;
/// A text this short is somebody answering "what is it?".
const SHORT: usize = 2;

/// What the words around a phrase make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It counts.
    Admitted,
    /// It is about something else.
    Refused,
    /// Nothing near says what it is about: the rest of the text may, or another one like it.
    Alone,
}

/// Whether a phrase has around it what it needs.
pub(crate) fn standing(tokens: &[Token], span: Span, need: Need) -> Standing {
    if need == Need::Nothing
        || tokens[span.first..=span.last].iter().any(|token| token.classes & class::SKIN != 0)
    {
        return Standing::Admitted;
    }
    let skin = distance(tokens, span, class::SKIN);
    let elsewhere = distance(tokens, span, class::ELSEWHERE)
        .filter(|away| *away <= CLOSE && !is_another_complaint(tokens, span, *away));
    let person = || {
        need == Need::Person
            && (tokens[span.first..=span.last].iter().any(|token| token.classes & class::PERSON != 0)
                || distance(tokens, span, class::PERSON).is_some_and(|away| away <= CLOSE))
    };
    match (skin, elsewhere) {
        (Some(skin), Some(elsewhere)) if skin > elsewhere => Standing::Refused,
        (Some(_), _) => Standing::Admitted,
        (None, Some(_)) if need == Need::NotElsewhere && is_said_of_oneself(tokens, span) => {
            Standing::Admitted
        }
        (None, Some(_)) => Standing::Refused,
        (None, None) if need == Need::NotElsewhere || answers(tokens, span) || person() => Standing::Admitted,
        (None, None) => Standing::Alone,
    }
}

/// Whether what stands some words away is a part of the body with a clause of its own: "redness, sore
/// throat", "a rash and my eyes are puffy". "Redness and swelling of the gums" is of the gums.
fn is_another_complaint(tokens: &[Token], span: Span, away: usize) -> bool {
    const OWN: usize = 3;
    if tokens[span.last].classes & class::COMPLAINT == 0 {
        return false;
    }
    let Some(part) = tokens.get(span.last + 1 + away) else { return false };
    let joins =
        |token: &Token| token.gap != Gap::Space || token.classes & (class::AND | class::CONTRAST) != 0;
    part.classes & class::COMPLAINT != 0
        && tokens[span.last + 1..=span.last + 1 + away].iter().rev().take(OWN).any(joins)
}

/// "I get breakouts from cheese": whoever has it stands right before it.
pub(crate) fn is_said_of_oneself(tokens: &[Token], span: Span) -> bool {
    let mut first = span.first;
    while first > 0 && tokens[first].gap == Gap::Space {
        first -= 1;
        let classes = tokens[first].classes;
        // "My" may be of anything: "my wrinkled shirt".
        if classes & class::FILLER == 0 {
            return classes & class::PERSON != 0;
        }
    }
    false
}

/// Whether a text is nothing but a phrase, or one with a word before it: "constant peeling". A word
/// behind it that is not a small one is what it is about: "oily rag".
fn answers(tokens: &[Token], span: Span) -> bool {
    const SMALL: u128 = class::FILLER | class::STARTER | class::UNDOING | class::HOPING;
    tokens.len() <= SHORT && tokens[span.last + 1..].iter().all(|token| token.classes & SMALL != 0)
}

/// Whether two phrases that nothing else speaks for say it together: "itchy and flaky".
pub(crate) fn together(tokens: &[Token], one: Span, other: Span) -> bool {
    if one.overlaps(other) || tokens[one.first].lexeme == tokens[other.first].lexeme {
        return false;
    }
    let (first, last) = if one.first < other.first { (one, other) } else { (other, one) };
    last.first - first.last <= CLOSE
        && tokens[first.last + 1..=last.first].iter().all(|token| !token.gap.parts())
}

/// Where something stands that a part of the body belongs to: "my cat's chin", "our hen has scaly
/// legs".
pub(crate) fn owner(tokens: &[Token], at: usize) -> Option<usize> {
    const HAS: u128 = class::FILLER | class::STARTER;
    const NEAR: usize = 4;
    let mut first = at;
    while first > 0 && at - first < NEAR && tokens[first].gap == Gap::Space {
        first -= 1;
        let classes = tokens[first].classes;
        if classes & class::ELSEWHERE != 0 {
            return (first + 1 == at || tokens[first + 1].classes & HAS == HAS).then_some(first);
        }
        if classes & (class::PERSON | class::SKIN | class::CONTRAST | class::AND) != 0 {
            return None;
        }
    }
    None
}

/// Whether a text that denies something speaks of nothing besides: "less red than before, still
/// red". With any other word that may be what it is about.
pub(crate) fn nothing_else(tokens: &[Token], own: &[Span], marks: &[u8]) -> bool {
    const SMALL: u128 =
        class::FILLER | class::PERSON | class::CONTRAST | class::AND | class::OR | class::HOPING;
    let of_things = |token: &Token| {
        token.classes & class::OPENER != 0 && token.classes & (class::PERSON | class::FILLER) == 0
    };
    !marks.is_empty()
        && tokens.iter().enumerate().all(|(at, token)| {
            let ours = own.iter().any(|span| (span.first..=span.last).contains(&at));
            ours || !of_things(token)
                && (token.classes & SMALL != 0 || marks.get(at).is_some_and(|mark| *mark != 0))
        })
}

/// How many words away the closest word of a class stands, in the same sentence.
fn distance(tokens: &[Token], span: Span, class: u128) -> Option<usize> {
    let mut after = tokens[span.last + 1..].iter().take_while(|token| !token.gap.parts());
    let after = after.position(|token| token.classes & class != 0);
    let mut before = None;
    let mut at = span.first;
    while at > 0 && !tokens[at].gap.parts() {
        at -= 1;
        if tokens[at].classes & class != 0 {
            before = Some(span.first - at - 1);
            break;
        }
    }
    match (before, after) {
        (Some(before), Some(after)) => Some(before.min(after)),
        (one, other) => one.or(other),
    }
}
