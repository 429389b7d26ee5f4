//! What this person leaves out: by diet, by what they avoid, by what is unsafe for them.

use crate::knowledge::find::is_same;
use crate::knowledge::model::{
    Example, HowSentence, KnowledgeBase, Mention, PopulationKey, Support, SupportKey, TagKey,
};
use crate::knowledge::sets::{Severity, SupportKind};

use super::avoid::Avoid;
use super::cause::Cause;
use super::query::Query;

/// The tag of tablets, capsules and powders: who avoids supplements avoids these among the
/// examples of a nutrient too.
const TABLET: &str = "tablet";

/// Everything that one person leaves out, each with its cause.
pub(super) struct Exclusions<'q> {
    /// What is known.
    pub(super) kb: &'static KnowledgeBase,
    /// What was asked, normalized.
    pub(super) query: &'q Query,
    people: Vec<PopulationKey>,
    tags: Vec<(TagKey, Cause)>,
    names: Vec<(&'static str, Cause)>,
}

/// What becomes of a support for this person.
pub(super) enum Fate {
    /// It is left out as a whole.
    Off(Vec<Cause>),
    /// It stays.
    On {
        /// With these examples.
        examples: Vec<&'static Example>,
        /// Without these.
        gone: Vec<(&'static Example, Vec<Cause>)>,
    },
}

impl<'q> Exclusions<'q> {
    pub(super) fn new(kb: &'static KnowledgeBase, query: &'q Query) -> Self {
        let mut exclusions =
            Self { kb, query, people: query.people(kb), tags: Vec::new(), names: Vec::new() };
        exclusions.take_cautions();
        exclusions.take_tags();
        exclusions.take_avoided();
        exclusions
    }

    /// What becomes of the support.
    pub(super) fn fate(&self, key: SupportKey) -> Fate {
        let support = &self.kb[key];
        let mut causes = self.causes_against_whole(key, support);
        if !causes.is_empty() {
            return Fate::Off(causes);
        }
        let (mut examples, mut gone) = (Vec::with_capacity(support.examples.len()), Vec::new());
        for example in support.examples {
            let against = self.causes_against(example.name, example.contains);
            if against.is_empty() {
                examples.push(example);
            } else {
                gone.push((example, against));
            }
        }
        // A habit stays without its examples: they are only ways to go about it.
        if examples.is_empty() && !gone.is_empty() && support.kind != SupportKind::Habit {
            for cause in gone.into_iter().flat_map(|(_, against)| against) {
                if !causes.contains(&cause) {
                    causes.push(cause);
                }
            }
            return Fate::Off(causes);
        }
        Fate::On { examples, gone }
    }

    /// Whether nothing stands against the example of this name, as far as the example goes.
    pub(super) fn admits_example(&self, name: &str) -> bool {
        let mut named = self
            .kb
            .supports
            .iter()
            .flat_map(|support| support.examples)
            .filter(|example| example.name == name);
        named.all(|example| self.causes_against(example.name, example.contains).is_empty())
    }

    /// Whether the sentence offers nothing that is left out.
    pub(super) fn admits_sentence(&self, sentence: &HowSentence) -> bool {
        if self.tags.is_empty() && self.names.is_empty() {
            return true;
        }
        sentence.mentions.iter().all(|mention| match mention {
            Mention::Tag(tag) => !self.tags.iter().any(|(excluded, _)| excluded == tag),
            Mention::Example(name) => self.admits_example(name),
        })
    }

    fn causes_against_whole(&self, key: SupportKey, support: &'static Support) -> Vec<Cause> {
        let mut causes = Vec::new();
        for caution in support.cautions {
            if caution.severity == Severity::Avoid
                && caution.only.is_none()
                && self.people.contains(&caution.who)
            {
                causes.push(Cause::Caution(caution.who, caution.text));
            }
        }
        for avoid in &self.query.avoid {
            let meant = match *avoid {
                Avoid::Support(avoided) => avoided == key,
                Avoid::Kind(kind) => kind == support.kind,
                Avoid::Example(name) => is_the_support_itself(support, name),
                Avoid::Tag(_) => false,
            };
            if meant {
                causes.push(Cause::Avoided(*avoid));
            }
        }
        causes
    }

    fn causes_against(&self, name: &str, contains: &[TagKey]) -> Vec<Cause> {
        if self.tags.is_empty() && self.names.is_empty() {
            return Vec::new();
        }
        let named = self.names.iter().filter(|(excluded, _)| *excluded == name).map(|(_, cause)| *cause);
        let tagged =
            self.tags.iter().filter(|(excluded, _)| contains.contains(excluded)).map(|(_, cause)| *cause);
        named.chain(tagged).collect()
    }

    /// A caution with `only` takes its examples away, wherever they are offered.
    fn take_cautions(&mut self) {
        for caution in self.kb.supports.iter().flat_map(|support| support.cautions) {
            if caution.severity == Severity::Avoid
                && caution.only.is_some()
                && self.people.contains(&caution.who)
            {
                let cause = Cause::Caution(caution.who, caution.text);
                self.names.extend(caution.examples.iter().map(|name| (*name, cause)));
            }
        }
    }

    fn take_tags(&mut self) {
        for who in &self.people {
            self.tags.extend(self.kb[*who].excludes.iter().map(|tag| (*tag, Cause::Health(*who, *tag))));
        }
        for diet in &self.query.diets {
            self.tags.extend(self.kb[*diet].excludes.iter().map(|tag| (*tag, Cause::Diet(*diet, *tag))));
        }
    }

    fn take_avoided(&mut self) {
        for avoid in &self.query.avoid {
            let cause = Cause::Avoided(*avoid);
            match *avoid {
                Avoid::Tag(tag) => self.tags.push((tag, cause)),
                Avoid::Example(name) => self.names.push((name, cause)),
                Avoid::Kind(SupportKind::Supplement) => {
                    let tablets = self.kb.tags.iter().zip(0..).filter(|(tag, _)| tag.id == TABLET);
                    self.tags.extend(tablets.map(|(_, place)| (TagKey(place), cause)));
                }
                // A food is its examples: who avoids berries wants no strawberries for vitamin C.
                Avoid::Support(key) if self.kb[key].kind == SupportKind::Food => {
                    self.names.extend(self.kb[key].examples.iter().map(|example| (example.name, cause)));
                }
                Avoid::Kind(_) | Avoid::Support(_) => {}
            }
        }
    }
}

/// Every support's key, in the article's order.
pub(super) fn support_keys(kb: &KnowledgeBase) -> impl Iterator<Item = SupportKey> + use<> {
    (0..u16::try_from(kb.supports.len()).unwrap_or(u16::MAX)).map(SupportKey)
}

/// Whether the example bears the support's own name, so that avoiding it means all its forms:
/// nobody who avoids `collagen` wants to read of beef collagen.
fn is_the_support_itself(support: &Support, example: &str) -> bool {
    is_same(example, support.id) || is_same(example, support.name)
}
