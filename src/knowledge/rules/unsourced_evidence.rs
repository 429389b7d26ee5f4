//! `unsourced-evidence`: a finding names its sources, unless its direction is `unknown`.

use crate::diagnostic::Code;

use super::super::merge::{Fields, In};
use super::super::sets::Direction;
use super::checking::{Checking, has_any, ratings};

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    let content = checking.content;
    let unsourced = ratings(content).filter(|rated| !rated.has_sources());
    let places = unsourced.filter_map(|rated| {
        let direction = rated.direction?;
        direction.value().find().filter(|found| *found != Direction::Unknown).map(|_| direction.place())
    });
    let findings =
        content.mechanisms.iter().flat_map(|mechanism| mechanism.list(|mechanism| &mechanism.findings));
    let of_mechanisms =
        findings.filter(|finding| !has_any(finding, |finding| &finding.sources)).map(In::place);
    for place in places.chain(of_mechanisms) {
        checking
            .problems
            .error(Code::UnsourcedEvidence, place, "this finding names no sources")
            .help("name its `sources`; where nothing was found, the direction is `unknown`");
    }
}
