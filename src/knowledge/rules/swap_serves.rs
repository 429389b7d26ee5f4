//! `swap-serves`: a swap is not itself what was left out.

use std::collections::HashMap;

use crate::diagnostic::Code;
use crate::words::quoted;

use super::super::merge::Fields;
use super::super::sources::safe;
use super::checking::Checking;

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    let content = checking.content;
    let mut contains: HashMap<&str, Vec<&str>> = HashMap::new();
    for example in content.examples() {
        if let Some(name) = example.get(|example| &example.name) {
            let tags = example.list(|example| &example.contains).map(|tag| tag.value().as_str());
            contains.entry(name.value()).or_default().extend(tags);
        }
    }
    for swap in &content.swaps {
        let (Some(because), Some(with)) = (swap.get(|swap| &swap.because), swap.get(|swap| &swap.with))
        else {
            continue;
        };
        let excluded = excluded(checking, because.value());
        let clash =
            contains.get(with.value().as_str()).into_iter().flatten().find(|tag| excluded.contains(tag));
        if let Some(tag) = clash {
            let (with_shown, tag) = (quoted(safe(with.value())), quoted(safe(tag)));
            checking
                .problems
                .error(
                    Code::SwapServes,
                    with.place(),
                    format!("{with_shown} contains {tag}, so it is left out as well"),
                )
                .related(because.place(), "left out because of this")
                .help("name something that stays");
        }
    }
}

/// The tags that a reason leaves out: itself, or those of the diet or population.
fn excluded<'a>(checking: &Checking<'_, 'a>, because: &'a str) -> Vec<&'a str> {
    let names = checking.names;
    let content = checking.content;
    if names.tags.find(because).is_some() {
        return vec![because];
    }
    if let Some(diet) = names.diets.find(because) {
        return content.diets[usize::from(diet)]
            .list(|diet| &diet.excludes)
            .map(|tag| tag.value().as_str())
            .collect();
    }
    let Some(who) = names.populations.find(because) else { return Vec::new() };
    content.populations[usize::from(who)].list(|who| &who.excludes).map(|tag| tag.value().as_str()).collect()
}
