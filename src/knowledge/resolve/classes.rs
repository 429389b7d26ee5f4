//! The word classes that phrases name in braces. Recognition would pass over a name that it does
//! not know, and hear the phrase where nobody said it.

use super::super::content::Content;
use super::super::files::ContentFile;
use super::super::merge::{Fields, In};
use super::super::raw::at::{Field, List};
use super::super::raw::concerns::{RawConcern, RawCondition};
use super::super::raw::people::{RawDiet, RawPopulation, RawRedFlag};
use super::super::raw::vocabulary::{RawContext, RawForms, RawNegation, RawWordClass, VocabularyFile};
use super::super::sources::{FileId, Place, to_u32};
use super::text::LENGTH_LIMIT;
use super::{Resolving, shown};
use crate::diagnostic::Code;
use crate::words::quoted;

/// What a text may name in braces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Any class.
    Phrase,
    /// A class to take in, which `{skin}` is not.
    ClassWords,
    /// Nothing: a list of plain words.
    Words,
}

impl<'a> Resolving<'_, 'a> {
    /// Says which braces name no class; once, since nothing is kept of it.
    pub(super) fn check_classes(&mut self) {
        let content = self.content;
        if self.keep || !content.is_whole(&[ContentFile::Vocabulary]) {
            return;
        }
        let classes = content.vocabulary.iter().flat_map(|file| file.list(|file| &file.classes));
        let names = classes.filter_map(|class| class.get(|class| &class.name));
        let mut known: Vec<&str> = names.map(|name| name.value().as_str()).collect();
        known.push("skin");
        let mut check = |text: In<'a, String>, kind| {
            if text.value().contains(['{', '}']) && text.value().len() <= LENGTH_LIMIT {
                self.check_braces(text, kind, &known);
            }
        };
        records(content, &mut |text| check(text, Kind::Phrase));
        vocabulary(content, &mut check);
    }

    /// As recognition reads them: a class is a word in braces, apart from other words by spaces.
    fn check_braces(&mut self, text: In<'a, String>, kind: Kind, known: &[&str]) {
        let braces = |text: &str| text.bytes().filter(|byte| b"{}".contains(byte)).count();
        let written = self.problems.texts.slice(text.place());
        // An escape in quotes may stand for a brace; then only the text can be pointed at.
        let is_literal = braces(written) == braces(text.value());
        let offsets: Vec<usize> = written.match_indices(['{', '}']).map(|(offset, _)| offset).collect();
        let (mut at, mut passed, mut seen) = (text.place(), 0, 0);
        for word in text.value().split_whitespace().filter(|word| word.contains(['{', '}'])) {
            if let Some(brace) = offsets.get(seen).filter(|_| is_literal) {
                let start = brace - word.find(['{', '}']).unwrap_or_default();
                at = self.problems.texts.further(at, start - passed);
                at.length = to_u32(word.len());
                passed = start;
            }
            seen += braces(word);
            self.check_class(word, at, kind, known);
        }
    }

    fn check_class(&mut self, word: &str, place: Place, kind: Kind, known: &[&str]) {
        let name = word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let (message, help) = match name.filter(|name| !name.contains(['{', '}'])) {
            _ if kind == Kind::Words => (
                format!("{} stands in a list of plain words, which takes in no class", shown(word)),
                "write the words out".to_owned(),
            ),
            None => (
                format!("the braces of {} do not enclose the name of a word class", shown(word)),
                "a class is `{name}`, apart from other words by spaces".to_owned(),
            ),
            Some("skin") if kind == Kind::ClassWords => (
                "a class does not take in `{skin}`".to_owned(),
                "name it in the phrases, or write the words out".to_owned(),
            ),
            Some(name) if known.contains(&name) => return,
            Some(name) => {
                let nearest = self.problems.nearest(name, known.iter().copied());
                let help = nearest.map_or_else(
                    || "add it to `classes` in vocabulary.yaml, or name one that is there".to_owned(),
                    |name| format!("did you mean {}?", quoted(format!("{{{name}}}"))),
                );
                (format!("there is no word class {}", shown(name)), help)
            }
        };
        self.problems.error(Code::UnknownReference, place, message).help(help);
    }
}

/// Calls with every phrase of the records. Their names are written for people, and may say anything.
fn records<'a>(content: &Content<'a>, call: &mut impl FnMut(In<'a, String>)) {
    for record in &content.concerns {
        record.list(|concern: &RawConcern| &concern.aliases).for_each(&mut *call);
    }
    for (_, condition) in content.conditions() {
        condition.list(|condition: &RawCondition| &condition.aliases).for_each(&mut *call);
    }
    for record in &content.red_flags {
        record.list(|flag: &RawRedFlag| &flag.phrases).for_each(&mut *call);
        record.list(|flag| &flag.not_phrases).for_each(&mut *call);
    }
    for record in &content.populations {
        record.list(|population: &RawPopulation| &population.aliases).for_each(&mut *call);
    }
    for record in &content.diets {
        record.list(|diet: &RawDiet| &diet.aliases).for_each(&mut *call);
    }
}

/// Calls with every text of the vocabulary. Every field is named: a new one has to find its place.
fn vocabulary<'a>(content: &Content<'a>, call: &mut impl FnMut(In<'a, String>, Kind)) {
    for file in &content.vocabulary {
        let VocabularyFile {
            everyday,
            fillers,
            verbs,
            forms,
            misspellings,
            classes,
            negation: own_negation,
            context: own_context,
            phrases,
        } = file.value();
        each(file.file, &[everyday, fillers, verbs], Kind::Words, call);
        for RawForms { word, forms } in records_of(forms).chain(records_of(misspellings)) {
            one(file.file, word, Kind::Words, call);
            one(file.file, forms, Kind::Words, call);
        }
        for RawWordClass { name: _, words, phrases } in records_of(classes) {
            one(file.file, words, Kind::ClassWords, call);
            each(file.file, &[phrases], Kind::Phrase, call);
        }
        for record in records_of(phrases) {
            each(file.file, &[&record.phrases], Kind::Phrase, call);
        }
        own_negation.0.iter().for_each(|layer| negation(file.file, &layer.value, call));
        own_context.0.iter().for_each(|layer| context(file.file, &layer.value, call));
    }
}

fn negation<'a>(file: FileId, layer: &'a RawNegation, call: &mut impl FnMut(In<'a, String>, Kind)) {
    let RawNegation {
        before,
        not_before,
        after,
        answers,
        contrast,
        starters,
        undoing,
        hoping,
        losing,
        between,
        less,
        more,
        apart,
        returns,
        spared,
        openers,
        remote,
        wanted,
    } = layer;
    let words = [contrast, starters, undoing, hoping, openers, remote];
    let phrases =
        [before, not_before, after, answers, losing, between, less, more, apart, returns, spared, wanted];
    each(file, &words, Kind::Words, call);
    each(file, &phrases, Kind::Phrase, call);
}

fn context<'a>(file: FileId, layer: &'a RawContext, call: &mut impl FnMut(In<'a, String>, Kind)) {
    let RawContext {
        skin,
        elsewhere,
        complaints,
        person,
        needs_skin,
        needs_person,
        unless_elsewhere,
        not_skin,
        hearsay,
        happening,
    } = layer;
    let phrases = [needs_skin, needs_person, unless_elsewhere, not_skin, hearsay, happening];
    each(file, &[skin, elsewhere, complaints, person], Kind::Words, call);
    each(file, &phrases, Kind::Phrase, call);
}

fn records_of<T>(list: &List<T>) -> impl Iterator<Item = &T> {
    list.0.iter().flat_map(|list| &list.value).map(|record| &record.value)
}

fn one<'a>(file: FileId, text: &'a Field<String>, kind: Kind, call: &mut impl FnMut(In<'a, String>, Kind)) {
    text.0.iter().for_each(|at| call(In { file, at }, kind));
}

fn each<'a>(
    file: FileId,
    lists: &[&'a List<String>],
    kind: Kind,
    call: &mut impl FnMut(In<'a, String>, Kind),
) {
    for at in lists.iter().flat_map(|list| &list.0).flat_map(|list| &list.value) {
        call(In { file, at }, kind);
    }
}
