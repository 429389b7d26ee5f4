//! "Check first": who should be careful with what is listed. Short by default, since nobody reads
//! 160 sentences, but complete for what the person said of themselves, and never silent about
//! whom else there are cautions for.

use std::collections::BTreeSet;

use crate::advice::Advice;
use crate::knowledge::model::{Caution, EVERYONE, KnowledgeBase, PopulationKey, SupportKey};
use crate::knowledge::sets::{Severity, SupportKind};
use crate::report::Detail;
use crate::report::document::{Block, CalloutKind, Role, Text};
use crate::report::evidence::with_citations;
use crate::words::{all_of, uncapitalized};

/// The safety block for the listed supports.
pub(in crate::report) fn check_first(
    kb: &'static KnowledgeBase,
    advice: &Advice,
    detail: Detail,
) -> Vec<Block<'static>> {
    let asked = &advice.query.health;
    let page = Page { kb, listed: listed(advice), people: advice.query.people(kb), asked, detail };
    if page.listed.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(3, "Check first".into())];
    blocks.extend(page.people.iter().filter_map(|who| page.personal(*who)));
    if detail.why {
        blocks.extend(page.in_full());
    } else {
        let mut items = page.for_everyone();
        items.extend(page.not_at_all());
        blocks.push(Block::Bullets(items));
        blocks.extend(page.others());
    }
    blocks
}

/// A caution and the support it belongs to.
type Listed = (SupportKey, &'static Caution);

fn listed(advice: &Advice) -> Vec<Listed> {
    let of = |advised: &crate::advice::AdvisedSupport| {
        let key = advised.support;
        advised.cautions.iter().map(move |caution| (key, *caution)).collect::<Vec<_>>()
    };
    advice.supports.iter().flat_map(of).collect()
}

/// The cautions of what is listed, for one person.
struct Page<'a> {
    kb: &'static KnowledgeBase,
    listed: Vec<Listed>,
    people: Vec<PopulationKey>,
    asked: &'a [PopulationKey],
    detail: Detail,
}

impl Page<'_> {
    /// Everything that concerns what the person said of themselves.
    fn personal(&self, who: PopulationKey) -> Option<Block<'static>> {
        if self.is_everyone(who) {
            return None;
        }
        let own: Vec<_> = self.listed.iter().filter(|(_, caution)| caution.who == who).copied().collect();
        let body = match own.is_empty() {
            false => vec![Block::Bullets(self.merged(&own))],
            // Who asked must not be left to wonder whether anybody looked.
            true if self.asked.contains(&who) => {
                vec![Block::Paragraph("No caution on record for what is listed here.".into())]
            }
            true => return None,
        };
        Some(Block::Callout(CalloutKind::Warning, Text::plain(self.kb[who].label), body))
    }

    /// What everyone should avoid, and should know about a listed supplement.
    fn for_everyone(&self) -> Vec<Text<'static>> {
        let shown: Vec<_> =
            self.listed.iter().filter(|entry| self.is_shown_to_everyone(entry)).copied().collect();
        self.merged(&shown)
    }

    fn is_shown_to_everyone(&self, (support, caution): &Listed) -> bool {
        self.is_everyone(caution.who)
            && (caution.severity != Severity::Note || self.kb[*support].kind == SupportKind::Supplement)
    }

    /// One line a support: whom it is not for at all.
    fn not_at_all(&self) -> Vec<Text<'static>> {
        let mut lines: Vec<(SupportKey, Vec<PopulationKey>)> = Vec::new();
        for (support, caution) in self.listed.iter().filter(|(_, caution)| is_absolute(caution)) {
            if self.people.contains(&caution.who) {
                continue;
            }
            match lines.iter_mut().find(|(known, _)| known == support) {
                Some((_, people)) if people.contains(&caution.who) => {}
                Some((_, people)) => people.push(caution.who),
                None => lines.push((*support, vec![caution.who])),
            }
        }
        let line = |(support, people): (SupportKey, Vec<PopulationKey>)| {
            Text::of(Role::Strong, self.kb[support].name).then(": ").then(self.not_for(&people))
        };
        lines.into_iter().map(line).collect()
    }

    /// "not when pregnant, breastfeeding; not with liver disease".
    fn not_for(&self, people: &[PopulationKey]) -> String {
        let labels = people.iter().map(|who| uncapitalized(self.kb[*who].label));
        let (when, with): (Vec<_>, Vec<_>) = labels.partition(|label| is_a_state(label));
        let parts = [("when", when), ("with", with)];
        let parts = parts.iter().filter(|(_, labels)| !labels.is_empty());
        parts.map(|(word, labels)| format!("not {word} {}", labels.join(", "))).collect::<Vec<_>>().join("; ")
    }

    /// Whom else there are cautions for, and how to see them.
    fn others(&self) -> Option<Block<'static>> {
        let unseen =
            self.listed.iter().filter(|entry| !self.is_shown_to_everyone(entry) && !is_absolute(entry.1));
        let (mut people, mut names) = (BTreeSet::new(), Vec::new());
        for (support, caution) in unseen {
            if self.is_everyone(caution.who) {
                names.push(self.kb[*support].name);
            } else if !self.people.contains(&caution.who) {
                people.insert(caution.who);
            }
        }
        names.dedup();
        if people.is_empty() && names.is_empty() {
            return None;
        }
        let ids: Vec<_> = people.into_iter().map(|who| self.kb[who].id).collect();
        let mut parts = vec![ids.join(", ")];
        parts.retain(|part| !part.is_empty());
        if !names.is_empty() {
            let names = names.into_iter().map(uncapitalized);
            parts.push(format!("everyone, about {}", all_of(names)));
        }
        let text = Text::plain("More cautions, with ").and(Role::Code, "--health").then(" and the word, or ");
        let text = text.and(Role::Code, "--why").then(format!(" for all: {}.", parts.join("; ")));
        Some(Block::Paragraph(text))
    }

    /// All that is not about the person themselves, support by support.
    fn in_full(&self) -> Vec<Block<'static>> {
        let mut blocks = Vec::new();
        for same in self.listed.chunk_by(|(one, _), (two, _)| one == two) {
            let own = |who| self.people.contains(&who) && !self.is_everyone(who);
            let items: Vec<_> =
                same.iter().filter(|(_, caution)| !own(caution.who)).map(|entry| self.line(entry)).collect();
            if let (Some((support, _)), false) = (same.first(), items.is_empty()) {
                blocks.push(Block::Heading(4, Text::plain(self.kb[*support].name)));
                blocks.push(Block::Bullets(items));
            }
        }
        blocks
    }

    /// "Pregnant (zinc supplements): ask first. Prenatal vitamins …".
    fn line(&self, (_, caution): &Listed) -> Text<'static> {
        self.told(Text::of(Role::Strong, self.kb[caution.who].label), caution)
    }

    /// A line each, led by the support; the same words for several supports are said once.
    fn merged(&self, listed: &[Listed]) -> Vec<Text<'static>> {
        let mut lines: Vec<(String, &'static Caution)> = Vec::with_capacity(listed.len());
        for (support, caution) in listed {
            match lines.iter_mut().find(|(_, known)| known.text == caution.text) {
                Some((names, _)) => *names = format!("{names}, {}", self.kb[*support].name),
                None => lines.push((self.kb[*support].name.to_owned(), caution)),
            }
        }
        lines.into_iter().map(|(names, caution)| self.told(Text::of(Role::Strong, names), caution)).collect()
    }

    fn told(&self, lead: Text<'static>, caution: &'static Caution) -> Text<'static> {
        let text = caution_text(lead, caution);
        if self.detail.why || self.detail.cite { with_grounds(text, self.kb, caution) } else { text }
    }

    fn is_everyone(&self, who: PopulationKey) -> bool {
        self.kb[who].id == EVERYONE
    }
}

/// "Pregnant (zinc supplements): ask first. Prenatal vitamins …", after what leads.
pub(in crate::report) fn caution_text(lead: Text<'static>, caution: &'static Caution) -> Text<'static> {
    let (role, what) = severity_words(caution.severity);
    let text = match caution.only {
        Some(only) => lead.then(format!(" ({only})")),
        None => lead,
    };
    text.then(": ").and(role, what).then(". ").then(caution.text)
}

/// With the sources, or with what it rests on where there is none.
pub(in crate::report) fn with_grounds(
    text: Text<'static>,
    kb: &'static KnowledgeBase,
    caution: &'static Caution,
) -> Text<'static> {
    match caution.basis {
        Some(basis) => text.and(Role::Muted, format!(" [{}]", basis.name().replace('-', " "))),
        None => with_citations(text, kb, caution.sources),
    }
}

/// What the reader should do.
const fn severity_words(severity: Severity) -> (Role<'static>, &'static str) {
    match severity {
        Severity::Avoid => (Role::Adverse, "avoid"),
        Severity::AskFirst => (Role::Open, "ask first"),
        Severity::Note => (Role::Plain, "note"),
    }
}

/// Whether it takes the whole support away from somebody.
fn is_absolute(caution: &Caution) -> bool {
    caution.severity == Severity::Avoid && caution.only.is_none()
}

/// Whether the label fits behind "when": "pregnant", "taking a blood thinner", "a child". All
/// others fit behind "with".
fn is_a_state(label: &str) -> bool {
    const STATES: [&str; 7] = ["a", "breastfeeding", "eating", "pregnant", "taking", "trying", "using"];
    STATES.contains(&label.split(' ').next().unwrap_or_default())
}
