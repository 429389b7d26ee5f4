//! `caution-basis`: a caution has either sources or a basis.

use crate::diagnostic::Code;

use super::super::merge::Fields;
use super::checking::{Checking, cautions, has_any};

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    for (_, caution) in cautions(checking.content) {
        let is_sourced = has_any(&caution, |caution| &caution.sources);
        let basis = caution.get(|caution| &caution.basis);
        match (is_sourced, basis) {
            (false, None) => {
                checking
                    .problems
                    .error(
                        Code::CautionBasis,
                        caution.place(),
                        "this caution has neither sources nor a basis",
                    )
                    .help("name its `sources`, or give a `basis`: `general-knowledge` or `precaution`");
            }
            (true, Some(basis)) => {
                checking
                    .problems
                    .error(Code::CautionBasis, basis.place(), "this caution has both sources and a basis")
                    .help("a basis stands for missing sources: delete one of the two");
            }
            _ => {}
        }
    }
}
