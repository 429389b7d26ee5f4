//! `caution-examples`: `only` and `examples` go together, and the examples are the support's own.

use crate::diagnostic::Code;
use crate::words::quoted;

use super::super::merge::{Fields, In, Record};
use super::super::raw::supports::{RawCaution, RawSupport};
use super::super::sets::Severity;
use super::super::sources::safe;
use super::checking::{Checking, cautions, word};

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    for (support, caution) in cautions(checking.content) {
        let only = caution.get(|caution| &caution.only);
        let examples = caution.get(|caution| &caution.examples);
        let alone = match (only, examples) {
            (Some(only), None) => Some((only.place(), "`only` stands without `examples`")),
            (None, Some(examples)) => Some((examples.place(), "`examples` stands without `only`")),
            _ => None,
        };
        if let Some((place, message)) = alone {
            checking
                .problems
                .error(Code::CautionExamples, place, message)
                .help("`only` says it in words, `examples` names the examples concerned, or `[]` for none");
        }
        own_examples(checking, support, caution);
    }
}

fn own_examples<'a>(
    checking: &mut Checking<'_, 'a>,
    support: &Record<'a, RawSupport>,
    caution: In<'a, RawCaution>,
) {
    let own: Vec<&str> = support
        .list(|support| &support.examples)
        .filter_map(|example| example.get(|example| &example.name))
        .map(|name| name.value().as_str())
        .collect();
    let mut known = 0;
    for example in caution.list(|caution| &caution.examples) {
        if own.contains(&example.value().as_str()) {
            known += 1;
            continue;
        }
        let nearest = checking.problems.nearest(example.value(), own.iter().copied());
        let help = nearest.map_or_else(
            || format!("its examples are {}", crate::words::choices(&own)),
            |name| format!("did you mean {}?", quoted(name)),
        );
        let message = format!("{} is no example of this support", quoted(safe(example.value())));
        checking.problems.error(Code::CautionExamples, example.place(), message).help(help);
    }
    let is_avoid = word(&caution, |caution: &RawCaution| &caution.severity) == Some(Severity::Avoid);
    if is_avoid && known > 0 && known == own.len() {
        checking
            .problems
            .error(
                Code::CautionExamples,
                caution.place(),
                "this caution takes away every example of the support",
            )
            .help("delete `only` and `examples`, so that it takes the support itself off");
    }
}
