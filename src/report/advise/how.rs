//! The short how, for one line of a table.

use std::borrow::Cow;

use crate::knowledge::model::{Example, Support};

/// How many characters the examples may take, so that a support is one line at 100 columns.
const ROOM: usize = 42;

/// The short text of the content, or the first of the examples that remain for this person: as
/// many as one line holds, at least one.
pub(in crate::report) fn short_how(
    support: &'static Support,
    examples: &[&'static Example],
) -> Cow<'static, str> {
    if let Some(short) = support.short {
        return short.into();
    }
    let Some((first, others)) = examples.split_first() else {
        return support.how.first().map_or("", |sentence| sentence.text).into();
    };
    let mut list = Cow::Borrowed(first.name);
    for example in others {
        if list.len() + 2 + example.name.len() > ROOM {
            break;
        }
        let list = list.to_mut();
        list.push_str(", ");
        list.push_str(example.name);
    }
    list
}
