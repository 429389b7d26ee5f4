//! What finds records by name, and concerns by what serves them.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Code, Level};

use super::super::files::ContentFile;
use super::super::merge::{Fields, In, Layered, Record};
use super::super::problems::Problems;
use super::super::raw::supports::{RawRole, RawSupport};
use super::Content;

/// The ids of one kind, each with the number of its record.
pub(in crate::knowledge) struct Ids<'a> {
    /// What one is called in messages.
    pub(in crate::knowledge) noun: &'static str,
    /// Whether all of them are known.
    pub(in crate::knowledge) is_whole: bool,
    numbers: HashMap<&'a str, u16>,
    names: Vec<&'a str>,
    /// Whether anything refers to each of them.
    used: Vec<Cell<bool>>,
}

impl<'a> Ids<'a> {
    fn new(noun: &'static str, names: impl Iterator<Item = Option<&'a str>>) -> Self {
        let mut ids =
            Self { noun, is_whole: true, numbers: HashMap::new(), names: Vec::new(), used: Vec::new() };
        for (number, name) in names.enumerate() {
            let name = name.unwrap_or_default();
            ids.names.push(name);
            ids.used.push(Cell::new(false));
            if let Ok(number) = u16::try_from(number) {
                ids.numbers.entry(name).or_insert(number);
            }
        }
        ids
    }

    /// The number of the record of this id.
    pub(in crate::knowledge) fn find(&self, id: &str) -> Option<u16> {
        self.numbers.get(id).copied()
    }

    /// The number of the record of this id, which counts as used from now on.
    pub(in crate::knowledge) fn refer(&self, id: &str) -> Option<u16> {
        let number = self.find(id)?;
        self.used[usize::from(number)].set(true);
        Some(number)
    }

    /// Whether anything refers to the record of this number.
    pub(in crate::knowledge) fn is_used(&self, number: usize) -> bool {
        self.used.get(number).is_none_or(Cell::get)
    }

    /// All ids, in the order of the records.
    pub(in crate::knowledge) fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.names.iter().copied()
    }

    /// How many there are.
    pub(in crate::knowledge) fn len(&self) -> usize {
        self.names.len()
    }

    fn limit(&self, problems: &mut Problems<'_>) {
        if self.names.len() > usize::from(u16::MAX) {
            let message =
                format!("there are {} {}s; at most 65,535 can be told apart", self.names.len(), self.noun);
            problems.without_place(Code::TooMany, Level::Error, message);
        }
    }
}

/// The ids of all kinds.
pub(in crate::knowledge) struct Names<'a> {
    pub(in crate::knowledge) facts: Ids<'a>,
    pub(in crate::knowledge) concerns: Ids<'a>,
    pub(in crate::knowledge) conditions: Ids<'a>,
    pub(in crate::knowledge) mechanisms: Ids<'a>,
    pub(in crate::knowledge) supports: Ids<'a>,
    pub(in crate::knowledge) sources: Ids<'a>,
    pub(in crate::knowledge) diets: Ids<'a>,
    pub(in crate::knowledge) tags: Ids<'a>,
    pub(in crate::knowledge) populations: Ids<'a>,
    pub(in crate::knowledge) red_flags: Ids<'a>,
    /// Names of examples, each once, in the order of the content.
    pub(in crate::knowledge) examples: Ids<'a>,
    /// For each mechanism, the concerns that link it.
    pub(in crate::knowledge) linked: Vec<Vec<u16>>,
}

impl<'a> Names<'a> {
    /// Collects them.
    pub(in crate::knowledge) fn new(content: &Content<'a>) -> Self {
        let mut examples: Vec<&str> = Vec::new();
        let mut seen = HashSet::new();
        let names = content.examples().filter_map(|example| example.get(|example| &example.name));
        examples.extend(names.map(|name| name.value().as_str()).filter(|name| seen.insert(*name)));
        let conditions = content.conditions().map(|(_, condition)| condition.get(|condition| &condition.id));
        let mechanisms = of(&content.mechanisms);
        let linked = linked(content, &mechanisms);
        let mut names = Self {
            facts: of(&content.facts),
            concerns: of(&content.concerns),
            conditions: Ids::new("condition", conditions.map(|id| id.map(|id| id.value().as_str()))),
            mechanisms,
            supports: of(&content.supports),
            sources: of(&content.sources),
            diets: of(&content.diets),
            tags: of(&content.tags),
            populations: of(&content.populations),
            red_flags: of(&content.red_flags),
            examples: Ids::new("example", examples.into_iter().map(Some)),
            linked,
        };
        names.mark_broken(content);
        names
    }

    fn mark_broken(&mut self, content: &Content<'_>) {
        let kinds = [
            (&mut self.facts, ContentFile::Article),
            (&mut self.concerns, ContentFile::Concerns),
            (&mut self.conditions, ContentFile::Concerns),
            (&mut self.mechanisms, ContentFile::Mechanisms),
            (&mut self.supports, ContentFile::Supports),
            (&mut self.examples, ContentFile::Supports),
            (&mut self.sources, ContentFile::Sources),
            (&mut self.diets, ContentFile::Diets),
            (&mut self.tags, ContentFile::Diets),
            (&mut self.populations, ContentFile::Populations),
            (&mut self.red_flags, ContentFile::RedFlags),
        ];
        for (ids, kind) in kinds {
            ids.is_whole = content.is_whole(&[kind]);
        }
    }

    /// Reports kinds of which there are too many for their keys.
    pub(in crate::knowledge) fn check_limits(&self, problems: &mut Problems<'_>) {
        let all =
            [&self.facts, &self.concerns, &self.conditions, &self.mechanisms, &self.supports, &self.sources];
        let rest = [&self.diets, &self.tags, &self.populations, &self.red_flags, &self.examples];
        all.into_iter().chain(rest).for_each(|ids| ids.limit(problems));
    }
}

fn of<'a, R: Layered>(records: &[Record<'a, R>]) -> Ids<'a> {
    Ids::new(R::NOUN, records.iter().map(Record::id))
}

fn linked(content: &Content<'_>, mechanisms: &Ids<'_>) -> Vec<Vec<u16>> {
    let mut linked = vec![Vec::new(); content.mechanisms.len()];
    for (concern, record) in (0..).zip(&content.concerns) {
        for link in record.list(|concern| &concern.links) {
            let mechanism = link.get(|link| &link.mechanism).and_then(|id| mechanisms.find(id.value()));
            let list: Option<&mut Vec<u16>> = mechanism.and_then(|at| linked.get_mut(usize::from(at)));
            if let Some(list) = list
                && list.last() != Some(&concern)
            {
                list.push(concern);
            }
        }
    }
    linked
}

impl<'a> Names<'a> {
    /// The concerns that a support serves, in order.
    pub(in crate::knowledge) fn served(&self, support: &Record<'a, RawSupport>) -> Vec<u16> {
        let mut served: Vec<u16> =
            support.list(|support| &support.roles).flat_map(|role| self.served_by_role(role)).collect();
        served.sort_unstable();
        served.dedup();
        served
    }

    /// The concerns that a role serves: those it names; else all that link its mechanism; else,
    /// without a mechanism, all.
    pub(in crate::knowledge) fn served_by_role(&self, role: In<'a, RawRole>) -> Vec<u16> {
        if role.get(|role| &role.concerns).is_some() {
            return role
                .list(|role| &role.concerns)
                .filter_map(|id| self.concerns.find(id.value()))
                .collect();
        }
        match role.get(|role| &role.mechanism) {
            Some(id) => {
                let mechanism = self.mechanisms.find(id.value());
                mechanism.and_then(|at| self.linked.get(usize::from(at))).cloned().unwrap_or_default()
            }
            None => (0..).take(self.concerns.len()).collect(),
        }
    }
}
