//! Everything recognition looks things up in, compiled from a knowledge base.
//!
//! Plain integers and one string: a copy of it can be written out as a static when the program is
//! built, so that starting costs nothing, not even relocations.

use std::ops::Range;

use serde::Serialize;

use super::hash::{hash, upper};
use super::slot::Slot;
use crate::knowledge::model::{RedFlagKey, Target};

/// Words, what they mean, and the phrases made of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Index {
    /// All words, one after the other.
    pub arena: &'static str,
    /// The words in the alphabet's order, and one more that ends the last.
    pub words: &'static [Entry],
    /// Open addressing: 32 bits of a word's hash, which with its place stand for it, and what most
    /// look-ups need besides.
    pub slots: &'static [u64],
    /// The lexemes.
    pub lexemes: &'static [Lexeme],
    /// The phrases that stand for classes, by the lexeme that they are looked for with.
    pub names: &'static [Name],
    /// For each of `names` what must be there; and [`AT_ONCE`] more, so that as many can be read anywhere.
    pub names_besides: &'static [Besides],
    /// The phrases, by the lexeme that they are looked for with.
    pub patterns: &'static [Pattern],
    /// For each of `patterns` what must be there, and as many more. By itself, since it mostly says no,
    /// and then nothing else has to be read.
    pub besides: &'static [Besides],
    /// What phrases are made of: lexemes, classes and joints.
    pub elements: &'static [u16],
    /// Words that a misspelling may stand for, by first letter.
    pub correctable: &'static [u16],
    /// Where a first letter's words start in `correctable`: 26 letters and the end.
    pub correctable_at: &'static [u32],
    /// The letters of each correctable word, as bits.
    pub correctable_letters: &'static [u32],
    /// By word: whether a misspelling may stand for it.
    pub word_reach: &'static [u8],
}

/// A word.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Entry {
    /// Where in the arena it starts.
    pub at: u32,
    /// The lexeme that it is a form of; 0 for an everyday word that no phrase uses.
    pub lexeme: u16,
    /// For a misspelling, one more than the word it stands for; else 0.
    pub fix: u16,
}

/// What a word says, whatever its form. All that most texts need of it stands together in memory, two
/// to a line of the cache.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[repr(align(32))]
pub struct Lexeme {
    /// The classes that it belongs to, as bits.
    pub classes: u128,
    /// Which of the names are looked for with it.
    pub names: Run,
    /// Which of the patterns are looked for with it.
    pub patterns: Run,
}

/// Some things side by side: where they start, and how many they are.
pub type Run = (u32, u32);

/// How many [`Besides`] are looked at together, so that no branch stands between them.
pub const AT_ONCE: usize = 8;

/// The two rarest elements of a phrase besides the one that it is looked for with, numbered among
/// all that may be asked for.
pub type Besides = (u16, u16);

/// A phrase that says the same as a word of a class.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Name {
    /// The class, and those that take it in.
    pub classes: u128,
    /// The phrase.
    pub pattern: Pattern,
}

/// A phrase, ready to be looked for; two to a line of the cache.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[repr(align(32))]
pub struct Pattern {
    /// What it says.
    pub meaning: Meaning,
    /// The classes that must be there.
    pub classes: u128,
    /// Where it starts in `elements`.
    pub at: u32,
    /// How many elements it has, joints included.
    pub len: u8,
    /// The element that it is looked for with.
    pub anchor: u8,
    /// A word right behind the anchor, or right before it, but for fillers.
    pub neighbor: Neighbor,
    /// What must be around it.
    pub need: Need,
    /// Whether its absence is the concern: negation does not count.
    pub wanted: bool,
    /// Whether fillers may stand between its words.
    pub fillers: bool,
}

/// A lexeme that must stand on a certain side of a word, and which; 0 for none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Neighbor(
    /// The lexeme, and in the highest bit whether it stands before.
    pub u16,
);

impl Neighbor {
    /// Lexemes are smaller: as elements of phrases they stand below the classes.
    const BEFORE: u16 = CLASS;

    pub(crate) fn behind(lexeme: u16) -> Self {
        Self(lexeme)
    }

    pub(crate) fn before(lexeme: u16) -> Self {
        Self(lexeme | Self::BEFORE)
    }

    pub(crate) fn is_before(self) -> bool {
        self.0 & Self::BEFORE != 0
    }

    pub(crate) fn lexeme(self) -> u16 {
        self.0 & !Self::BEFORE
    }
}

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Meaning {
    /// It speaks of something known.
    Speaks(Target),
    /// It stands for a class.
    Names,
    /// None of its words count.
    Ignored,
    /// It negates what follows.
    Negates,
    /// It looks like a negation and is none.
    Affirms,
    /// It negates what came before.
    Ends,
    /// It negates the clause or sentence before it.
    Answers,
    /// The same, where that speaks of somebody else or of what only might be.
    Spares,
    /// It negates what follows, unless it is negated itself.
    Loses,
    /// It negates what stands between its two parts.
    Between,
    /// The same, where it sets one concern below another.
    Under,
    /// It negates what follows, where it sets one concern above another.
    Exceeds,
    /// It takes back what was negated before it.
    Returns,
    /// It sets apart what is there from what is not.
    Excepts,
    /// It cancels a red flag in the same clause.
    Cancels(RedFlagKey),
    /// It cancels every red flag in the same clause, or with one of its parts there.
    Hearsay,
    /// It is said to happen now: nothing in its sentence is hearsay.
    Happening,
}

impl Meaning {
    /// Whether it can negate something.
    pub(crate) fn denies(self) -> bool {
        matches!(
            self,
            Self::Negates
                | Self::Loses
                | Self::Ends
                | Self::Answers
                | Self::Spares
                | Self::Between
                | Self::Under
                | Self::Exceeds
        )
    }
}

/// What must be around a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// Nothing closer than skin that is about something else.
    NotElsewhere,
    /// Somebody who speaks of a body, or something about skin.
    Person,
    /// Something about skin.
    Skin,
}

/// Joins two sequences that stand near each other in one sentence, in any order.
pub(crate) const NEAR: u16 = 0xfffe;
/// Joins two parts that stand anywhere.
pub(crate) const AND: u16 = 0xffff;
/// Marks an element as a class.
pub(crate) const CLASS: u16 = 0x8000;

/// An element as a number among all that may be asked for: classes first, then lexemes. There is
/// always a yes for 0, for want of anything to ask for: the class of fillers is part of no phrase.
pub(crate) fn asked(element: u16) -> u16 {
    if element & CLASS == 0 { element.saturating_add(class::MOST) } else { element & !CLASS }
}

/// Classes that recognition itself asks for, as bits; named ones follow.
pub(crate) mod class {
    use crate::knowledge::wording::MOST_CLASSES;

    pub(crate) const FILLER: u128 = 1;
    pub(crate) const SKIN: u128 = 1 << 1;
    pub(crate) const ELSEWHERE: u128 = 1 << 2;
    pub(crate) const CONTRAST: u128 = 1 << 3;
    pub(crate) const STARTER: u128 = 1 << 4;
    pub(crate) const UNDOING: u128 = 1 << 5;
    pub(crate) const HOPING: u128 = 1 << 6;
    pub(crate) const OR: u128 = 1 << 7;
    pub(crate) const AND: u128 = 1 << 8;
    pub(crate) const PERSON: u128 = 1 << 9;
    /// Of a word of a phrase that has a negation of its own: "not breathe".
    pub(crate) const OWN: u128 = 1 << 10;
    /// Of a word that begins a clause even without a comma.
    pub(crate) const OPENER: u128 = 1 << 11;
    /// Of somebody else, or of what only might be.
    pub(crate) const REMOTE: u128 = 1 << 12;
    /// Of what is a complaint of its own.
    pub(crate) const COMPLAINT: u128 = 1 << 13;
    /// How many there can be.
    pub(crate) const MOST: u16 = 128;
    /// The first named class.
    pub(crate) const NAMED: u16 = 14;
    const _: () = assert!(NAMED as usize + MOST_CLASSES == MOST as usize);
}

const _: () = assert!(size_of::<Lexeme>() == 32 && size_of::<Pattern>() == 32);

impl Index {
    /// The word of that number.
    #[must_use]
    pub fn word(&self, word: u16) -> &'static str {
        self.range(word).and_then(|range| self.arena.get(range)).unwrap_or_default()
    }

    /// The number of a folded word.
    #[must_use]
    pub fn find(&self, folded: &str) -> Option<u16> {
        self.slot(hash(folded.as_bytes())?).map(Slot::word)
    }

    /// The lexeme of a word, and one more than the word it is a misspelling of, or 0; for somebody who
    /// has hashed it already.
    pub(crate) fn known(&self, hash: u64) -> Option<(u16, u16)> {
        let slot = self.slot(hash)?;
        let fix = if slot.is_misspelled() { self.words[usize::from(slot.word())].fix } else { 0 };
        Some((slot.lexeme(), fix))
    }

    fn slot(&self, hash: u64) -> Option<Slot> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut place = upper(hash) as usize & mask;
        loop {
            let slot = Slot(self.slots[place]);
            if slot.0 == 0 {
                return None;
            }
            if slot.has(hash) {
                return Some(slot);
            }
            place = (place + 1) & mask;
        }
    }

    /// Where in the arena a word stands.
    fn range(&self, word: u16) -> Option<Range<usize>> {
        let [own, next] = self.words.get(usize::from(word)..)?.first_chunk()?;
        Some(own.at as usize..next.at as usize)
    }

    /// The elements of a pattern.
    pub(crate) fn elements(&self, pattern: &Pattern) -> &'static [u16] {
        let at = pattern.at as usize;
        &self.elements[at..at + usize::from(pattern.len)]
    }
}
