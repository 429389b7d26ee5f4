//! Whether a phrase is about skin.

use super::find::{Span, Token};
use super::index::{Need, class};
use super::text::Gap;

/// Something else must stand this close to take a phrase away from skin.
const CLOSE: usize = 6;
/// A text this short is somebody answering "what is it?".
const SHORT: usize = 2;

/// Whether a phrase has around it what it needs. `about_skin` says that the text speaks of skin
/// somewhere.
pub(crate) fn admits(tokens: &[Token], span: Span, need: Need, about_skin: bool) -> bool {
    if need == Need::Nothing
        || tokens[span.first..=span.last].iter().any(|token| token.classes & class::SKIN != 0)
    {
        return true;
    }
    let skin = distance(tokens, span, class::SKIN);
    let elsewhere = distance(tokens, span, class::ELSEWHERE).filter(|away| *away <= CLOSE);
    match (skin, elsewhere) {
        (Some(skin), Some(elsewhere)) => skin <= elsewhere,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => need == Need::NotElsewhere || about_skin || tokens.len() <= SHORT,
    }
}

/// How many words away the closest word of a class stands, in the same sentence.
fn distance(tokens: &[Token], span: Span, class: u64) -> Option<usize> {
    let mut after = tokens[span.last + 1..].iter().take_while(|token| token.gap != Gap::Stop);
    let after = after.position(|token| token.classes & class != 0);
    let mut before = None;
    let mut at = span.first;
    while at > 0 && tokens[at].gap != Gap::Stop {
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
