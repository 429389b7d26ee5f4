//! The closed vocabularies: every value once, with the word that YAML, flags, JSON and people use.

use std::fmt;

use serde::Serialize;

/// What all closed sets have in common.
pub trait ClosedSet: Copy + 'static {
    /// Every value, in order.
    const ALL: &'static [Self];

    /// The word for it, in kebab-case.
    fn name(self) -> &'static str;

    /// The value of this name.
    #[must_use]
    fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.name() == name)
    }
}

macro_rules! closed_set {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word for it, in kebab-case.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The value of this name.
            pub fn find(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }

        impl ClosedSet for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn name(self) -> &'static str {
                self.name()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

closed_set! {
    /// What a support is, in the order that advice lists them.
    SupportKind {
        /// Something to eat or drink.
        Food = "food",
        /// A substance in food: a vitamin, a mineral, a fatty acid.
        Nutrient = "nutrient",
        /// A product with a concentrated form of something.
        Supplement = "supplement",
        /// Something to do, or to do less of.
        Habit = "habit",
    }
}

closed_set! {
    /// Whether a support is to be included or limited.
    SupportAction {
        /// Have it or do it.
        Include = "include",
        /// Have less of it.
        Limit = "limit",
    }
}

closed_set! {
    /// What a support does to a concern, best first: the first part of the ranking.
    Direction {
        /// It goes with better skin.
        Helps = "helps",
        /// Studies disagree, or only part of the outcome moves.
        Mixed = "mixed",
        /// Nothing usable was found.
        Unknown = "unknown",
        /// Studied, nothing seen.
        NoEffect = "no-effect",
        /// It goes with worse skin.
        Worsens = "worsens",
    }
}

closed_set! {
    /// How sure anyone can be, after GRADE; least first.
    Certainty {
        /// Surveys, laboratory work, small trials.
        VeryLow = "very-low",
        /// At least one controlled trial, or a large cohort.
        Low = "low",
        /// Pooled controlled trials that agree.
        Moderate = "moderate",
        /// Several large trials that agree.
        High = "high",
    }
}

closed_set! {
    /// What the reader of a caution should do, gravest first.
    Severity {
        /// Leave it.
        Avoid = "avoid",
        /// Ask a professional before.
        AskFirst = "ask-first",
        /// Know it.
        Note = "note",
    }
}

closed_set! {
    /// How soon a red flag needs help, soonest first.
    Urgency {
        /// Now; answered alone.
        Emergency = "emergency",
        /// Today.
        Urgent = "urgent",
        /// Within days.
        Soon = "soon",
    }
}

closed_set! {
    /// What a caution without a source rests on.
    Basis {
        /// A well-known effect.
        GeneralKnowledge = "general-knowledge",
        /// Nobody was seen to show that it is safe.
        Precaution = "precaution",
    }
}

closed_set! {
    /// Whether a finding speaks for a mechanism.
    Stance {
        /// For it.
        For = "for",
        /// Against it.
        Against = "against",
    }
}

closed_set! {
    /// Study design, or kind of page.
    SourceKind {
        /// Pooled results.
        MetaAnalysis = "meta-analysis",
        /// A systematic review.
        SystematicReview = "systematic-review",
        /// A randomized trial.
        RandomizedTrial = "randomized-trial",
        /// A cohort.
        Cohort = "cohort",
        /// A case-control study.
        CaseControl = "case-control",
        /// A survey at one time.
        CrossSectional = "cross-sectional",
        /// A trial without a comparison.
        UncontrolledTrial = "uncontrolled-trial",
        /// Some cases.
        CaseSeries = "case-series",
        /// A review without a system.
        NarrativeReview = "narrative-review",
        /// Laboratory work, or work on how something acts.
        Mechanistic = "mechanistic",
        /// A guideline.
        Guideline = "guideline",
        /// A page of a public body or charity.
        FactSheet = "fact-sheet",
        /// What a food contains.
        CompositionStudy = "composition-study",
    }
}

closed_set! {
    /// How much of a source was read, most first.
    Seen {
        /// All of it.
        FullText = "full-text",
        /// Its abstract.
        Abstract = "abstract",
        /// Some of it.
        Excerpt = "excerpt",
        /// What another text says of it.
        CitedIn = "cited-in",
    }
}

closed_set! {
    /// How firm a source is, firmest first.
    Tier {
        /// The work itself, or the body that issued it.
        Primary = "primary",
        /// A reference work, a charity, a clinic, or a copy.
        Secondary = "secondary",
        /// A news report.
        Weak = "weak",
    }
}
