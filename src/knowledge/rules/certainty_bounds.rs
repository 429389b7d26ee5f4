//! `certainty-bounds`: a certainty stays within what the kinds of its sources allow.
//!
//! After the rubric in `content/README.md`: unknown is very low; low takes at least a controlled
//! trial, pooled trials or a large cohort; moderate and high take pooled trials.

use crate::diagnostic::Code;
use crate::words::one_of;

use super::super::files::ContentFile;
use super::super::merge::In;
use super::super::sets::{Certainty, Direction, SourceKind};
use super::checking::{Checking, Rated, ratings, word};

const POOLED: &[SourceKind] = &[SourceKind::MetaAnalysis, SourceKind::SystematicReview];
const CONTROLLED: &[SourceKind] = &[
    SourceKind::MetaAnalysis,
    SourceKind::SystematicReview,
    SourceKind::RandomizedTrial,
    SourceKind::Cohort,
];

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    let can_judge = checking.content.is_whole(&[ContentFile::Sources]);
    for rated in ratings(checking.content) {
        let Some((direction, certainty)) = rated.rating() else { continue };
        let place = rated.certainty.map_or(rated.place, In::place);
        if direction == Direction::Unknown && certainty != Certainty::VeryLow {
            checking
                .problems
                .error(Code::CertaintyBounds, place, format!("what is unknown cannot be {certainty}"))
                .help("write `very-low`");
            continue;
        }
        let needed = match certainty {
            Certainty::VeryLow => continue,
            Certainty::Low => CONTROLLED,
            Certainty::Moderate | Certainty::High => POOLED,
        };
        if can_judge && rated.has_sources() && !has_source_of(checking, rated, needed) {
            let kinds = one_of(needed.iter().map(|kind| kind.name()));
            checking
                .problems
                .error(Code::CertaintyBounds, place, format!("{certainty} needs a source that is a {kinds}"))
                .help("name such a source, or lower the certainty");
        }
    }
}

/// Whether one of the sources is of such a kind; a source that is not known counts, since that is
/// reported elsewhere.
fn has_source_of(checking: &Checking<'_, '_>, rated: Rated<'_>, kinds: &[SourceKind]) -> bool {
    rated.sources.into_iter().flat_map(In::items).any(|id| {
        let number = checking.names.sources.find(id.value()).map(usize::from);
        let source = number.and_then(|number| checking.content.sources.get(number));
        source
            .is_none_or(|source| word(source, |source| &source.kind).is_none_or(|kind| kinds.contains(&kind)))
    })
}
