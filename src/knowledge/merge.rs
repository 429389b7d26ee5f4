//! Layers → one list a kind: a new id adds a record, a known one replaces it, and `extends`
//! changes single fields. A record remembers all its versions, so that every value still knows
//! the file it came from.

use std::collections::HashMap;

use crate::diagnostic::Code;
use crate::words::quoted;

use super::problems::Problems;
use super::raw::at::{At, Field};
use super::sources::{FileId, Place};

/// A raw value in its file.
pub(super) struct In<'a, T> {
    /// The file.
    pub(super) file: FileId,
    /// The value with its place.
    pub(super) at: &'a At<T>,
}

impl<T> Clone for In<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for In<'_, T> {}

impl<'a, T> In<'a, T> {
    /// What was written.
    pub(super) fn value(self) -> &'a T {
        &self.at.value
    }

    /// Where.
    pub(super) fn place(self) -> Place {
        self.at.place(self.file)
    }
}

impl<'a, T> In<'a, Vec<At<T>>> {
    /// The items of a list.
    pub(super) fn items(self) -> impl Iterator<Item = In<'a, T>> + Clone {
        self.at.value.iter().map(move |at| In { file: self.file, at })
    }
}

/// Something with fields: a record of some layers, or a part of one.
pub(super) trait Fields<'a, R: 'a> {
    /// The field, if it was given.
    fn get<T: 'a>(&self, pick: impl Fn(&'a R) -> &'a Field<T>) -> Option<In<'a, T>>;

    /// Where it stands.
    fn place(&self) -> Place;

    /// The items of a list; none if it was not given.
    fn list<T: 'a>(&self, pick: impl Fn(&'a R) -> &'a Field<Vec<At<T>>>) -> impl Iterator<Item = In<'a, T>> {
        self.get(pick).into_iter().flat_map(In::items)
    }
}

impl<'a, R: 'a> Fields<'a, R> for In<'a, R> {
    fn get<T: 'a>(&self, pick: impl Fn(&'a R) -> &'a Field<T>) -> Option<In<'a, T>> {
        let file = self.file;
        pick(self.value()).0.as_ref().map(|at| In { file, at })
    }

    fn place(&self) -> Place {
        In::place(*self)
    }
}

/// One record with all its versions, oldest first: the record itself and then its patches.
pub(super) struct Record<'a, R> {
    versions: Vec<In<'a, R>>,
}

impl<'a, R: 'a> Fields<'a, R> for Record<'a, R> {
    fn get<T: 'a>(&self, pick: impl Fn(&'a R) -> &'a Field<T>) -> Option<In<'a, T>> {
        self.versions.iter().rev().find_map(|version| version.get(&pick))
    }

    fn place(&self) -> Place {
        self.versions[0].place()
    }
}

impl<'a, R: Layered> Record<'a, R> {
    /// The first part of what tells it apart: the id, if it has one.
    pub(super) fn id(&self) -> Option<&'a str> {
        self.versions[0].value().identity().map(|identity| identity.0)
    }

    /// Where that stands.
    pub(super) fn id_place(&self) -> Option<Place> {
        self.versions[0].value().identity_place(self.versions[0].file)
    }
}

/// What tells records of a kind apart: an id, or two references.
pub(super) type Identity<'a> = (&'a str, &'a str);

/// A kind of record that layers can add to, replace and change.
pub(super) trait Layered {
    /// What one is called in messages.
    const NOUN: &'static str;

    /// What tells it apart; none if that is missing.
    fn identity(&self) -> Option<Identity<'_>>;

    /// Where that stands.
    fn identity_place(&self, file: FileId) -> Option<Place>;

    /// The id of the record it changes.
    fn extends(&self) -> Option<&At<String>> {
        None
    }
}

macro_rules! layered_by_id {
    ($($record:ty: $noun:literal;)+) => {$(
        impl Layered for $record {
            const NOUN: &'static str = $noun;

            fn identity(&self) -> Option<Identity<'_>> {
                self.id.0.as_ref().map(|id| (id.value.as_str(), ""))
            }

            fn identity_place(&self, file: FileId) -> Option<Place> {
                self.id.0.as_ref().map(|id| id.place(file))
            }

            fn extends(&self) -> Option<&At<String>> {
                self.extends.0.as_ref()
            }
        }
    )+};
}

layered_by_id! {
    super::raw::concerns::RawFact: "fact";
    super::raw::concerns::RawConcern: "concern";
    super::raw::concerns::RawMechanism: "mechanism";
    super::raw::supports::RawSupport: "support";
    super::raw::evidence::RawSource: "source";
    super::raw::people::RawDiet: "diet";
    super::raw::people::RawTag: "tag";
    super::raw::people::RawPopulation: "population";
    super::raw::people::RawRedFlag: "red flag";
}

macro_rules! layered_by_pair {
    ($($record:ty: $noun:literal, $first:ident, $second:ident;)+) => {$(
        impl Layered for $record {
            const NOUN: &'static str = $noun;

            fn identity(&self) -> Option<Identity<'_>> {
                Some((self.$first.0.as_ref()?.value.as_str(), self.$second.0.as_ref()?.value.as_str()))
            }

            fn identity_place(&self, file: FileId) -> Option<Place> {
                self.$first.0.as_ref().map(|first| first.place(file))
            }
        }
    )+};
}

layered_by_pair! {
    super::raw::evidence::RawEvidence: "evidence record", support, concern;
    super::raw::people::RawSwap: "swap", instead_of, because;
}

/// Puts the lists of all layers together, lowest layer first. Without one of them (`is_whole`
/// is false), a record to be changed may just be out of sight.
pub(super) fn merged<'a, R: Layered>(
    lists: impl Iterator<Item = In<'a, Vec<At<R>>>>,
    is_whole: bool,
    problems: &mut Problems<'a>,
) -> Vec<Record<'a, R>> {
    let mut merging = Merging { records: Vec::new(), known: HashMap::new(), is_whole, problems };
    for list in lists {
        list.items().filter(|item| item.value().extends().is_none()).for_each(|item| merging.add(item));
        list.items().for_each(|item| merging.patch(item));
    }
    merging.records
}

struct Merging<'p, 'a, R> {
    records: Vec<Record<'a, R>>,
    known: HashMap<Identity<'a>, usize>,
    is_whole: bool,
    problems: &'p mut Problems<'a>,
}

impl<'a, R: Layered> Merging<'_, 'a, R> {
    fn add(&mut self, item: In<'a, R>) {
        let record = Record { versions: vec![item] };
        let Some(identity) = item.value().identity() else {
            self.records.push(record);
            return;
        };
        match self.known.get(&identity) {
            None => {
                self.known.insert(identity, self.records.len());
                self.records.push(record);
            }
            Some(&at) if self.records[at].versions[0].file == item.file => self.duplicate(item, at, identity),
            Some(&at) => self.records[at] = record,
        }
    }

    fn duplicate(&mut self, item: In<'a, R>, first: usize, identity: Identity<'a>) {
        let first = self.records[first].versions[0];
        let place = |item: In<'a, R>| item.value().identity_place(item.file).unwrap_or_else(|| item.place());
        self.problems
            .error(
                Code::DuplicateId,
                place(item),
                format!("the {} {} stands twice", R::NOUN, named(identity)),
            )
            .related(place(first), "first defined here")
            .help("give one of them another id, or delete it");
    }

    fn patch(&mut self, item: In<'a, R>) {
        let Some(base) = item.value().extends() else { return };
        let place = base.place(item.file);
        if let Some(id) = item.value().identity_place(item.file) {
            self.problems
                .error(Code::UnknownField, id, "`id` and `extends` do not go together")
                .help("`extends` changes fields of a known record, which keeps its id: delete `id`");
            return;
        }
        if let Some(&at) = self.known.get(&(base.value.as_str(), "")) {
            self.records[at].versions.push(item);
            return;
        }
        if !self.is_whole {
            return;
        }
        let nearest = self.problems.nearest(&base.value, sorted(&self.known).into_iter());
        let help = nearest.map_or_else(
            || "`extends` names a record of this layer or of one below it".to_owned(),
            |name| format!("did you mean {}?", quoted(name)),
        );
        self.problems
            .error(
                Code::UnknownReference,
                place,
                format!("there is no {} {} to change", R::NOUN, named((&base.value, ""))),
            )
            .help(help);
    }
}

/// In the order of the content, so that the nearest name never depends on chance.
fn sorted<'a>(known: &HashMap<Identity<'a>, usize>) -> Vec<&'a str> {
    let mut names: Vec<(usize, &str)> = known.iter().map(|(identity, at)| (*at, identity.0)).collect();
    names.sort_unstable();
    names.into_iter().map(|(_, name)| name).collect()
}

fn named(identity: Identity<'_>) -> String {
    let show = |text: &str| quoted(super::sources::safe(text));
    match identity {
        (id, "") => show(id),
        (first, second) => format!("for {} and {}", show(first), show(second)),
    }
}
