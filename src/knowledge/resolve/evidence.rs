//! Evidence and sources.

use super::super::merge::{Fields, Record};
use super::super::model::{ConcernKey, ConditionEvidence, ConditionKey, Evidence, Rating, Source, SourceKey};
use super::super::raw::evidence::{RawConditionEvidence, RawEvidence, RawSource};
use super::super::sets::{Certainty, Direction, Seen, Tier};
use super::Resolving;

/// What stands where no record was given: "not studied" is said, not hidden.
const NO_RECORD: Rating = Rating {
    direction: Direction::Unknown,
    certainty: Certainty::VeryLow,
    finding: "No study is on record for this.",
    sources: &[],
};

impl<'a> Resolving<'_, 'a> {
    /// The evidence of each support, in the order of the concerns; `served` says for which
    /// concerns each support needs a record.
    pub(super) fn evidence_by_support(&mut self, served: &[Vec<u16>]) -> Vec<&'static [Evidence]> {
        let names = self.names;
        let mut all: Vec<Vec<Evidence>> = served.iter().map(|_| Vec::new()).collect();
        for record in &self.content.evidence {
            let support = self.need_reference(record, "support", &names.supports, |record| &record.support);
            let evidence = self.one_evidence(record);
            if let Some(of_support) = all.get_mut(usize::from(support)) {
                of_support.push(evidence);
            }
        }
        let mut lists = Vec::new();
        for (mut evidence, concerns) in all.into_iter().zip(served) {
            for concern in concerns.iter().copied().map(ConcernKey) {
                if evidence.iter().all(|record| record.concern != concern) {
                    evidence.push(Evidence { concern, rating: NO_RECORD, conditions: &[] });
                }
            }
            evidence.sort_by_key(|record| record.concern);
            lists.push(self.kept(evidence));
        }
        lists
    }

    fn one_evidence(&mut self, record: &Record<'a, RawEvidence>) -> Evidence {
        let names = self.names;
        Evidence {
            concern: ConcernKey(
                self.need_reference(record, "concern", &names.concerns, |record| &record.concern),
            ),
            rating: Rating {
                direction: self.need_word(record, "direction", |record| &record.direction),
                certainty: self.need_word(record, "certainty", |record| &record.certainty),
                finding: self.need_text(record, "finding", |record| &record.finding),
                sources: self.references(record, &names.sources, SourceKey, |record| &record.sources),
            },
            conditions: self.condition_evidence(record),
        }
    }

    fn condition_evidence(&mut self, record: &impl Fields<'a, RawEvidence>) -> &'static [ConditionEvidence] {
        let names = self.names;
        let mut conditions = Vec::new();
        for part in record.list(|record| &record.conditions) {
            let condition =
                self.need_reference(&part, "condition", &names.conditions, |part: &RawConditionEvidence| {
                    &part.condition
                });
            conditions.push(ConditionEvidence {
                condition: ConditionKey(condition),
                rating: Rating {
                    direction: self.need_word(&part, "direction", |part| &part.direction),
                    certainty: self.need_word(&part, "certainty", |part| &part.certainty),
                    finding: self.need_text(&part, "finding", |part| &part.finding),
                    sources: self.references(&part, &names.sources, SourceKey, |part| &part.sources),
                },
            });
        }
        self.kept(conditions)
    }

    pub(super) fn sources(&mut self) -> &'static [Source] {
        let mut sources = Vec::new();
        for record in &self.content.sources {
            let year = record.get(|source: &RawSource| &source.year).map(|year| self.number(year));
            let seen: Seen = self.need_word(record, "seen", |source| &source.seen);
            let tier: Tier = self.need_word(record, "tier", |source| &source.tier);
            sources.push(Source {
                id: self.need_id(record, |source| &source.id),
                title: self.need_text(record, "title", |source| &source.title),
                authors: self.need_text(record, "authors", |source| &source.authors),
                year,
                venue: self.need_text(record, "venue", |source| &source.venue),
                doi: self.maybe_text(record, |source| &source.doi),
                pmid: self.maybe_text(record, |source| &source.pmid),
                pmcid: self.maybe_text(record, |source| &source.pmcid),
                url: self.need_text(record, "url", |source| &source.url),
                kind: self.need_word(record, "kind", |source| &source.kind),
                seen: seen.name(),
                tier: tier.name(),
                note: self.maybe_text(record, |source| &source.note),
            });
        }
        self.kept(sources)
    }
}
