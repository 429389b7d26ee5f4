//! One thing by what a person calls it: its id, its name or an alias.

use super::model::{
    ConcernKey, ConditionKey, DietKey, FactKey, KnowledgeBase, MechanismKey, PopulationKey, RedFlagKey,
    SourceKey, SupportKey, TagKey,
};

/// Something known, of any kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The gut–skin axis itself.
    Axis,
    /// A concern.
    Concern(ConcernKey),
    /// A condition inside a concern.
    Condition(ConditionKey),
    /// A mechanism.
    Mechanism(MechanismKey),
    /// A support.
    Support(SupportKey),
    /// The example of this name, of one or more supports.
    Example(&'static str),
    /// A tag of examples.
    Tag(TagKey),
    /// A diet.
    Diet(DietKey),
    /// A population.
    Population(PopulationKey),
    /// A red flag.
    RedFlag(RedFlagKey),
    /// A source.
    Source(SourceKey),
    /// A fact of the article.
    Fact(FactKey),
}

/// The kinds of things, in the order in which one name is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The gut–skin axis itself.
    Axis,
    /// Concerns.
    Concern,
    /// Conditions inside concerns.
    Condition,
    /// Mechanisms.
    Mechanism,
    /// Supports.
    Support,
    /// Examples of supports.
    Example,
    /// Tags of examples.
    Tag,
    /// Diets.
    Diet,
    /// Populations.
    Population,
    /// Red flags.
    RedFlag,
    /// Sources.
    Source,
    /// Facts of the article.
    Fact,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: &'static [Self] = &[
        Self::Axis,
        Self::Concern,
        Self::Condition,
        Self::Mechanism,
        Self::Support,
        Self::Example,
        Self::Tag,
        Self::Diet,
        Self::Population,
        Self::RedFlag,
        Self::Source,
        Self::Fact,
    ];
}

/// What is called so, of any kind. An id counts before a name and a name before an alias; within
/// each, the kinds count in their order. Case, hyphens and apostrophes make no difference.
#[must_use]
pub fn find(kb: &KnowledgeBase, name: &str) -> Option<Entry> {
    find_among(kb, name, Kind::ALL)
}

/// What is called so, of these kinds.
#[must_use]
pub fn find_among(kb: &KnowledgeBase, name: &str, kinds: &[Kind]) -> Option<Entry> {
    let tiers = [|called: &Called| called.id, |called: &Called| called.name];
    let by_tier = |tier: fn(&Called) -> &'static str| {
        entries(kb, kinds).find(|called| is_same(tier(called), name)).map(|called| called.entry)
    };
    tiers.into_iter().find_map(by_tier).or_else(|| {
        let mut all = entries(kb, kinds);
        all.find(|called| called.aliases.iter().any(|alias| is_same(alias, name))).map(|called| called.entry)
    })
}

/// Everything that things of these kinds are called: ids, names and aliases, for "did you mean".
pub fn names(kb: &KnowledgeBase, kinds: &[Kind]) -> impl Iterator<Item = &'static str> {
    entries(kb, kinds).flat_map(|called| {
        [called.id, called.name]
            .into_iter()
            .chain(called.aliases.iter().copied())
            .filter(|name| !name.is_empty())
    })
}

/// The ids of all things of a kind, for lists of what can be typed.
pub fn ids(kb: &KnowledgeBase, kind: Kind) -> impl Iterator<Item = &'static str> {
    of_kind(kb, kind).map(|called| called.id)
}

/// The id of something, or the name of what has no id.
#[must_use]
pub fn id(kb: &KnowledgeBase, entry: Entry) -> &'static str {
    match entry {
        Entry::Axis => "axis",
        Entry::Concern(key) => kb[key].id,
        Entry::Condition(key) => kb[key].id,
        Entry::Mechanism(key) => kb[key].id,
        Entry::Support(key) => kb[key].id,
        Entry::Example(name) => name,
        Entry::Tag(key) => kb[key].id,
        Entry::Diet(key) => kb[key].id,
        Entry::Population(key) => kb[key].id,
        Entry::RedFlag(key) => kb[key].id,
        Entry::Source(key) => kb[key].id,
        Entry::Fact(key) => kb[key].id,
    }
}

/// Whether two spellings are one name: case, hyphens, apostrophes and doubled spaces aside.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    !one.is_empty() && folded(one).eq(folded(other))
}

fn folded(name: &str) -> impl Iterator<Item = char> {
    let mut is_gap = true;
    name.trim_end()
        .chars()
        .filter(|c| !matches!(c, '\'' | '’'))
        .map(|c| if matches!(c, '-' | '_' | '–' | '‑') { ' ' } else { c })
        .filter(move |c| {
            let is_space = c.is_whitespace();
            let keep = !(is_space && is_gap);
            is_gap = is_space;
            keep
        })
        .flat_map(char::to_lowercase)
}

/// What something is called.
struct Called {
    entry: Entry,
    id: &'static str,
    name: &'static str,
    aliases: &'static [&'static str],
}

fn entries(kb: &KnowledgeBase, kinds: &[Kind]) -> impl Iterator<Item = Called> {
    kinds.iter().flat_map(|kind| of_kind(kb, *kind))
}

fn of_kind<'k>(kb: &'k KnowledgeBase, kind: Kind) -> Box<dyn Iterator<Item = Called> + 'k> {
    macro_rules! list {
        ($field:ident, $entry:ident($key:ident), $name:ident, $aliases:expr) => {
            Box::new((0..).zip(kb.$field).map(|(number, record)| Called {
                entry: Entry::$entry($key(number)),
                id: record.id,
                name: record.$name,
                aliases: $aliases(record),
            }))
        };
    }
    match kind {
        Kind::Axis => {
            let axis =
                Called { entry: Entry::Axis, id: "axis", name: kb.axis.name, aliases: kb.axis.aliases };
            Box::new(std::iter::once(axis))
        }
        Kind::Concern => {
            list!(concerns, Concern(ConcernKey), name, |record: &super::model::Concern| record.aliases)
        }
        Kind::Condition => {
            list!(conditions, Condition(ConditionKey), name, |record: &super::model::Condition| record
                .aliases)
        }
        Kind::Mechanism => {
            list!(mechanisms, Mechanism(MechanismKey), name, |record: &super::model::Mechanism| record
                .aliases)
        }
        Kind::Support => {
            list!(supports, Support(SupportKey), name, |record: &super::model::Support| record.aliases)
        }
        Kind::Example => Box::new(kb.supports.iter().flat_map(|support| support.examples).map(|example| {
            Called { entry: Entry::Example(example.name), id: example.name, name: example.name, aliases: &[] }
        })),
        Kind::Tag => list!(tags, Tag(TagKey), label, |_| &[]),
        Kind::Diet => list!(diets, Diet(DietKey), name, |record: &super::model::Diet| record.aliases),
        Kind::Population => {
            list!(populations, Population(PopulationKey), label, |record: &super::model::Population| record
                .aliases)
        }
        Kind::RedFlag => list!(red_flags, RedFlag(RedFlagKey), name, |_| &[]),
        Kind::Source => list!(sources, Source(SourceKey), title, |_| &[]),
        Kind::Fact => list!(facts, Fact(FactKey), id, |_| &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::files::Layer;
    use super::{Entry, Kind, find, find_among, id, is_same, names};

    fn shipped() -> super::KnowledgeBase {
        super::super::load(&[Layer::Directory("content".into())]).kb.expect("the shipped content is sound")
    }

    #[test]
    fn spelling_aside_a_name_is_a_name() {
        assert!(is_same("Bone broth", "bone-BROTH"));
        assert!(is_same("can't breathe", "cant  breathe "));
        assert!(is_same("gut–skin axis", "Gut-Skin Axis"));
        assert!(!is_same("zinc", "zincs"));
        assert!(!is_same("", ""));
    }

    #[test]
    fn ids_come_before_names_and_names_before_aliases() {
        let kb = shipped();
        let called = |name: &str| find(&kb, name).map(|entry| (id(&kb, entry), entry));
        assert!(matches!(called("zinc"), Some(("zinc", Entry::Support(_)))));
        assert!(matches!(called("Kefir"), Some(("kefir", Entry::Example(_)))));
        assert!(matches!(called("leaky gut"), Some(("leaky-gut", Entry::Mechanism(_)))));
        assert!(matches!(called("rosacea"), Some(("rosacea", Entry::Condition(_)))));
        assert!(matches!(called("pimples"), Some(("acne", Entry::Concern(_)))));
        assert!(matches!(called("gut skin axis"), Some(("axis", Entry::Axis))));
        assert!(matches!(called("juhl-2018"), Some(("juhl-2018", Entry::Source(_)))));
        assert!(matches!(called("m1.s1"), Some(("M1.S1", Entry::Fact(_)))));
        assert!(matches!(called("anaphylaxis"), Some(("anaphylaxis", Entry::RedFlag(_)))));
        assert_eq!(called("pimplish"), None);
    }

    #[test]
    fn a_kind_limits_what_is_found() {
        let kb = shipped();
        assert!(matches!(find_among(&kb, "garlic", &[Kind::Tag, Kind::Example]), Some(Entry::Tag(_))));
        assert!(matches!(find_among(&kb, "rosacea", &[Kind::Concern]), Some(Entry::Concern(_))));
        assert_eq!(find_among(&kb, "zinc", &[Kind::Diet]), None);
        assert!(names(&kb, &[Kind::Diet]).any(|name| name == "vegan"));
    }
}
