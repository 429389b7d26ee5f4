//! `short-too-long`: a `short` has at most 45 characters, so that a support is one line.

use crate::diagnostic::Code;

use super::super::merge::Fields;
use super::checking::Checking;

const LIMIT: usize = 45;

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    for support in &checking.content.supports {
        let Some(short) = support.get(|support| &support.short) else { continue };
        let length = short.value().chars().count();
        if length > LIMIT {
            checking
                .problems
                .error(
                    Code::ShortTooLong,
                    short.place(),
                    format!("this has {length} characters; {LIMIT} fit"),
                )
                .help("say it in fewer words; the whole of it belongs into `how`");
        }
    }
}
