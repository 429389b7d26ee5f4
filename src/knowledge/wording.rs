//! The parts of the vocabulary: forms of words, sets of words, negation, context.

use serde::Serialize;

/// One word and what counts as the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forms {
    /// The word.
    pub word: &'static str,
    /// Its other forms, apart by spaces.
    pub forms: &'static str,
}

/// How many classes there may be: recognition keeps those of a word as bits.
pub const MOST_CLASSES: usize = 114;

/// A named set of words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WordClass {
    /// As phrases name it.
    pub name: &'static str,
    /// Its words, apart by spaces; `{name}` takes in all that another class has.
    pub words: &'static str,
    /// Phrases that say the same as one of its words.
    pub phrases: &'static [&'static str],
}

/// How people say that they do not have something.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Negation {
    /// What negates the words after it: `no`, `without`, `used to have`.
    pub before: &'static [&'static str],
    /// What looks like it and does not: `not only`, `no stranger to`.
    pub not_before: &'static [&'static str],
    /// What negates the words before it: `is gone`, `cleared up`.
    pub after: &'static [&'static str],
    /// What says no to the sentence or clause before it: `Acne? No.`, `…, mine isn't`.
    pub answers: &'static [&'static str],
    /// Words that end what is negated: `but`, `just`.
    pub contrast: &'static [&'static str],
    /// Words that begin something new after a comma or an `and`: `i`, `my`, `it`.
    pub starters: &'static [&'static str],
    /// Words that turn a negation around: `no relief from itching` is itching.
    pub undoing: &'static [&'static str],
    /// Words after which an end is only hoped for: `want my acne gone`.
    pub hoping: &'static [&'static str],
    /// What negates the words after it, unless it is negated itself: `outgrew`, `free of`.
    pub losing: &'static [&'static str],
    /// Two parts with `near`: what stands between them is not so: `had near years ago`.
    pub between: &'static [&'static str],
    /// Two parts with `near`, of which the first belittles one concern beside another: `less near than`.
    pub less: &'static [&'static str],
    /// The same the other way around: `more near than`.
    pub more: &'static [&'static str],
    /// What sets apart something that is there: `apart from`.
    pub apart: &'static [&'static str],
    /// What says that something gone is there again: `came back`.
    pub returns: &'static [&'static str],
    /// What says no to the sentence or clause before it, where that is about somebody else or about what only might be: `my skin is clear`.
    pub spared: &'static [&'static str],
    /// Words, many in each item, that begin a new clause even without a comma: `its`, `i`.
    pub openers: &'static [&'static str],
    /// Words, many in each item, of somebody else, or of what only might be: `sister`, `expected`.
    pub remote: &'static [&'static str],
    /// Phrases whose absence is the concern itself: `no glow`.
    pub wanted: &'static [&'static str],
}

/// What is about skin and what is not.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Context {
    /// Words that say it is about skin.
    pub skin: &'static [&'static str],
    /// Words that say it is about something else.
    pub elsewhere: &'static [&'static str],
    /// Words that name complaints of their own, on skin or not: `rash`, `throat`.
    pub complaints: &'static [&'static str],
    /// Words of somebody who speaks of a body: `my`, `i`, `her`.
    pub person: &'static [&'static str],
    /// Phrases that count only where it is about skin.
    pub needs_skin: &'static [&'static str],
    /// Phrases that count where it is about skin, or where somebody speaks of a body.
    pub needs_person: &'static [&'static str],
    /// Phrases that count unless it is about something else.
    pub unless_elsewhere: &'static [&'static str],
    /// Phrases in which none of the words count.
    pub not_skin: &'static [&'static str],
    /// Phrases that say that a sign is not there: past, of an animal, only talked about.
    pub hearsay: &'static [&'static str],
    /// Phrases that say that it is there now, whatever else the sentence tells.
    pub happening: &'static [&'static str],
}
