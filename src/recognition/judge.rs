//! Which of the phrases found count, and whether they are negated.

use super::context::{self, Standing};
use super::find::{Hit, Span, Token};
use super::heard::{Correction, Match, Recognition};
use super::index::{Index, Meaning, Need, class};
use super::negation::{NEGATED, NEGATED_HERE, negates};
use super::text::Gap;
use super::whose;
use crate::knowledge::model::{RedFlagKey, Target};

/// Writes the matches of a text; `hits` is thinned out.
pub(crate) fn judge(
    index: &Index,
    tokens: &mut [Token],
    hits: &mut Vec<Hit>,
    marks: &[u8],
    into: &mut Recognition,
) {
    drop_ignored(tokens, hits);
    drop_homeless(tokens, hits, marks);
    let tokens = &*tokens;
    let speaks = hits.iter().any(|hit| hit.is_concern && context::is_said_of_oneself(tokens, hit.span()));
    let others = |hit: &Hit, target: Target| {
        let of_whom = matches!(target, Target::Population(_) | Target::Diet(_));
        speaks && of_whom && whose::is_of_others(tokens, hit.span())
    };
    for hit in &*hits {
        let Meaning::Speaks(target) = hit.meaning else { continue };
        let flag = if let Target::RedFlag(key) = target { Some(key) } else { None };
        if hit.is_concern && is_beaten(hits, hit) || flag.is_some_and(|key| cancelled(tokens, hits, hit, key))
        {
            continue;
        }
        let mask = if flag.is_some() { NEGATED_HERE } else { NEGATED };
        let spared = || matches!(target, Target::Population(_)) && is_spared(hits, hit);
        let negated = !hit.wanted && (negates(tokens, marks, hit, mask) || others(hit, target)) && !spared();
        into.matches.extend(hit.parts().map(|part| found(index, tokens, target, part, negated)));
    }
}

/// Leaves out the words of idioms. One takes its words out of longer phrases too, but silences no
/// red flag.
fn drop_ignored(tokens: &mut [Token], hits: &mut Vec<Hit>) {
    // The two sides of "high and dry" stand with nothing but the "and" between them.
    let is_one = |hit: &Hit| {
        let words: usize = hit.pieces().map(|piece| length(piece) + 1).sum();
        let parts = hit.parts().count();
        parts == 1 || length(hit.span()) + 2 <= words + parts
    };
    let idioms: Vec<Span> =
        hits.iter().filter(|hit| hit.meaning == Meaning::Ignored && is_one(hit)).map(Hit::span).collect();
    if idioms.is_empty() {
        return;
    }
    // "Neck and neck" speaks of no neck.
    for token in idioms.iter().flat_map(|idiom| idiom.first..=idiom.last) {
        tokens[token].classes &= !class::SKIN;
    }
    let takes = |idiom: &Span, piece: Span| idiom.overlaps(piece) && length(*idiom) >= length(piece);
    // "A baby bump" is no baby, but who is "trying for a baby" says so word for word.
    let named =
        |idiom: &Span, hit: &Hit| *idiom == hit.span() && usize::from(hit.elements) == length(*idiom) + 1;
    hits.retain(|hit| match hit.meaning {
        Meaning::Ignored => false,
        // Nor does it silence what cancels one: a "baby bump" is no bump on a baby.
        Meaning::Speaks(Target::RedFlag(_)) | Meaning::Cancels(_) | Meaning::Hearsay | Meaning::Happening => {
            true
        }
        Meaning::Speaks(Target::Population(_) | Target::Diet(_)) => {
            !idioms.iter().any(|idiom| !named(idiom, hit) && hit.pieces().any(|piece| takes(idiom, piece)))
        }
        _ => !idioms.iter().any(|idiom| hit.pieces().any(|piece| takes(idiom, piece))),
    });
}

/// Leaves out what is not about skin. Only a phrase that counts itself can take the words of
/// another.
fn drop_homeless(tokens: &mut [Token], hits: &mut Vec<Hit>, marks: &[u8]) {
    drop_owned(tokens, hits);
    // What needs no context is context for the rest: "spots and flushing after wine".
    for hit in hits.iter().filter(|hit| hit.need == Need::Nothing && hit.is_concern) {
        tokens[hit.span().first].classes |= class::SKIN;
        tokens[hit.span().last].classes |= class::SKIN;
    }
    let tokens = &*tokens;
    let mut about_skin = tokens.iter().any(|token| token.classes & class::SKIN != 0);
    let mut alone = Vec::new();
    hits.retain(|hit| {
        if !hit.is_concern {
            return true;
        }
        match context::standing(tokens, hit.span(), hit.need) {
            Standing::Admitted => about_skin = true,
            Standing::Refused => return false,
            Standing::Alone => alone.push(hit.span()),
        }
        true
    });
    let homeless = |span: Span| !alone.iter().any(|other| context::together(tokens, span, *other));
    if !about_skin && !alone.is_empty() && !context::nothing_else(tokens, &alone, marks) {
        hits.retain(|hit| !hit.is_concern || !homeless(hit.span()));
    }
}

/// Leaves out the bodies of other things.
fn drop_owned(tokens: &mut [Token], hits: &mut Vec<Hit>) {
    if tokens.iter().all(|token| token.classes & class::ELSEWHERE == 0) {
        return;
    }
    for at in 1..tokens.len() {
        if tokens[at].classes & class::SKIN == 0 {
            continue;
        }
        let Some(owner) = context::owner(tokens, at) else { continue };
        let before = hits.len();
        // A "turkey neck" names its thing itself.
        let own = |piece: Span| (piece.first..=piece.last).contains(&at) && piece.first > owner;
        hits.retain(|hit| !hit.is_concern || !hit.pieces().any(own));
        // An "eye cream" is for skin.
        if hits.len() < before {
            tokens[at].classes &= !class::SKIN;
        }
    }
}

/// "Allergies: none except eggs": what is set apart within a phrase is so.
fn is_spared(hits: &[Hit], hit: &Hit) -> bool {
    let is_within = |other: &Hit| other.meaning == Meaning::Excepts && hit.span().holds(other.span());
    hits.iter().any(is_within)
}

/// Whether another concern takes the words of one.
fn is_beaten(hits: &[Hit], own: &Hit) -> bool {
    hits.chunks(64).any(|some| {
        // Those that stand in its way, without a branch: few do, and no processor can foresee which.
        let mut rivals: u64 = 0;
        for other in some.iter().rev() {
            let is_rival = other.overlaps(own) & other.is_concern & !std::ptr::eq(other, own);
            rivals = 2 * rivals + u64::from(is_rival);
        }
        while rivals != 0 {
            if beats(&some[rivals.trailing_zeros() as usize], own) {
                return true;
            }
            rivals &= rivals - 1;
        }
        false
    })
}

/// Whether a concern, which stands in the way of another, takes its words: "dark spots" those of "spots".
fn beats(other: &Hit, own: &Hit) -> bool {
    let (theirs, ours) = (other.span(), own.span());
    // Of two names for the same words, the finer one stays.
    let finer = theirs == ours
        && matches!(
            (own.meaning, other.meaning),
            (Meaning::Speaks(Target::Concern(_)), Meaning::Speaks(Target::Condition(_)))
        );
    let solid = other.is_solid() || own.meaning == other.meaning && other.is_compact();
    // "Red pimples on my cheeks": the red is that of the pimples.
    let taken = |piece: Span| theirs.holds(piece) && length(theirs) > length(piece) && !own.is_solid();
    solid && theirs.holds(ours) && (theirs != ours || finer)
        || other.is_solid() && own.meaning != other.meaning && own.pieces().any(taken)
        || !own.is_compact()
            && own.meaning == other.meaning
            && (other.is_solid() || length(theirs) < length(ours))
}

fn length(span: Span) -> usize {
    span.last - span.first
}

fn cancelled(tokens: &[Token], hits: &[Hit], hit: &Hit, key: RedFlagKey) -> bool {
    let named = |other: &Hit| {
        let (theirs, ours) = (other.span(), hit.span());
        other.meaning == Meaning::Cancels(key) && (theirs.overlaps(ours) || same_clause(tokens, theirs, ours))
    };
    hits.iter().any(named) || is_hearsay(tokens, hits, hit)
}

/// Whether it stands in a sentence that tells of what is not there, and in the very clause that tells
/// so. In doubt it is there: "I read about it, and my throat is closing".
fn is_hearsay(tokens: &[Token], hits: &[Hit], hit: &Hit) -> bool {
    let of = |meaning: Meaning| hits.iter().filter(move |other| other.meaning == meaning).map(Hit::span);
    let beside = |meaning: Meaning, piece: Span| of(meaning).any(|told| same_sentence(tokens, told, piece));
    let told = |piece: Span| of(Meaning::Hearsay).any(|told| same_clause(tokens, told, piece));
    hit.pieces().any(told)
        && hit.pieces().all(|piece| beside(Meaning::Hearsay, piece) && !beside(Meaning::Happening, piece))
}

fn same_sentence(tokens: &[Token], one: Span, other: Span) -> bool {
    let (from, to) = (one.last.min(other.last), one.first.max(other.first));
    from >= to || tokens[from + 1..=to].iter().all(|token| !token.gap.parts())
}

fn same_clause(tokens: &[Token], one: Span, other: Span) -> bool {
    let (from, to) = (one.last.min(other.last), one.first.max(other.first));
    from >= to
        || tokens[from + 1..=to]
            .iter()
            .all(|token| token.gap == Gap::Space && token.classes & (class::CONTRAST | class::AND) == 0)
}

fn found(index: &Index, tokens: &[Token], target: Target, span: Span, negated: bool) -> Match {
    let words = &tokens[span.first..=span.last];
    Match {
        target,
        start: tokens[span.first].start as usize,
        end: tokens[span.last].end as usize,
        negated,
        corrected: words.iter().find(|token| token.fix > 0).map(|token| Correction {
            start: token.start as usize,
            end: token.end as usize,
            to: index.word(token.fix - 1),
        }),
    }
}
