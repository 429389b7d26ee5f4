//! `anchor-too-long`: an `anchor` has at most 30 characters, since it stands beside what to do.

use crate::diagnostic::Code;

use super::super::merge::Fields;
use super::checking::Checking;

const LIMIT: usize = 30;

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    for support in &checking.content.supports {
        let Some(anchor) = support.get(|support| &support.anchor) else { continue };
        let length = anchor.value().chars().count();
        if length > LIMIT {
            checking
                .problems
                .warning(
                    Code::AnchorTooLong,
                    anchor.place(),
                    format!("this has {length} characters; {LIMIT} fit"),
                )
                .help("say only when in the day it is");
        }
    }
}
