//! The words of recognition. A layer's lists add to those below.

use super::super::merge::{Fields, In};
use super::super::model::{
    ConcernKey, ConditionKey, Context, DietKey, Forms, Negation, Phrases, PopulationKey, RedFlagKey, Target,
    Vocabulary, WordClass,
};
use super::super::raw::at::{At, Field};
use super::super::raw::vocabulary::{
    RawContext, RawForms, RawNegation, RawPhrases, RawWordClass, VocabularyFile,
};
use super::super::wording::MOST_CLASSES;
use super::Resolving;
use crate::diagnostic::Code;

impl<'a> Resolving<'_, 'a> {
    pub(super) fn vocabulary(&mut self) -> Vocabulary {
        let files = self.content.vocabulary.clone();
        let context: Vec<_> = files.iter().filter_map(|file| file.get(|file| &file.context)).collect();
        let negation: Vec<_> = files.iter().filter_map(|file| file.get(|file| &file.negation)).collect();
        Vocabulary {
            everyday: self.all(&files, |file| &file.everyday),
            fillers: self.all(&files, |file| &file.fillers),
            verbs: self.all(&files, |file| &file.verbs),
            forms: self.forms(&files, |file| &file.forms),
            misspellings: self.forms(&files, |file| &file.misspellings),
            classes: self.word_classes(&files),
            negation: self.negation(&negation),
            context: self.context(&context),
            phrases: self.phrases(&files),
        }
    }

    fn negation(&mut self, layers: &[In<'a, RawNegation>]) -> Negation {
        Negation {
            before: self.all(layers, |layer| &layer.before),
            not_before: self.all(layers, |layer| &layer.not_before),
            after: self.all(layers, |layer| &layer.after),
            answers: self.all(layers, |layer| &layer.answers),
            contrast: self.all(layers, |layer| &layer.contrast),
            starters: self.all(layers, |layer| &layer.starters),
            undoing: self.all(layers, |layer| &layer.undoing),
            hoping: self.all(layers, |layer| &layer.hoping),
            losing: self.all(layers, |layer| &layer.losing),
            between: self.all(layers, |layer| &layer.between),
            less: self.all(layers, |layer| &layer.less),
            more: self.all(layers, |layer| &layer.more),
            apart: self.all(layers, |layer| &layer.apart),
            returns: self.all(layers, |layer| &layer.returns),
            spared: self.all(layers, |layer| &layer.spared),
            openers: self.all(layers, |layer| &layer.openers),
            remote: self.all(layers, |layer| &layer.remote),
            wanted: self.all(layers, |layer| &layer.wanted),
        }
    }

    fn context(&mut self, layers: &[In<'a, RawContext>]) -> Context {
        Context {
            skin: self.all(layers, |layer| &layer.skin),
            elsewhere: self.all(layers, |layer| &layer.elsewhere),
            complaints: self.all(layers, |layer| &layer.complaints),
            person: self.all(layers, |layer| &layer.person),
            needs_skin: self.all(layers, |layer| &layer.needs_skin),
            needs_person: self.all(layers, |layer| &layer.needs_person),
            unless_elsewhere: self.all(layers, |layer| &layer.unless_elsewhere),
            not_skin: self.all(layers, |layer| &layer.not_skin),
            hearsay: self.all(layers, |layer| &layer.hearsay),
            happening: self.all(layers, |layer| &layer.happening),
        }
    }

    /// The texts of one list in all layers.
    fn all<R: 'a>(
        &mut self,
        layers: &[In<'a, R>],
        pick: impl Fn(&'a R) -> &'a Field<Vec<At<String>>>,
    ) -> &'static [&'static str] {
        let items: Vec<In<'a, String>> = layers.iter().flat_map(|layer| layer.list(&pick)).collect();
        let texts = items.into_iter().map(|text| self.text(text)).collect();
        self.kept(texts)
    }

    fn forms(
        &mut self,
        files: &[In<'a, VocabularyFile>],
        pick: impl Fn(&'a VocabularyFile) -> &'a Field<Vec<At<RawForms>>>,
    ) -> &'static [Forms] {
        let records: Vec<In<'a, RawForms>> = files.iter().flat_map(|file| file.list(&pick)).collect();
        let mut forms = Vec::new();
        for record in records {
            forms.push(Forms {
                word: self.need_text(&record, "word", |forms| &forms.word),
                forms: self.need_text(&record, "forms", |forms| &forms.forms),
            });
        }
        self.kept(forms)
    }

    fn word_classes(&mut self, files: &[In<'a, VocabularyFile>]) -> &'static [WordClass] {
        let records: Vec<In<'a, RawWordClass>> =
            files.iter().flat_map(|file| file.list(|file| &file.classes)).collect();
        let (mut names, mut classes) = (Vec::new(), Vec::new());
        for record in records {
            let class = WordClass {
                name: self.need_text(&record, "name", |class| &class.name),
                words: self.need_text(&record, "words", |class| &class.words),
                phrases: self.texts(&record, |class| &class.phrases),
            };
            let name = record.get(|class| &class.name).map(In::value);
            // As everywhere, what a layer names again it replaces.
            if let Some(known) = names.iter().position(|known| *known == name) {
                classes[known] = class;
                continue;
            }
            if names.len() == MOST_CLASSES {
                let message =
                    format!("this is one word class more than the {MOST_CLASSES} that can be told apart");
                self.problems.error(Code::TooMany, record.place(), message);
            }
            names.push(name);
            classes.push(class);
        }
        self.kept(classes)
    }

    fn phrases(&mut self, files: &[In<'a, VocabularyFile>]) -> &'static [Phrases] {
        let records: Vec<In<'a, RawPhrases>> =
            files.iter().flat_map(|file| file.list(|file| &file.phrases)).collect();
        let mut all = Vec::new();
        for record in records {
            self.need(&record, "phrases", |phrases| &phrases.phrases);
            let phrases = self.texts(&record, |phrases| &phrases.phrases);
            if let Some(target) = self.target(record) {
                all.push(Phrases { target, phrases });
            }
        }
        self.kept(all)
    }

    fn target(&mut self, record: In<'a, RawPhrases>) -> Option<Target> {
        let names = self.names;
        if let Some(id) = record.get(|phrases| &phrases.condition) {
            return self.reference(id, &names.conditions).map(|key| Target::Condition(ConditionKey(key)));
        }
        if let Some(id) = record.get(|phrases| &phrases.red_flag) {
            return self.reference(id, &names.red_flags).map(|key| Target::RedFlag(RedFlagKey(key)));
        }
        if let Some(id) = record.get(|phrases| &phrases.population) {
            return self.reference(id, &names.populations).map(|key| Target::Population(PopulationKey(key)));
        }
        if let Some(id) = record.get(|phrases| &phrases.diet) {
            return self.reference(id, &names.diets).map(|key| Target::Diet(DietKey(key)));
        }
        let id = self.need(&record, "concern", |phrases| &phrases.concern)?;
        self.reference(id, &names.concerns).map(|key| Target::Concern(ConcernKey(key)))
    }
}
