//! Why each rule is there, and content that breaks it: for `gutskin check --explain CODE`. The tests
//! load every example and expect its code.

use super::codes::Code;

/// Why a rule is there, with something that breaks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// Why, and what to do.
    pub why: &'static str,
    /// What breaks it.
    pub example: Example,
}

/// Something that breaks a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// A content file, laid over the shipped content.
    File {
        /// Its name.
        name: &'static str,
        /// Its text.
        text: &'static str,
    },
    /// What text cannot show: commands for a shell.
    Commands(&'static str),
}

const fn file(why: &'static str, name: &'static str, text: &'static str) -> Explanation {
    Explanation { why, example: Example::File { name, text } }
}

const fn commands(why: &'static str, commands: &'static str) -> Explanation {
    Explanation { why, example: Example::Commands(commands) }
}

impl Code {
    /// Why the rule is there, with something that breaks it.
    #[must_use]
    pub const fn explanation(self) -> Explanation {
        match self {
            Self::UnreadableFile
            | Self::IgnoredFile
            | Self::TooLarge
            | Self::NotUtf8
            | Self::Syntax
            | Self::TooComplex
            | Self::UnsupportedYaml
            | Self::DuplicateKey
            | Self::UnknownField
            | Self::WrongType
            | Self::QuoteNeeded
            | Self::PlainNumber => of_form(self),
            Self::MissingField
            | Self::EmptyText
            | Self::ControlCharacter
            | Self::SwallowedComment
            | Self::TooLong
            | Self::UnknownValue
            | Self::InvalidId
            | Self::DuplicateId
            | Self::TooMany
            | Self::UnknownReference
            | Self::RepeatedItem
            | Self::AmbiguousAlias => of_records(self),
            _ => of_knowledge(self),
        }
    }
}

/// Files and YAML.
const fn of_form(code: Code) -> Explanation {
    match code {
        Code::UnreadableFile => commands(
            "A content directory and its files must exist, be regular files and be readable; a pipe, a device or a directory in the place of a file is never opened.",
            "mkdir -p my-content/supports.yaml\ngutskin check my-content",
        ),
        Code::IgnoredFile => commands(
            "Content files have fixed names that end in .yaml. A file that looks like one but is not is left alone, and that is said, so that nobody waits for what it holds.",
            "touch my-content/supports.yml\ngutskin check my-content",
        ),
        Code::TooLarge => commands(
            "A content file may have up to 10 MiB, more than a hundred times the largest shipped one, so that no file can stall the program.",
            "truncate -s 200M my-content/supports.yaml\ngutskin check my-content",
        ),
        Code::NotUtf8 => commands(
            "Content is text in UTF-8, or in UTF-16 with a byte-order mark. Save the file again in that encoding.",
            "printf 'sources:\\n  - id: \\344\\n' > my-content/sources.yaml\ngutskin check my-content",
        ),
        Code::Syntax => file(
            "The file is not YAML. Most often a colon or a quote stands in a text without quotes, or a line is indented by a tab or by a different number of spaces than its neighbors.",
            "supports.yaml",
            "supports:\n  - id: green-tea\n    name: Green tea: a drink\n",
        ),
        Code::TooComplex => file(
            "Lists and records nest up to 16 levels deep, and a file holds up to 1,000,000 values, so that no file can stall the program.",
            "supports.yaml",
            "supports: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]\n",
        ),
        Code::UnsupportedYaml => file(
            "Anchors, aliases, tags, merge keys and further documents make YAML hard to read and, nested, endless. Content is written out.",
            "axis.yaml",
            "axis:\n  name: &name The axis\n",
        ),
        Code::DuplicateKey => file(
            "Of two equal keys in a record, YAML readers silently take one or the other.",
            "axis.yaml",
            "axis:\n  name: The axis\n  name: The gut-skin axis\n",
        ),
        Code::UnknownField => file(
            "A key that a record does not know is most often a slip, and would otherwise be lost without a word.",
            "axis.yaml",
            "axis:\n  nmae: The axis\n",
        ),
        Code::WrongType => file(
            "A value has another shape than its key asks for: a list for a text, a text for a number, or nothing at all. What is not known is left out, key and all.",
            "axis.yaml",
            "axis:\n  name: [The axis]\n",
        ),
        Code::QuoteNeeded => file(
            "Without quotes, some YAML readers take `no` for false, `12:30` for 750 and `2026.10` for 2026.1.",
            "axis.yaml",
            "axis:\n  aliases: [axis, no]\n",
        ),
        _ => file(
            "YAML knows many ways to write a number; only plain digits are read alike everywhere.",
            "sources.yaml",
            "sources:\n  - extends: juhl-2018\n    year: \"2018\"\n",
        ),
    }
}

/// Fields, texts and names.
const fn of_records(code: Code) -> Explanation {
    match code {
        Code::MissingField => file(
            "Some keys every record of a kind needs; `gutskin schema` lists them. A record with `extends: ID` gives only what it changes.",
            "diets.yaml",
            "diets:\n  - id: low-sugar\n",
        ),
        Code::EmptyText => file(
            "An empty text would be shown as one. What is not known is left out, key and all.",
            "axis.yaml",
            "axis:\n  summary: ''\n",
        ),
        Code::ControlCharacter => file(
            "Control characters can steer a terminal, marks of direction can turn the order of what is read around, tabs and soft hyphens break tables. Texts are one paragraph of visible characters; the joiners of emoji and some scripts may stay.",
            "axis.yaml",
            "axis:\n  summary: \"The \\e[31mred axis\"\n",
        ),
        Code::SwallowedComment => file(
            "In YAML, a space and a `#` begin a comment, which cuts a text off. Put such a text in quotes; a comment has a space after its `#`.",
            "axis.yaml",
            "axis:\n  summary: A grain #1 for the gut\n",
        ),
        Code::TooLong => file(
            "A text may have up to 8,000 bytes, ten times the longest shipped one. The example stands for a longer one.",
            "axis.yaml",
            TOO_LONG,
        ),
        Code::UnknownValue => file(
            "Where the values of a key form a closed list, only those are understood, in lower case.",
            "supports.yaml",
            "supports:\n  - extends: zinc\n    kind: mineral\n",
        ),
        Code::InvalidId => file(
            "Ids are typed at the command line and stand in links: lower-case words joined by hyphens, such as `green-tea`.",
            "diets.yaml",
            "diets:\n  - id: Low Sugar\n    name: Low sugar\n",
        ),
        Code::DuplicateId => file(
            "Within a layer an id names one record. To replace a record of a layer below, give it once; to change some of its keys, use `extends`.",
            "diets.yaml",
            "diets:\n  - id: low-sugar\n    name: Low sugar\n  - id: low-sugar\n    name: Sugar-free\n",
        ),
        Code::TooMany => commands(
            "Records are numbered with 16 bits.",
            "seq -f '  - {id: t%g, label: tag}' 70000 | sed '1i tags:' > my-content/diets.yaml\ngutskin check my-content",
        ),
        Code::UnknownReference => file(
            "What a record names by id, and the word class that a phrase names in braces, must be known, in this layer or one below it. The nearest known name is offered.",
            "diets.yaml",
            "diets:\n  - id: low-sugar\n    name: Low sugar\n    excludes: [soduim]\n",
        ),
        Code::RepeatedItem => file(
            "A list names a thing once.",
            "diets.yaml",
            "diets:\n  - extends: vegan\n    excludes: [animal, dairy, animal]\n",
        ),
        _ => file(
            "A name or alias that belongs to two records of a kind cannot be told apart when a person types it.",
            "concerns.yaml",
            "concerns:\n  - id: dark-circles\n    name: Dark circles\n    summary: Dark skin under the eyes.\n    aliases: [pimples]\n",
        ),
    }
}

/// What the content says.
const fn of_knowledge(code: Code) -> Explanation {
    match code {
        Code::ExampleTags => file(
            "Diets and people leave examples out by their tags, so the same food must carry the same tags in every support.",
            "supports.yaml",
            "supports:\n  - extends: berries\n    examples:\n      - name: yogurt\n        contains: [dairy]\n",
        ),
        Code::MissingEvidence => file(
            "Nothing is recommended without saying how sure that is. A support without a record for a concern reads as not studied; say so yourself, with direction `unknown`.",
            "concerns.yaml",
            "concerns:\n  - id: dark-circles\n    name: Dark circles\n    summary: Dark skin under the eyes.\n    links:\n      - mechanism: microbiome\n        because: It is only an example.\n",
        ),
        Code::UnsourcedEvidence => file(
            "Whatever studies found stands somewhere. Where nothing was found, the direction is `unknown`.",
            "evidence.yaml",
            "evidence:\n  - support: zinc\n    concern: acne\n    direction: helps\n    certainty: very-low\n    finding: It may help.\n",
        ),
        Code::CertaintyBounds => file(
            "Low takes at least a controlled trial, pooled trials or a large cohort; moderate and high take pooled trials; what is unknown is very low. The whole rubric stands in content/README.md.",
            "evidence.yaml",
            "evidence:\n  - support: zinc\n    concern: acne\n    direction: unknown\n    certainty: low\n    finding: Nothing was found.\n",
        ),
        Code::Headline => file(
            "A record for a concern sums up its conditions: the direction that the two best-rated share, or else `mixed`, and the lower certainty of the two.",
            "evidence.yaml",
            "evidence:\n  - support: zinc\n    concern: redness\n    direction: helps\n    certainty: low\n    finding: It may help.\n    sources: [juhl-2018]\n    conditions:\n      - condition: eczema\n        direction: worsens\n        certainty: very-low\n        finding: It may do harm.\n        sources: [juhl-2018]\n",
        ),
        Code::OneSidedMechanism => file(
            "Every mechanism here is an idea under study; what speaks against it, or leaves it unproven, is told beside it.",
            "mechanisms.yaml",
            "mechanisms:\n  - id: oral-health\n    name: Oral health\n    summary: Gums are said to matter.\n",
        ),
        Code::CautionBasis => file(
            "A warning rests on sources, or says that it is general knowledge or a precaution; never both, never neither.",
            "supports.yaml",
            "supports:\n  - extends: berries\n    cautions:\n      - who: everyone\n        severity: note\n        text: Wash them.\n",
        ),
        Code::CautionExamples => file(
            "`only` narrows a caution to a form, in words; `examples` says exactly which of the support's own examples that removes, so that nothing has to be guessed.",
            "supports.yaml",
            "supports:\n  - extends: berries\n    cautions:\n      - who: everyone\n        severity: note\n        only: dried berries\n        text: They are sweet.\n        basis: general-knowledge\n",
        ),
        Code::Promise => file(
            "Nothing here is sure enough for a promise. Say what is linked, supported or suggested.",
            "axis.yaml",
            "axis:\n  summary: A healthy gut cures the skin.\n",
        ),
        Code::ShortTooLong => file(
            "A support is one line of a table; its `short` has to fit into it.",
            "supports.yaml",
            "supports:\n  - extends: zinc\n    short: With meals, from food first, and never more than the label says\n",
        ),
        Code::AnchorTooLong => file(
            "In a plan an anchor stands beside what to do: \"with lunch\", \"before bed\".",
            "supports.yaml",
            "supports:\n  - extends: zinc\n    anchor: at some time between breakfast and lunch\n",
        ),
        Code::InvalidIdentifier => file(
            "A reader follows these to the source. A DOI has no address before it, and a work is one source.",
            "sources.yaml",
            "sources:\n  - extends: juhl-2018\n    doi: https://doi.org/10.3390/nu10081049\n",
        ),
        Code::SwapServes => file(
            "A swap that is left out for the same reason helps nobody.",
            "swaps.yaml",
            "swaps:\n  - instead_of: yogurt\n    because: dairy\n    use: kefir\n",
        ),
        _ => file(
            "A source that nothing cites, a fact that nothing tells and a tag that nothing carries are most often a slip.",
            "diets.yaml",
            "tags:\n  - id: cinnamon\n    label: cinnamon\n",
        ),
    }
}

macro_rules! eightfold {
    ($text:expr) => {
        concat!($text, $text, $text, $text, $text, $text, $text, $text)
    };
}

const TOO_LONG: &str =
    concat!("axis:\n  summary: ", eightfold!(eightfold!(eightfold!("on and on, and on ..."))), "\n");
