//! Diets, tags, populations, red flags and swaps.

use crate::diagnostic::Code;
use crate::words::quoted;

use super::super::merge::{Fields, In};
use super::super::model::{
    Diet, DietKey, MechanismKey, Population, PopulationKey, RedFlag, SourceKey, SupportKey, Swap, SwapItem,
    SwapReason, Tag, TagKey,
};
use super::super::raw::at::Field;
use super::super::raw::people::{RawDiet, RawPopulation, RawRedFlag, RawSwap, RawTag};
use super::super::sets::SupportKind;
use super::{Resolving, shown};

impl<'a> Resolving<'_, 'a> {
    pub(super) fn tags(&mut self) -> &'static [Tag] {
        let mut tags = Vec::new();
        for record in &self.content.tags {
            tags.push(Tag {
                id: self.need_id(record, |tag: &RawTag| &tag.id),
                label: self.need_text(record, "label", |tag| &tag.label),
            });
        }
        self.kept(tags)
    }

    pub(super) fn diets(&mut self) -> &'static [Diet] {
        let names = self.names;
        let mut diets = Vec::new();
        for record in &self.content.diets {
            let source = record.get(|diet: &RawDiet| &diet.source);
            diets.push(Diet {
                id: self.need_id(record, |diet| &diet.id),
                name: self.need_text(record, "name", |diet| &diet.name),
                aliases: self.texts(record, |diet| &diet.aliases),
                excludes: self.references(record, &names.tags, TagKey, |diet| &diet.excludes),
                source: source.and_then(|id| self.reference(id, &names.sources)).map(SourceKey),
                note: self.maybe_text(record, |diet| &diet.note),
            });
        }
        self.kept(diets)
    }

    pub(super) fn populations(&mut self) -> &'static [Population] {
        let names = self.names;
        let mut populations = Vec::new();
        for record in &self.content.populations {
            populations.push(Population {
                id: self.need_id(record, |population: &RawPopulation| &population.id),
                label: self.need_text(record, "label", |population| &population.label),
                aliases: self.texts(record, |population| &population.aliases),
                excludes: self.references(record, &names.tags, TagKey, |population| &population.excludes),
                note: self.maybe_text(record, |population| &population.note),
            });
        }
        self.kept(populations)
    }

    pub(super) fn red_flags(&mut self) -> &'static [RedFlag] {
        let names = self.names;
        let mut red_flags = Vec::new();
        for record in &self.content.red_flags {
            self.need(record, "phrases", |flag: &RawRedFlag| &flag.phrases);
            red_flags.push(RedFlag {
                id: self.need_id(record, |flag| &flag.id),
                name: self.need_text(record, "name", |flag| &flag.name),
                urgency: self.need_word(record, "urgency", |flag| &flag.urgency),
                when: self.need_text(record, "when", |flag| &flag.when),
                phrases: self.texts(record, |flag| &flag.phrases),
                not_phrases: self.texts(record, |flag| &flag.not_phrases),
                populations: self
                    .references(record, &names.populations, PopulationKey, |flag| &flag.populations),
                say: self.need_text(record, "say", |flag| &flag.say),
                sources: self.references(record, &names.sources, SourceKey, |flag| &flag.sources),
            });
        }
        self.kept(red_flags)
    }

    pub(super) fn swaps(&mut self) -> &'static [Swap] {
        let names = self.names;
        let mut swaps = Vec::new();
        for record in &self.content.swaps {
            let mechanism = record.get(|swap: &RawSwap| &swap.mechanism);
            swaps.push(Swap {
                instead_of: self.swap_item(record, "instead_of", |swap| &swap.instead_of),
                because: self.swap_reason(record),
                with: self.swap_item(record, "use", |swap| &swap.with),
                mechanism: mechanism.and_then(|id| self.reference(id, &names.mechanisms)).map(MechanismKey),
                note: self.maybe_text(record, |swap| &swap.note),
            });
        }
        self.kept(swaps)
    }

    /// A support, or else an example: where a word is both (`turmeric`), the support, which all
    /// its examples stand for.
    fn swap_item(
        &mut self,
        record: &impl Fields<'a, RawSwap>,
        name: &str,
        pick: impl Fn(&'a RawSwap) -> &'a Field<String>,
    ) -> SwapItem {
        const NOTHING: SwapItem = SwapItem::Example("");
        let names = self.names;
        let Some(id) = self.need(record, name, pick) else { return NOTHING };
        if let Some(support) = names.supports.find(id.value()) {
            return SwapItem::Support(SupportKey(support));
        }
        if names.examples.find(id.value()).is_some() {
            return SwapItem::Example(self.text(id));
        }
        self.unknown_reference(id, &[&names.supports, &names.examples]);
        NOTHING
    }

    /// A tag, or else a diet, a population or a kind.
    fn swap_reason(&mut self, record: &impl Fields<'a, RawSwap>) -> SwapReason {
        const NOTHING: SwapReason = SwapReason::Kind(SupportKind::Food);
        let names = self.names;
        let Some(id) = self.need(record, "because", |swap| &swap.because) else { return NOTHING };
        let word = id.value().as_str();
        let tag = names.tags.refer(word).map(|tag| SwapReason::Tag(TagKey(tag)));
        let diet = || names.diets.find(word).map(|diet| SwapReason::Diet(DietKey(diet)));
        let population =
            || names.populations.find(word).map(|who| SwapReason::Population(PopulationKey(who)));
        let found = tag.or_else(diet).or_else(population).or_else(|| kind(word).map(SwapReason::Kind));
        found.unwrap_or_else(|| {
            self.unknown_reason(id);
            NOTHING
        })
    }

    fn unknown_reason(&mut self, id: In<'a, String>) {
        let names = self.names;
        if !(names.tags.is_whole && names.populations.is_whole) {
            return;
        }
        let known = names.tags.names().chain(names.diets.names()).chain(names.populations.names());
        let kinds = SupportKind::ALL.iter().map(|kind| kind.name());
        let help = self.problems.nearest(id.value(), known.chain(kinds)).map_or_else(
            || "`because` names a tag, a diet, a population or a kind of support".to_owned(),
            |name| format!("did you mean {}?", quoted(name)),
        );
        let message = format!("there is no tag, diet, population or kind {}", shown(id.value()));
        self.problems.error(Code::UnknownReference, id.place(), message).help(help);
    }
}

/// The kind, in the singular or the plural.
fn kind(word: &str) -> Option<SupportKind> {
    SupportKind::find(word).or_else(|| word.strip_suffix('s').and_then(SupportKind::find))
}
