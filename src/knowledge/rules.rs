//! What content must keep to beyond its form: one rule a file, one code a rule. A rule looks at
//! the merged raw records, so that it can point at what it finds; what cannot be resolved is
//! reported elsewhere and skipped here.

mod ambiguous_alias;
mod caution_basis;
mod caution_examples;
mod certainty_bounds;
mod example_tags;
mod headline;
mod invalid_identifier;
mod missing_evidence;
mod one_sided_mechanism;
mod promise;
mod short_too_long;
mod swap_serves;
mod unsourced_evidence;
mod unused;

use super::content::{Content, Names};
use super::merge::{Fields, In, Record};
use super::problems::Problems;
use super::raw::at::{At, Field, List, Word};
use super::raw::evidence::{RawConditionEvidence, RawEvidence};
use super::raw::supports::{RawCaution, RawSupport};
use super::sets::{Certainty, ClosedSet, Direction};
use super::sources::Place;

/// What a rule looks at.
pub(super) struct Checking<'p, 'a> {
    pub(super) content: &'p Content<'a>,
    pub(super) names: &'p Names<'a>,
    pub(super) problems: &'p mut Problems<'a>,
}

/// Applies every rule; after resolving, which marks what is used.
pub(super) fn check(mut checking: Checking<'_, '_>) {
    ambiguous_alias::check(&mut checking);
    example_tags::check(&mut checking);
    unsourced_evidence::check(&mut checking);
    certainty_bounds::check(&mut checking);
    headline::check(&mut checking);
    missing_evidence::check(&mut checking);
    one_sided_mechanism::check(&mut checking);
    caution_basis::check(&mut checking);
    caution_examples::check(&mut checking);
    short_too_long::check(&mut checking);
    swap_serves::check(&mut checking);
    invalid_identifier::check(&mut checking);
    promise::check(&mut checking);
    unused::check(&mut checking);
}

/// A rating with what is needed to judge it: of a support for a concern, or for a condition.
#[derive(Clone, Copy)]
struct Rated<'a> {
    direction: Option<In<'a, Word<Direction>>>,
    certainty: Option<In<'a, Word<Certainty>>>,
    sources: Option<In<'a, Vec<At<String>>>>,
    place: Place,
}

impl<'a> Rated<'a> {
    fn headline(record: &Record<'a, RawEvidence>) -> Self {
        Self {
            direction: record.get(|record| &record.direction),
            certainty: record.get(|record| &record.certainty),
            sources: record.get(|record| &record.sources),
            place: record.place(),
        }
    }

    fn condition(part: In<'a, RawConditionEvidence>) -> Self {
        Self {
            direction: part.get(|part| &part.direction),
            certainty: part.get(|part| &part.certainty),
            sources: part.get(|part| &part.sources),
            place: part.place(),
        }
    }

    /// Both words, if both are on their lists.
    fn rating(self) -> Option<(Direction, Certainty)> {
        Some((self.direction?.value().find()?, self.certainty?.value().find()?))
    }

    fn has_sources(self) -> bool {
        self.sources.is_some_and(|sources| !sources.value().is_empty())
    }
}

/// Every rating, of concerns and of conditions.
fn ratings<'p, 'a>(content: &'p Content<'a>) -> impl Iterator<Item = Rated<'a>> + use<'p, 'a> {
    content.evidence.iter().flat_map(|record| {
        let conditions = record.list(|record| &record.conditions).map(Rated::condition);
        std::iter::once(Rated::headline(record)).chain(conditions)
    })
}

/// Every caution, with its support.
fn cautions<'p, 'a>(
    content: &'p Content<'a>,
) -> impl Iterator<Item = (&'p Record<'a, RawSupport>, In<'a, RawCaution>)> {
    content.supports.iter().flat_map(|support| {
        support.list(|support: &RawSupport| &support.cautions).map(move |caution| (support, caution))
    })
}

/// Whether a list was given and has something in it.
fn has_any<'a, R: 'a>(record: &impl Fields<'a, R>, pick: impl Fn(&'a R) -> &'a List<String>) -> bool {
    record.get(pick).is_some_and(|list| !list.value().is_empty())
}

/// The value of a closed set, if it was given and is on its list.
fn word<'a, R: 'a, T: ClosedSet>(
    record: &impl Fields<'a, R>,
    pick: impl Fn(&'a R) -> &'a Field<Word<T>>,
) -> Option<T> {
    record.get(pick).and_then(|word| word.value().find())
}
