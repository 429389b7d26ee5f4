//! What a person can do, what the article says of it, what studies found, and who should be careful.

use serde::Serialize;

use super::keys::{ConcernKey, ConditionKey, FactKey, MechanismKey, PopulationKey, SourceKey, TagKey};
use super::sets::{Basis, Certainty, Direction, Severity, SupportAction, SupportKind};

/// One thing a person can do: eat, take, practice, limit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Support {
    /// Kebab-case.
    pub id: &'static str,
    /// For people.
    pub name: &'static str,
    /// Food, nutrient, supplement or habit.
    pub kind: SupportKind,
    /// To include it or to limit it.
    pub action: SupportAction,
    /// At most 45 characters; none where the examples say enough.
    pub short: Option<&'static str>,
    /// How to go about it, sentence by sentence; each stands alone.
    pub how: &'static [HowSentence],
    /// Forms it comes in.
    pub examples: &'static [Example],
    /// What the article says it does.
    pub roles: &'static [Role],
    /// What studies found, by concern.
    pub evidence: &'static [Evidence],
    /// Who should be careful.
    pub cautions: &'static [Caution],
    /// Everyday words for it.
    pub aliases: &'static [&'static str],
    /// When in the day a habit has its place, for the plan; such as "after breakfast".
    pub anchor: Option<&'static str>,
}

impl Support {
    /// Whether the article recommends it; somebody's own content need not be from there.
    #[must_use]
    pub fn is_in_the_article(&self) -> bool {
        self.roles.iter().any(Role::is_in_the_article)
    }
}

/// One sentence of a support's how.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HowSentence {
    /// The sentence.
    pub text: &'static str,
    /// The page behind it; none for plain advice.
    pub source: Option<SourceKey>,
    /// What it offers; hidden from a person who leaves one of these out.
    pub mentions: &'static [Mention],
}

/// What a sentence offers: everything with a tag, or an example of any support.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub enum Mention {
    /// All that carries the tag.
    Tag(TagKey),
    /// The example of this name.
    Example(&'static str),
}

/// One form of a support. The same name carries the same tags everywhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Example {
    /// As people say it.
    pub name: &'static str,
    /// What it usually holds, cautiously.
    pub contains: &'static [TagKey],
    /// Whether the article names it.
    pub article: bool,
    /// A remark for people.
    pub note: Option<&'static str>,
}

/// What the article says a support does.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Role {
    /// Through which mechanism; none for a general habit.
    pub mechanism: Option<MechanismKey>,
    /// For which concerns: a linked subset, or, for a general habit, all.
    pub concerns: &'static [ConcernKey],
    /// The concerns it fits most.
    pub fits_most: &'static [ConcernKey],
    /// The article's facts that say so; none where the article does not.
    pub article: &'static [FactKey],
    /// What it is said to do.
    pub role: &'static str,
}

impl Role {
    /// Whether the article says so.
    #[must_use]
    pub fn is_in_the_article(&self) -> bool {
        !self.article.is_empty()
    }
}

/// What a body of studies says about one support for one concern.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence {
    /// For which concern.
    pub concern: ConcernKey,
    /// What was found.
    pub rating: Rating,
    /// Finer records by condition.
    pub conditions: &'static [ConditionEvidence],
}

/// A finding with its direction and certainty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rating {
    /// What the support does to the concern.
    pub direction: Direction,
    /// How sure anyone can be.
    pub certainty: Certainty,
    /// In one to three sentences.
    pub finding: &'static str,
    /// Where it stands.
    pub sources: &'static [SourceKey],
}

/// Evidence for one condition inside a concern.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConditionEvidence {
    /// Which condition.
    pub condition: ConditionKey,
    /// What was found.
    pub rating: Rating,
}

/// A safety fact about a support.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Caution {
    /// Whom it concerns.
    pub who: PopulationKey,
    /// What the reader should do.
    pub severity: Severity,
    /// The form concerned, in words; none means the whole support.
    pub only: Option<&'static str>,
    /// The support's examples that it removes (`avoid`) or concerns.
    pub examples: &'static [&'static str],
    /// What to know.
    pub text: &'static str,
    /// Where it stands; empty when `basis` says why.
    pub sources: &'static [SourceKey],
    /// What it rests on when it has no source.
    pub basis: Option<Basis>,
}
