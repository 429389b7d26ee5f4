//! `evidence.yaml`, `sources.yaml`: what studies found, and where it stands.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::sets::{Certainty, Direction, Seen, SourceKind, Tier};
use super::at::{Field, List, Word};

/// What studies found for every support and every concern.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct EvidenceFile {
    /// One record for each support and concern; a later layer's record replaces the whole.
    pub(in crate::knowledge) evidence: List<RawEvidence>,
}

/// What studies found about one support for one concern.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Evidence")]
pub(in crate::knowledge) struct RawEvidence {
    /// The support's id.
    pub(in crate::knowledge) support: Field<String>,
    /// The concern's id.
    pub(in crate::knowledge) concern: Field<String>,
    /// What the support does to the concern; for `limit` supports, what having less of it does.
    pub(in crate::knowledge) direction: Field<Word<Direction>>,
    /// How sure anyone can be, by the rubric in README.md.
    pub(in crate::knowledge) certainty: Field<Word<Certainty>>,
    /// In one to three sentences.
    pub(in crate::knowledge) finding: Field<String>,
    /// The ids of the sources; for `unknown`, they give context.
    pub(in crate::knowledge) sources: List<String>,
    /// Finer records by condition.
    pub(in crate::knowledge) conditions: List<RawConditionEvidence>,
}

/// What studies found about one support for one condition.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "ConditionEvidence")]
pub(in crate::knowledge) struct RawConditionEvidence {
    /// The condition's id, of this concern.
    pub(in crate::knowledge) condition: Field<String>,
    /// What the support does to the condition.
    pub(in crate::knowledge) direction: Field<Word<Direction>>,
    /// How sure anyone can be, by the rubric in README.md.
    pub(in crate::knowledge) certainty: Field<Word<Certainty>>,
    /// In one to three sentences.
    pub(in crate::knowledge) finding: Field<String>,
    /// The ids of the sources.
    pub(in crate::knowledge) sources: List<String>,
}

/// Where every statement comes from, each source once.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct SourcesFile {
    /// The bibliographic records.
    pub(in crate::knowledge) sources: List<RawSource>,
}

/// A bibliographic record.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Source")]
pub(in crate::knowledge) struct RawSource {
    /// Lower-case words joined by hyphens, such as `juhl-2018`.
    pub(in crate::knowledge) id: Field<String>,
    /// The id of a known record whose fields this one changes.
    pub(in crate::knowledge) extends: Field<String>,
    /// In the work's own spelling.
    pub(in crate::knowledge) title: Field<String>,
    /// As the record shows them.
    pub(in crate::knowledge) authors: Field<String>,
    /// Of publication; left out where it was not shown.
    pub(in crate::knowledge) year: Field<u16>,
    /// Journal or publisher.
    pub(in crate::knowledge) venue: Field<String>,
    /// Without the resolver's address, such as `10.1016/j.cell.2021.06.019`.
    pub(in crate::knowledge) doi: Field<String>,
    /// The number at `PubMed`, in quotes.
    pub(in crate::knowledge) pmid: Field<String>,
    /// The number at `PubMed` Central, such as `PMC9020749`.
    pub(in crate::knowledge) pmcid: Field<String>,
    /// Where to read it.
    pub(in crate::knowledge) url: Field<String>,
    /// Study design, or kind of page.
    pub(in crate::knowledge) kind: Field<Word<SourceKind>>,
    /// How much of it was read.
    pub(in crate::knowledge) seen: Field<Word<Seen>>,
    /// How firm it is.
    pub(in crate::knowledge) tier: Field<Word<Tier>>,
    /// A remark for people.
    pub(in crate::knowledge) note: Field<String>,
}
