//! `unused`: every source, fact and tag is used. Said of the top layer only: what lies below it may
//! have been in use before it.

use crate::diagnostic::Code;
use crate::words::quoted;

use super::super::content::names::Ids;
use super::super::merge::{Layered, Record};
use super::super::sources::safe;
use super::checking::Checking;

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    if !checking.content.is_whole(super::super::files::ContentFile::ALL) {
        return;
    }
    let (content, names) = (checking.content, checking.names);
    of_kind(checking, &content.sources, &names.sources);
    of_kind(checking, &content.facts, &names.facts);
    of_kind(checking, &content.tags, &names.tags);
}

fn of_kind<'a, R: Layered>(checking: &mut Checking<'_, 'a>, records: &[Record<'a, R>], ids: &Ids<'a>) {
    for (number, record) in records.iter().enumerate() {
        let (Some(id), Some(place)) = (record.id(), record.id_place()) else { continue };
        if !ids.is_used(number) && checking.problems.texts.is_top_layer(place) {
            let message = format!("nothing refers to the {} {}", ids.noun, quoted(safe(id)));
            checking.problems.warning(Code::Unused, place, message).help("refer to it, or delete it");
        }
    }
}
