//! The axis, facts, concerns, conditions and mechanisms.

use std::collections::HashMap;

use crate::diagnostic::Code;

use super::super::merge::{Fields, In};
use super::super::model::{
    Axis, Concern, ConcernKey, Condition, Fact, FactKey, Link, Mechanism, MechanismFinding, MechanismKey,
    SourceKey,
};
use super::super::raw::at::{Field, List};
use super::super::raw::concerns::{RawAxis, RawConcern, RawLink, RawMechanism, RawMechanismFinding};
use super::super::sources::Place;
use super::{Resolving, shown};

/// The axis out of all layers: the newest of each field.
struct AxisRecord<'p, 'a>(&'p [In<'a, RawAxis>]);

impl<'a> Fields<'a, RawAxis> for AxisRecord<'_, 'a> {
    fn get<T: 'a>(&self, pick: impl Fn(&'a RawAxis) -> &'a Field<T>) -> Option<In<'a, T>> {
        self.0.iter().rev().find_map(|layer| layer.get(&pick))
    }

    fn place(&self) -> Place {
        self.0[0].place()
    }
}

impl<'a> Resolving<'_, 'a> {
    pub(super) fn axis(&mut self) -> Axis {
        let content = self.content;
        if content.axis.is_empty() {
            return Axis { name: "Gut–skin axis", summary: "", details: &[], aliases: &[], article: &[] };
        }
        let axis = AxisRecord(&content.axis);
        Axis {
            name: self.need_text(&axis, "name", |axis| &axis.name),
            summary: self.need_text(&axis, "summary", |axis| &axis.summary),
            details: self.texts(&axis, |axis| &axis.details),
            aliases: self.texts(&axis, |axis| &axis.aliases),
            article: self.article(&axis, |axis| &axis.article),
        }
    }

    /// The facts that a record rests on.
    pub(super) fn article<R: 'a>(
        &mut self,
        record: &impl Fields<'a, R>,
        pick: impl Fn(&'a R) -> &'a List<String>,
    ) -> &'static [FactKey] {
        let names = self.names;
        self.references(record, &names.facts, FactKey, pick)
    }

    pub(super) fn facts(&mut self) -> &'static [Fact] {
        let mut facts = Vec::new();
        for record in &self.content.facts {
            facts.push(Fact {
                id: self.need_text(record, "id", |fact| &fact.id),
                text: self.need_text(record, "text", |fact| &fact.text),
            });
        }
        self.kept(facts)
    }

    pub(super) fn concerns(&mut self) -> &'static [Concern] {
        let mut concerns = Vec::new();
        for record in &self.content.concerns {
            concerns.push(Concern {
                id: self.need_id(record, |concern: &RawConcern| &concern.id),
                name: self.need_text(record, "name", |concern| &concern.name),
                summary: self.need_text(record, "summary", |concern| &concern.summary),
                article: self.article(record, |concern| &concern.article),
                aliases: self.texts(record, |concern| &concern.aliases),
                links: self.links(record),
            });
        }
        self.kept(concerns)
    }

    fn links(&mut self, record: &impl Fields<'a, RawConcern>) -> &'static [Link] {
        let mechanisms: Vec<_> = record
            .list(|concern| &concern.links)
            .filter_map(|link| link.get(|link: &RawLink| &link.mechanism))
            .collect();
        self.no_repetition(&mechanisms);
        let names = self.names;
        let mut links = Vec::new();
        for link in record.list(|concern| &concern.links) {
            links.push(Link {
                mechanism: MechanismKey(
                    self.need_reference(&link, "mechanism", &names.mechanisms, |link| &link.mechanism),
                ),
                because: self.need_text(&link, "because", |link| &link.because),
                article: self.article(&link, |link| &link.article),
            });
        }
        self.kept(links)
    }

    pub(super) fn conditions(&mut self) -> &'static [Condition] {
        let mut conditions = Vec::new();
        let mut first: HashMap<&str, Place> = HashMap::new();
        for (concern, condition) in self.content.conditions() {
            if let Some(id) = condition.get(|condition| &condition.id)
                && let Some(place) = first.insert(id.value(), id.place())
            {
                let message = format!("the condition {} stands twice", shown(id.value()));
                self.problems
                    .error(Code::DuplicateId, id.place(), message)
                    .related(place, "first defined here")
                    .help("a condition belongs to one concern: delete one of the two");
            }
            conditions.push(Condition {
                id: self.need_id(&condition, |condition| &condition.id),
                name: self.need_text(&condition, "name", |condition| &condition.name),
                concern: ConcernKey(u16::try_from(concern).unwrap_or_default()),
                aliases: self.texts(&condition, |condition| &condition.aliases),
            });
        }
        self.kept(conditions)
    }

    pub(super) fn mechanisms(&mut self) -> &'static [Mechanism] {
        let mut mechanisms = Vec::new();
        for record in &self.content.mechanisms {
            mechanisms.push(Mechanism {
                id: self.need_id(record, |mechanism: &RawMechanism| &mechanism.id),
                name: self.need_text(record, "name", |mechanism| &mechanism.name),
                summary: self.need_text(record, "summary", |mechanism| &mechanism.summary),
                article: self.article(record, |mechanism| &mechanism.article),
                aliases: self.texts(record, |mechanism| &mechanism.aliases),
                findings: self.findings(record),
            });
        }
        self.kept(mechanisms)
    }

    fn findings(&mut self, record: &impl Fields<'a, RawMechanism>) -> &'static [MechanismFinding] {
        let names = self.names;
        let mut findings = Vec::new();
        for finding in record.list(|mechanism| &mechanism.findings) {
            findings.push(MechanismFinding {
                stance: self.need_word(&finding, "stance", |finding: &RawMechanismFinding| &finding.stance),
                certainty: self.need_word(&finding, "certainty", |finding| &finding.certainty),
                finding: self.need_text(&finding, "finding", |finding| &finding.finding),
                sources: self.references(&finding, &names.sources, SourceKey, |finding| &finding.sources),
            });
        }
        self.kept(findings)
    }
}
