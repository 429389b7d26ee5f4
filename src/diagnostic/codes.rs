//! The rules that content is held to: every code once, with its stable name and what it says.

use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal: $summary:literal;)+) => {
        /// The rules, by their stable names.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $summary] $variant,)+
        }

        impl Code {
            /// Every code, in the order of the work: files, YAML, fields, names, knowledge.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable name, in kebab-case.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The rule in one sentence.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self {
                    $(Self::$variant => $summary,)+
                }
            }
        }
    };
}

codes! {
    UnreadableFile = "unreadable-file": "A content file or directory can be opened and read.";
    IgnoredFile = "ignored-file": "What lies in a content directory is a content file.";
    TooLarge = "too-large": "A content file stays below the size limit.";
    NotUtf8 = "not-utf8": "A content file is text in UTF-8.";
    Syntax = "syntax": "A content file is well-formed YAML.";
    TooComplex = "too-complex": "A content file stays below the limits on nesting and on the number of values.";
    UnsupportedYaml = "unsupported-yaml": "A content file is one plain document: no anchors, aliases, tags or merge keys.";
    DuplicateKey = "duplicate-key": "A key stands once in its record.";
    UnknownField = "unknown-field": "A record has only the keys that its kind knows.";
    WrongType = "wrong-type": "A value has the shape that its key asks for.";
    QuoteNeeded = "quote-needed": "Text that YAML could take for something else stands in quotes.";
    PlainNumber = "plain-number": "A number is written in plain digits.";
    MissingField = "missing-field": "A record has all the keys that its kind needs.";
    EmptyText = "empty-text": "A text says something.";
    ControlCharacter = "control-character": "A text holds no characters that are invisible or steer a terminal.";
    SwallowedComment = "swallowed-comment": "No `#` cuts a text off.";
    TooLong = "too-long": "A text stays below the limit on its length.";
    UnknownValue = "unknown-value": "A value of a closed list is on that list.";
    InvalidId = "invalid-id": "An id is lower-case words joined by hyphens.";
    DuplicateId = "duplicate-id": "A record stands once in its layer.";
    TooMany = "too-many": "There are no more records of a kind, and no more word classes, than can be told apart.";
    UnknownReference = "unknown-reference": "What a record or a phrase names is known.";
    RepeatedItem = "repeated-item": "A list names a thing once.";
    AmbiguousAlias = "ambiguous-alias": "A name or alias belongs to one record of its kind.";
    ExampleTags = "example-tags": "An example of the same name contains the same tags everywhere.";
    MissingEvidence = "missing-evidence": "Every support has an evidence record for every concern it serves.";
    UnsourcedEvidence = "unsourced-evidence": "A finding names its sources, unless its direction is `unknown`.";
    CertaintyBounds = "certainty-bounds": "A certainty stays within what the kinds of its sources allow.";
    Headline = "headline": "A headline rating follows from its records by condition.";
    OneSidedMechanism = "one-sided-mechanism": "Every mechanism says what speaks against it.";
    CautionBasis = "caution-basis": "A caution has either sources or a basis.";
    CautionExamples = "caution-examples": "In a caution, `only` and `examples` go together, and the examples are the support's own.";
    Promise = "promise": "Our own words promise nothing.";
    ShortTooLong = "short-too-long": "A `short` has at most 45 characters.";
    AnchorTooLong = "anchor-too-long": "An `anchor` has at most 30 characters.";
    InvalidIdentifier = "invalid-identifier": "A DOI, PMID, PMCID, address or year has the form of one.";
    SwapServes = "swap-serves": "A swap is not itself what was left out.";
    Unused = "unused": "Every source, fact and tag is used.";
}

impl Code {
    /// The code of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
