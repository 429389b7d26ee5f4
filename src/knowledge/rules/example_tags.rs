//! `example-tags`: an example of the same name contains the same tags everywhere.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::Code;
use crate::words::quoted;

use super::super::merge::Fields;
use super::super::sources::{Place, safe};
use super::checking::Checking;

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    let mut first: HashMap<&str, (BTreeSet<&str>, Place)> = HashMap::new();
    for example in checking.content.examples() {
        let Some(name) = example.get(|example| &example.name) else { continue };
        let tags: BTreeSet<&str> =
            example.list(|example| &example.contains).map(|tag| tag.value().as_str()).collect();
        let Some((known, place)) = first.get(name.value().as_str()) else {
            first.insert(name.value(), (tags, name.place()));
            continue;
        };
        if *known != tags {
            let differing: Vec<&str> = known.symmetric_difference(&tags).copied().collect();
            checking
                .problems
                .error(
                    Code::ExampleTags,
                    name.place(),
                    format!(
                        "the example {} contains other tags here than elsewhere",
                        quoted(safe(name.value()))
                    ),
                )
                .related(*place, "first given here")
                .help(format!("in one of the two only: {}", crate::words::choices(differing)));
        }
    }
}
