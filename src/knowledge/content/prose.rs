//! All that is written for people, text by text.

use super::super::merge::{Fields, In};
use super::Content;

/// Whose words a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::knowledge) enum Voice {
    /// Our own.
    Ours,
    /// The article's, told again.
    Article,
}

/// Calls with every text in prose; titles, authors and venues of sources are not ours.
pub(in crate::knowledge) fn each<'a>(content: &Content<'a>, call: &mut impl FnMut(In<'a, String>, Voice)) {
    article(content, call);
    supports(content, call);
    evidence(content, call);
    people(content, call);
}

fn article<'a>(content: &Content<'a>, call: &mut impl FnMut(In<'a, String>, Voice)) {
    for fact in &content.facts {
        fact.get(|fact| &fact.text).into_iter().for_each(|text| call(text, Voice::Article));
    }
    for axis in &content.axis {
        let texts = axis.get(|axis| &axis.summary).into_iter().chain(axis.list(|axis| &axis.details));
        texts.for_each(|text| call(text, Voice::Ours));
    }
    for concern in &content.concerns {
        let texts =
            concern.get(|concern| &concern.name).into_iter().chain(concern.get(|concern| &concern.summary));
        texts.for_each(|text| call(text, Voice::Ours));
        let links = concern.list(|concern| &concern.links).filter_map(|link| link.get(|link| &link.because));
        links.for_each(|text| call(text, Voice::Article));
    }
    for mechanism in &content.mechanisms {
        let own = mechanism.get(|mechanism| &mechanism.name).into_iter();
        let texts = own.chain(mechanism.get(|mechanism| &mechanism.summary));
        let findings = mechanism.list(|mechanism| &mechanism.findings);
        let findings = findings.filter_map(|finding| finding.get(|finding| &finding.finding));
        texts.chain(findings).for_each(|text| call(text, Voice::Ours));
    }
}

fn supports<'a>(content: &Content<'a>, call: &mut impl FnMut(In<'a, String>, Voice)) {
    for support in &content.supports {
        let own =
            support.get(|support| &support.name).into_iter().chain(support.get(|support| &support.short));
        let how = support.list(|support| &support.how).filter_map(|how| how.get(|how| &how.text));
        let notes = support
            .list(|support| &support.examples)
            .filter_map(|example| example.get(|example| &example.note));
        own.chain(how).chain(notes).for_each(|text| call(text, Voice::Ours));
        let roles = support.list(|support| &support.roles).filter_map(|role| role.get(|role| &role.role));
        roles.for_each(|text| call(text, Voice::Article));
        for caution in support.list(|support| &support.cautions) {
            let texts =
                caution.get(|caution| &caution.only).into_iter().chain(caution.get(|caution| &caution.text));
            texts.for_each(|text| call(text, Voice::Ours));
        }
    }
}

fn evidence<'a>(content: &Content<'a>, call: &mut impl FnMut(In<'a, String>, Voice)) {
    for record in &content.evidence {
        let conditions =
            record.list(|record| &record.conditions).filter_map(|part| part.get(|part| &part.finding));
        let texts = record.get(|record| &record.finding).into_iter().chain(conditions);
        texts.for_each(|text| call(text, Voice::Ours));
    }
    let notes = content.sources.iter().filter_map(|source| source.get(|source| &source.note));
    notes.for_each(|text| call(text, Voice::Ours));
}

fn people<'a>(content: &Content<'a>, call: &mut impl FnMut(In<'a, String>, Voice)) {
    let diets = content.diets.iter().filter_map(|diet| diet.get(|diet| &diet.note));
    let tags = content.tags.iter().filter_map(|tag| tag.get(|tag| &tag.label));
    let who = content
        .populations
        .iter()
        .flat_map(|who| who.get(|who| &who.label).into_iter().chain(who.get(|who| &who.note)));
    let flags = content
        .red_flags
        .iter()
        .flat_map(|flag| flag.get(|flag| &flag.when).into_iter().chain(flag.get(|flag| &flag.say)));
    let swaps = content.swaps.iter().filter_map(|swap| swap.get(|swap| &swap.note));
    diets.chain(tags).chain(who).chain(flags).chain(swaps).for_each(|text| call(text, Voice::Ours));
}
