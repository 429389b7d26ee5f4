//! `missing-evidence`: every support has an evidence record for every concern it serves. A warning,
//! so that a new concern can be tried out; what has no record is shown as not studied.

use std::collections::{BTreeMap, HashSet};

use crate::diagnostic::Code;
use crate::words::{choices, quoted};

use super::super::files::ContentFile;
use super::super::merge::{Fields, Record};
use super::super::raw::evidence::RawEvidence;
use super::super::sources::{Place, safe};
use super::checking::Checking;

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    let needed =
        [ContentFile::Concerns, ContentFile::Mechanisms, ContentFile::Supports, ContentFile::Evidence];
    if !checking.content.is_whole(&needed) {
        return;
    }
    let given = given(checking);
    // By the record that came last: a new concern is one warning, not one for each old support.
    let mut missing: BTreeMap<(Place, String), Vec<&str>> = BTreeMap::new();
    for (support, record) in (0..).zip(&checking.content.supports) {
        let Some(support_id) = record.get(|support| &support.id) else { continue };
        for concern in checking.names.served(record) {
            let concern_record = &checking.content.concerns[usize::from(concern)];
            let Some(concern_id) = concern_record.get(|concern| &concern.id) else { continue };
            if given.contains(&(support, concern)) {
                continue;
            }
            let of = |place: Place, what: &str, id: &str| (place, format!("{what} {}", quoted(safe(id))));
            if checking.problems.texts.layer(concern_id.place())
                > checking.problems.texts.layer(support_id.place())
            {
                let key = of(concern_id.place(), "concern", concern_id.value());
                missing.entry(key).or_default().push(support_id.value());
            } else {
                let key = of(support_id.place(), "support", support_id.value());
                missing.entry(key).or_default().push(concern_id.value());
            }
        }
    }
    for ((place, what), others) in missing {
        checking
            .problems
            .warning(Code::MissingEvidence, place, format!("the {what} has no evidence record with {}", choices(others)))
            .help("add records to evidence.yaml, with direction `unknown` where nothing is known; until then it reads as not studied");
    }
}

fn given(checking: &Checking<'_, '_>) -> HashSet<(u16, u16)> {
    let names = checking.names;
    let pair = |record: &Record<'_, RawEvidence>| {
        let support = names.supports.find(record.get(|record| &record.support)?.value())?;
        let concern = names.concerns.find(record.get(|record| &record.concern)?.value())?;
        Some((support, concern))
    };
    checking.content.evidence.iter().filter_map(pair).collect()
}
