//! The supports, all or chosen, with what studies found for each concern.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::advice::Advice;
use crate::knowledge::model::{KnowledgeBase, MechanismKey};
use crate::report::advise::cautions::check_first;
use crate::report::advise::choices::choices;
use crate::report::advise::citations::{behind, source_list};
use crate::report::advise::json::{SupportEntry, left_out, supports};
use crate::report::advise::left_out::left_out as left_out_blocks;
use crate::report::advise::records::{left_out as left_out_cell, rows};
use crate::report::advise::supports::supports as support_blocks;
use crate::report::contract::{LeftOutEntry, SourceEntry};
use crate::report::document::{Block, Document, Text};
use crate::report::notice::{NOTICE, notice_block};
use crate::report::{Detail, Records, Report, SCHEMA_VERSION};

/// What `gutskin supports -f json` writes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "gutskin supports")]
pub struct SupportsOutput<'a> {
    /// Counts up when a field goes away or changes its meaning.
    pub schema_version: u32,
    /// By kind, best first.
    pub supports: Vec<SupportEntry<'a>>,
    /// What was left out for this person.
    pub left_out: Vec<LeftOutEntry<'a>>,
    /// The sources behind all of this; empty unless `--cite`.
    pub sources: Vec<SourceEntry<'a>>,
    /// What this is not.
    pub notice: &'a str,
}

/// The list of supports.
#[derive(Debug, Clone, Copy)]
pub struct SupportsReport<'a> {
    kb: &'static KnowledgeBase,
    advice: &'a Advice,
    defaults: &'a [String],
    detail: Detail,
}

impl<'a> SupportsReport<'a> {
    /// Of an advice for no concern in particular; `defaults` says what came from a profile.
    #[must_use]
    pub const fn new(
        kb: &'static KnowledgeBase,
        advice: &'a Advice,
        defaults: &'a [String],
        detail: Detail,
    ) -> Self {
        Self { kb, advice, defaults, detail }
    }

    fn choices(&self) -> Option<Block<'a>> {
        let choices = choices(self.kb, &self.advice.query);
        let mut facts = Vec::new();
        if !choices.is_empty() {
            facts.push(("For you".into(), Text::plain(choices.join("; "))));
        }
        if !self.defaults.is_empty() {
            facts.push(("By default".into(), Text::plain(self.defaults.join("; "))));
        }
        (!facts.is_empty()).then_some(Block::Facts(facts))
    }
}

impl Serialize for SupportsReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kb, advice) = (self.kb, self.advice);
        let cited = if self.detail.cite { behind(advice) } else { BTreeSet::new() };
        let output = SupportsOutput {
            schema_version: SCHEMA_VERSION,
            supports: supports(kb, advice),
            left_out: left_out(kb, advice),
            sources: cited.into_iter().map(|key| SourceEntry::new(&kb[key])).collect(),
            notice: NOTICE,
        };
        output.serialize(serializer)
    }
}

impl Report for SupportsReport<'_> {
    fn document(&self) -> Document<'_> {
        let (kb, advice, detail) = (self.kb, self.advice, self.detail);
        let mechanisms: Vec<_> =
            kb.mechanisms.iter().zip(0..).map(|(_, place)| MechanismKey(place)).collect();
        let names = kb.mechanisms.iter().map(|mechanism| mechanism.name.into()).collect();
        let mut blocks = vec![Block::Heading(2, "Supports".into())];
        blocks.extend(self.choices());
        blocks.push(Block::Paragraph("“Through” gives the numbers of these mechanisms:".into()));
        blocks.push(Block::Numbered(names));
        blocks.extend(support_blocks(kb, advice, &mechanisms, detail));
        blocks.extend(check_first(kb, advice, detail));
        blocks.extend(left_out_blocks(kb, advice, detail));
        if detail.cite {
            blocks.extend(source_list(kb, behind(advice)));
        }
        blocks.push(notice_block(advice.foremost().map(|key| kb[key].id)));
        Document { title: "Supports".into(), blocks }
    }

    fn records(&self) -> Records<'_> {
        rows(self.kb, &self.advice.supports, &left_out_cell(self.kb, self.advice), "")
    }
}
