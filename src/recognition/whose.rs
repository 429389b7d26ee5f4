//! Whom a population or a diet is told of.

use super::find::{Span, Token};
use super::index::class;
use super::text::Gap;

/// Between somebody and what is told of them stand no more telling words: "takes", "has to eat".
const TELLING: usize = 2;
/// "My" stands this close before them.
const BY_NAME: usize = 2;

/// "My sister is pregnant": somebody of the speaker's, and not the speaker, stands before it in its
/// clause. In doubt it is the speaker's.
pub(crate) fn is_of_others(tokens: &[Token], span: Span) -> bool {
    const JOINS: u128 = class::PERSON | class::CONTRAST | class::AND | class::OR;
    // "I am pregnant" says whom it tells of.
    if tokens[span.first..=span.last].iter().any(|word| word.classes & class::PERSON != 0)
        || joined_by_speaker(&tokens[span.last + 1..])
    {
        return false;
    }
    let (mut at, mut telling) = (span.first, 0);
    while at > 1 && tokens[at].gap == Gap::Space {
        at -= 1;
        let classes = tokens[at].classes;
        if classes & class::REMOTE != 0 {
            // A "twin pregnancy" is no twin's, and an "if" is nobody's: "my best friend" is somebody.
            let own = |word: &Token| word.classes & class::PERSON != 0 && word.classes & class::FILLER != 0;
            let named = (at.saturating_sub(BY_NAME)..at)
                .any(|first| own(&tokens[first]) && together(&tokens[first + 1..=at]));
            return named && at + 1 < span.first;
        }
        telling += usize::from(classes & class::FILLER == 0);
        if classes & JOINS != 0 || telling > TELLING {
            return false;
        }
    }
    false
}

fn together(tokens: &[Token]) -> bool {
    tokens.iter().all(|token| token.gap == Gap::Space)
}

/// "And so do I", "me too": before the sentence ends, a clause ends with the speaker.
fn joined_by_speaker(after: &[Token]) -> bool {
    let clauses = after.chunk_by(|_, next| next.gap == Gap::Space);
    clauses.take_while(|clause| !clause[0].gap.parts()).any(|clause| {
        let last = clause
            .iter()
            .rposition(|word| word.classes & class::FILLER == 0 || word.classes & class::PERSON != 0);
        last.is_some_and(|at| clause[at].classes & class::PERSON != 0)
    })
}
