//! Supports, with their sentences, examples, roles and cautions.

use super::super::merge::{Fields, In, Record};
use super::super::model::{
    Caution, ConcernKey, Example, HowSentence, MechanismKey, Mention, PopulationKey, Role, SourceKey,
    Support, TagKey,
};
use super::super::raw::supports::{RawCaution, RawExample, RawHow, RawRole, RawSupport};
use super::super::sets::SupportAction;
use super::Resolving;

impl<'a> Resolving<'_, 'a> {
    pub(super) fn supports(&mut self) -> &'static [Support] {
        let content = self.content;
        let served: Vec<Vec<u16>> = content.supports.iter().map(|record| self.names.served(record)).collect();
        let evidence = self.evidence_by_support(&served);
        let mut supports = Vec::new();
        for (record, evidence) in content.supports.iter().zip(evidence) {
            let action = record.get(|support: &RawSupport| &support.action);
            supports.push(Support {
                id: self.need_id(record, |support| &support.id),
                name: self.need_text(record, "name", |support| &support.name),
                kind: self.need_word(record, "kind", |support| &support.kind),
                action: action.and_then(|word| self.word(word)).unwrap_or(SupportAction::Include),
                short: self.maybe_text(record, |support| &support.short),
                how: self.how(record),
                examples: self.examples(record),
                roles: self.roles(record),
                evidence,
                cautions: self.cautions(record),
                aliases: self.texts(record, |support| &support.aliases),
                anchor: self.maybe_text(record, |support| &support.anchor),
            });
        }
        self.kept(supports)
    }

    fn how(&mut self, record: &Record<'a, RawSupport>) -> &'static [HowSentence] {
        let names = self.names;
        self.need(record, "how", |support| &support.how);
        let mut sentences = Vec::new();
        for sentence in record.list(|support| &support.how) {
            let source = sentence.get(|sentence: &RawHow| &sentence.source);
            sentences.push(HowSentence {
                text: self.need_text(&sentence, "text", |sentence| &sentence.text),
                source: source.and_then(|id| self.reference(id, &names.sources)).map(SourceKey),
                mentions: self.mentions(&sentence),
            });
        }
        self.kept(sentences)
    }

    fn mentions(&mut self, sentence: &In<'a, RawHow>) -> &'static [Mention] {
        let items: Vec<In<'a, String>> = sentence.list(|sentence| &sentence.mentions).collect();
        self.no_repetition(&items);
        let mentions = items.into_iter().filter_map(|name| self.mention(name)).collect();
        self.kept(mentions)
    }

    /// A tag, or else an example: where a word is both (`garlic`), the tag, so that everything
    /// that contains it is meant.
    fn mention(&mut self, name: In<'a, String>) -> Option<Mention> {
        let names = self.names;
        if let Some(tag) = names.tags.refer(name.value()) {
            return Some(Mention::Tag(TagKey(tag)));
        }
        if names.examples.find(name.value()).is_some() {
            return Some(Mention::Example(self.text(name)));
        }
        self.unknown_reference(name, &[&names.tags, &names.examples]);
        None
    }

    fn examples(&mut self, record: &Record<'a, RawSupport>) -> &'static [Example] {
        let names = self.names;
        let mut examples = Vec::new();
        for example in record.list(|support| &support.examples) {
            examples.push(Example {
                name: self.need_text(&example, "name", |example: &RawExample| &example.name),
                contains: self.references(&example, &names.tags, TagKey, |example| &example.contains),
                article: example.get(|example| &example.article).is_some_and(|article| *article.value()),
                note: self.maybe_text(&example, |example| &example.note),
            });
        }
        self.kept(examples)
    }

    fn roles(&mut self, record: &Record<'a, RawSupport>) -> &'static [Role] {
        let names = self.names;
        self.need(record, "roles", |support| &support.roles);
        let mut roles = Vec::new();
        for role in record.list(|support| &support.roles) {
            let mechanism = role.get(|role: &RawRole| &role.mechanism);
            self.references(&role, &names.concerns, ConcernKey, |role| &role.concerns);
            let concerns = names.served_by_role(role).into_iter().map(ConcernKey).collect();
            roles.push(Role {
                mechanism: mechanism.and_then(|id| self.reference(id, &names.mechanisms)).map(MechanismKey),
                concerns: self.kept(concerns),
                fits_most: self.references(&role, &names.concerns, ConcernKey, |role| &role.fits_most),
                article: self.article(&role, |role| &role.article),
                role: self.need_text(&role, "role", |role| &role.role),
            });
        }
        self.kept(roles)
    }

    fn cautions(&mut self, record: &Record<'a, RawSupport>) -> &'static [Caution] {
        let names = self.names;
        let mut cautions = Vec::new();
        for caution in record.list(|support| &support.cautions) {
            let basis = caution.get(|caution: &RawCaution| &caution.basis);
            cautions.push(Caution {
                who: PopulationKey(
                    self.need_reference(&caution, "who", &names.populations, |caution| &caution.who),
                ),
                severity: self.need_word(&caution, "severity", |caution| &caution.severity),
                only: self.maybe_text(&caution, |caution| &caution.only),
                examples: self.texts(&caution, |caution| &caution.examples),
                text: self.need_text(&caution, "text", |caution| &caution.text),
                sources: self.references(&caution, &names.sources, SourceKey, |caution| &caution.sources),
                basis: basis.and_then(|word| self.word(word)),
            });
        }
        self.kept(cautions)
    }
}
