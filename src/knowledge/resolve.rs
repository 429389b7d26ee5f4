//! Raw → model. Runs twice: first to find all problems without keeping anything, and then, if
//! there is no error, to keep: what lives as long as the process is only ever allocated for
//! content that is sound.

mod article;
mod classes;
mod evidence;
mod people;
mod supports;
mod text;
mod vocabulary;

use std::collections::HashMap;

use crate::diagnostic::Code;
use crate::words::{one_of, quoted};

use super::content::Content;
use super::content::names::{Ids, Names};
use super::merge::{Fields, In};
use super::model::KnowledgeBase;
use super::problems::Problems;
use super::raw::at::{At, Field, Word};
use super::sets::ClosedSet;
use super::sources::{Place, safe};

/// The model, which is only worth keeping if no error was found.
pub(super) fn resolve<'a>(
    content: &Content<'a>,
    names: &Names<'a>,
    keep: bool,
    problems: &mut Problems<'a>,
) -> KnowledgeBase {
    let mut cx = Resolving { content, names, keep, problems };
    let kb = KnowledgeBase {
        axis: cx.axis(),
        facts: cx.facts(),
        concerns: cx.concerns(),
        conditions: cx.conditions(),
        mechanisms: cx.mechanisms(),
        supports: cx.supports(),
        sources: cx.sources(),
        tags: cx.tags(),
        diets: cx.diets(),
        populations: cx.populations(),
        red_flags: cx.red_flags(),
        swaps: cx.swaps(),
        vocabulary: cx.vocabulary(),
    };
    cx.check_classes();
    kb
}

/// A list of up to so many items is searched faster than hashed.
const SHORT: usize = 12;

/// What resolving needs at hand.
struct Resolving<'p, 'a> {
    content: &'p Content<'a>,
    names: &'p Names<'a>,
    keep: bool,
    problems: &'p mut Problems<'a>,
}

impl<'a> Resolving<'_, 'a> {
    /// Keeps a list for good, or drops it on the first run.
    fn kept<T>(&self, list: Vec<T>) -> &'static [T] {
        if self.keep && !list.is_empty() { Vec::leak(list) } else { &[] }
    }

    /// A field that must be there.
    fn need<R: 'a, T: 'a>(
        &mut self,
        record: &impl Fields<'a, R>,
        name: &str,
        pick: impl Fn(&'a R) -> &'a Field<T>,
    ) -> Option<In<'a, T>> {
        let field = record.get(pick);
        if field.is_none() {
            self.missing(record.place(), name);
        }
        field
    }

    fn missing(&mut self, place: Place, name: &str) {
        self.problems.error(Code::MissingField, place, format!("{} is missing here", quoted(name)));
    }

    /// A text that must be there.
    fn need_text<R: 'a>(
        &mut self,
        record: &impl Fields<'a, R>,
        name: &str,
        pick: impl Fn(&'a R) -> &'a Field<String>,
    ) -> &'static str {
        self.need(record, name, pick).map_or("", |text| self.text(text))
    }

    /// A text that may be there.
    fn maybe_text<R: 'a>(
        &mut self,
        record: &impl Fields<'a, R>,
        pick: impl Fn(&'a R) -> &'a Field<String>,
    ) -> Option<&'static str> {
        record.get(pick).map(|text| self.text(text))
    }

    /// A list of texts, each of them once.
    fn texts<R: 'a>(
        &mut self,
        record: &impl Fields<'a, R>,
        pick: impl Fn(&'a R) -> &'a Field<Vec<At<String>>>,
    ) -> &'static [&'static str] {
        let items: Vec<In<'a, String>> = record.list(pick).collect();
        self.no_repetition(&items);
        let texts = items.into_iter().map(|text| self.text(text)).collect();
        self.kept(texts)
    }

    fn no_repetition(&mut self, items: &[In<'a, String>]) {
        if self.keep {
            return;
        }
        if items.len() <= SHORT {
            for (at, item) in items.iter().enumerate() {
                if let Some(first) = items[..at].iter().find(|first| first.value() == item.value()) {
                    self.repeated(*item, first.place());
                }
            }
            return;
        }
        let mut first: HashMap<&str, Place> = HashMap::new();
        for item in items {
            if let Some(place) = first.insert(item.value(), item.place()) {
                self.repeated(*item, place);
            }
        }
    }

    fn repeated(&mut self, item: In<'a, String>, first: Place) {
        self.problems
            .error(
                Code::RepeatedItem,
                item.place(),
                format!("{} stands twice in this list", shown(item.value())),
            )
            .related(first, "first named here")
            .help("keep one of the two");
    }

    /// The number of the record that a field names, and that must be there.
    fn need_reference<R: 'a>(
        &mut self,
        record: &impl Fields<'a, R>,
        name: &str,
        ids: &Ids<'a>,
        pick: impl Fn(&'a R) -> &'a Field<String>,
    ) -> u16 {
        self.need(record, name, pick).and_then(|id| self.reference(id, ids)).unwrap_or_default()
    }

    /// The number of the record that a value names.
    fn reference(&mut self, id: In<'a, String>, ids: &Ids<'a>) -> Option<u16> {
        self.check_tag(id.place());
        let found = ids.refer(id.value());
        if found.is_none() {
            self.unknown_reference(id, &[ids]);
        }
        found
    }

    /// Says that a value names nothing of these kinds.
    fn unknown_reference(&mut self, id: In<'a, String>, kinds: &[&Ids<'a>]) {
        if kinds.iter().any(|ids| !ids.is_whole) {
            return;
        }
        let nouns = one_of(kinds.iter().map(|ids| ids.noun));
        let nearest = self.problems.nearest(id.value(), kinds.iter().flat_map(|ids| ids.names()));
        let help = match nearest {
            Some(name) => format!("did you mean {}?", quoted(name)),
            None => format!("add the {nouns}, or name one that is known"),
        };
        self.problems
            .error(Code::UnknownReference, id.place(), format!("there is no {nouns} {}", shown(id.value())))
            .help(help);
    }

    /// The keys that a list of ids stands for, each of them once.
    fn references<R: 'a, K>(
        &mut self,
        record: &impl Fields<'a, R>,
        ids: &Ids<'a>,
        key: impl Fn(u16) -> K,
        pick: impl Fn(&'a R) -> &'a Field<Vec<At<String>>>,
    ) -> &'static [K] {
        let items: Vec<In<'a, String>> = record.list(pick).collect();
        self.no_repetition(&items);
        let keys = items.into_iter().filter_map(|id| self.reference(id, ids)).map(key).collect();
        self.kept(keys)
    }

    /// The value of a closed set, which must be there.
    fn need_word<R: 'a, T: ClosedSet>(
        &mut self,
        record: &impl Fields<'a, R>,
        name: &str,
        pick: impl Fn(&'a R) -> &'a Field<Word<T>>,
    ) -> T {
        self.need(record, name, pick).and_then(|word| self.word(word)).unwrap_or(T::ALL[0])
    }

    /// The value of a closed set.
    fn word<T: ClosedSet>(&mut self, word: In<'a, Word<T>>) -> Option<T> {
        self.check_tag(word.place());
        let found = word.value().find();
        if found.is_none() {
            let names = || T::ALL.iter().map(|value| value.name());
            let text = &word.value().text;
            let help = match self.problems.nearest(text, names()) {
                Some(name) => format!(
                    "did you mean {}? The values are {}",
                    quoted(name),
                    crate::words::choices(names())
                ),
                None => format!("the values are {}", crate::words::choices(names())),
            };
            self.problems
                .error(
                    Code::UnknownValue,
                    word.place(),
                    format!("{} is not one of the values here", shown(text)),
                )
                .help(help);
        }
        found
    }
}

/// A value as messages show it: quoted, safe, and not too long.
pub(super) fn shown(value: &str) -> String {
    let mut short: String = safe(value).chars().take(60).collect();
    if value.chars().nth(60).is_some() {
        short.push('…');
    }
    quoted(short)
}
