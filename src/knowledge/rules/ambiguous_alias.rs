//! `ambiguous-alias`: a name or alias belongs to one record of its kind.

use std::collections::HashMap;

use crate::diagnostic::Code;
use crate::words::quoted;

use super::super::merge::{Fields, In};
use super::super::raw::at::{Field, List};
use super::super::sources::{Place, safe};
use super::checking::Checking;

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    let content = checking.content;
    let mut owners = Owners { checking, noun: "concern", first: HashMap::new() };
    owners.kind(
        "concern",
        content.concerns.iter(),
        |record| &record.id,
        |record| &record.name,
        |record| &record.aliases,
    );
    let conditions: Vec<_> = content.conditions().map(|(_, condition)| condition).collect();
    owners.kind(
        "condition",
        conditions.iter(),
        |record| &record.id,
        |record| &record.name,
        |record| &record.aliases,
    );
    owners.kind(
        "mechanism",
        content.mechanisms.iter(),
        |record| &record.id,
        |record| &record.name,
        |record| &record.aliases,
    );
    owners.kind(
        "support",
        content.supports.iter(),
        |record| &record.id,
        |record| &record.name,
        |record| &record.aliases,
    );
    owners.kind(
        "diet",
        content.diets.iter(),
        |record| &record.id,
        |record| &record.name,
        |record| &record.aliases,
    );
    // A person may be of two populations by one word: "bipolar disorder" is the name of one and,
    // among other illnesses, an alias of another. Only aliases must differ.
    owners.begin("population");
    for (number, population) in content.populations.iter().enumerate() {
        population.list(|population| &population.aliases).for_each(|alias| owners.claim(number, alias));
    }
}

struct Owners<'c, 'p, 'a> {
    checking: &'c mut Checking<'p, 'a>,
    noun: &'static str,
    /// By spelling: whose it is and where it stands.
    first: HashMap<String, (usize, Place)>,
}

impl<'a> Owners<'_, '_, 'a> {
    fn begin(&mut self, noun: &'static str) {
        self.noun = noun;
        self.first.clear();
    }

    fn kind<'r, R: 'a, F: Fields<'a, R> + 'r>(
        &mut self,
        noun: &'static str,
        records: impl Iterator<Item = &'r F>,
        id: impl Fn(&'a R) -> &'a Field<String>,
        name: impl Fn(&'a R) -> &'a Field<String>,
        aliases: impl Fn(&'a R) -> &'a List<String>,
    ) {
        self.begin(noun);
        for (number, record) in records.enumerate() {
            let called = record.get(&id).into_iter().chain(record.get(&name)).chain(record.list(&aliases));
            called.for_each(|name| self.claim(number, name));
        }
    }

    fn claim(&mut self, number: usize, name: In<'a, String>) {
        let spelling = name.value().trim().to_lowercase().replace('-', " ");
        match self.first.get(&spelling) {
            Some((owner, place)) if *owner != number => {
                let message = format!("{} names two {}s", quoted(safe(name.value())), self.noun);
                self.checking
                    .problems
                    .error(Code::AmbiguousAlias, name.place(), message)
                    .related(*place, "first given here")
                    .help("keep it where people mean it most, and delete the other");
            }
            Some(_) => {}
            None => {
                self.first.insert(spelling, (number, name.place()));
            }
        }
    }
}
