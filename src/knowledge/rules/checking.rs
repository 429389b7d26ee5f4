//! What rules look at, and what several of them ask of it.

use super::super::content::Content;
use super::super::content::names::Names;
use super::super::merge::{Fields, In, Record};
use super::super::problems::Problems;
use super::super::raw::at::{At, Field, List, Word};
use super::super::raw::evidence::{RawConditionEvidence, RawEvidence};
use super::super::raw::supports::{RawCaution, RawSupport};
use super::super::sets::{Certainty, ClosedSet, Direction};
use super::super::sources::Place;

/// What a rule looks at.
pub(in crate::knowledge) struct Checking<'p, 'a> {
    pub(in crate::knowledge) content: &'p Content<'a>,
    pub(in crate::knowledge) names: &'p Names<'a>,
    pub(in crate::knowledge) problems: &'p mut Problems<'a>,
}

/// A rating with what is needed to judge it: of a support for a concern, or for a condition.
#[derive(Clone, Copy)]
pub(super) struct Rated<'a> {
    pub(super) direction: Option<In<'a, Word<Direction>>>,
    pub(super) certainty: Option<In<'a, Word<Certainty>>>,
    pub(super) sources: Option<In<'a, Vec<At<String>>>>,
    pub(super) place: Place,
}

impl<'a> Rated<'a> {
    pub(super) fn headline(record: &Record<'a, RawEvidence>) -> Self {
        Self {
            direction: record.get(|record| &record.direction),
            certainty: record.get(|record| &record.certainty),
            sources: record.get(|record| &record.sources),
            place: record.place(),
        }
    }

    pub(super) fn condition(part: In<'a, RawConditionEvidence>) -> Self {
        Self {
            direction: part.get(|part| &part.direction),
            certainty: part.get(|part| &part.certainty),
            sources: part.get(|part| &part.sources),
            place: part.place(),
        }
    }

    /// Both words, if both are on their lists.
    pub(super) fn rating(self) -> Option<(Direction, Certainty)> {
        Some((self.direction?.value().find()?, self.certainty?.value().find()?))
    }

    pub(super) fn has_sources(self) -> bool {
        self.sources.is_some_and(|sources| !sources.value().is_empty())
    }
}

/// Every rating, of concerns and of conditions.
pub(super) fn ratings<'p, 'a>(content: &'p Content<'a>) -> impl Iterator<Item = Rated<'a>> + use<'p, 'a> {
    content.evidence.iter().flat_map(|record| {
        let conditions = record.list(|record| &record.conditions).map(Rated::condition);
        std::iter::once(Rated::headline(record)).chain(conditions)
    })
}

/// Every caution, with its support.
pub(super) fn cautions<'p, 'a>(
    content: &'p Content<'a>,
) -> impl Iterator<Item = (&'p Record<'a, RawSupport>, In<'a, RawCaution>)> {
    content.supports.iter().flat_map(|support| {
        support.list(|support: &RawSupport| &support.cautions).map(move |caution| (support, caution))
    })
}

/// Whether a list was given and has something in it.
pub(super) fn has_any<'a, R: 'a>(
    record: &impl Fields<'a, R>,
    pick: impl Fn(&'a R) -> &'a List<String>,
) -> bool {
    record.get(pick).is_some_and(|list| !list.value().is_empty())
}

/// The value of a closed set, if it was given and is on its list.
pub(super) fn word<'a, R: 'a, T: ClosedSet>(
    record: &impl Fields<'a, R>,
    pick: impl Fn(&'a R) -> &'a Field<Word<T>>,
) -> Option<T> {
    record.get(pick).and_then(|word| word.value().find())
}
