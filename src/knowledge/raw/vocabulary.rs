//! `vocabulary.yaml`: the words that recognition knows besides names and aliases.

use schemars::JsonSchema;
use serde::Deserialize;

use super::at::{Field, List};

/// Words that recognition knows besides names and aliases.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct VocabularyFile {
    /// Common words, many in each item, never taken for a misspelling of something else.
    pub(in crate::knowledge) everyday: List<String>,
    /// Words, many in each item, that may stand between the words of a phrase.
    pub(in crate::knowledge) fillers: List<String>,
    /// Verbs, many in each item, that phrases use; their regular forms follow by themselves.
    pub(in crate::knowledge) verbs: List<String>,
    /// Forms and spellings that count as the same word.
    pub(in crate::knowledge) forms: List<RawForms>,
    /// Usual misspellings; said to be corrected.
    pub(in crate::knowledge) misspellings: List<RawForms>,
    /// Sets of words that a phrase can name as `{name}`.
    pub(in crate::knowledge) classes: List<RawWordClass>,
    /// How people say that they do not have something.
    pub(in crate::knowledge) negation: Field<RawNegation>,
    /// What is about skin and what is not.
    pub(in crate::knowledge) context: Field<RawContext>,
    /// Phrases beyond the aliases, which may name `{classes}` and say `near` and `and`.
    pub(in crate::knowledge) phrases: List<RawPhrases>,
}

/// One word and what counts as the same.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Forms")]
pub(in crate::knowledge) struct RawForms {
    /// The word.
    pub(in crate::knowledge) word: Field<String>,
    /// Its other forms, apart by spaces.
    pub(in crate::knowledge) forms: Field<String>,
}

/// A named set of words.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "WordClass")]
pub(in crate::knowledge) struct RawWordClass {
    /// As phrases name it.
    pub(in crate::knowledge) name: Field<String>,
    /// Its words, apart by spaces; `{name}` takes in all that another class has.
    pub(in crate::knowledge) words: Field<String>,
    /// Phrases that say the same as one of its words.
    pub(in crate::knowledge) phrases: List<String>,
}

/// How people say that they do not have something.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Negation")]
pub(in crate::knowledge) struct RawNegation {
    /// What negates the words after it: `no`, `without`, `used to have`.
    pub(in crate::knowledge) before: List<String>,
    /// What looks like it and does not: `not only`, `no stranger to`.
    pub(in crate::knowledge) not_before: List<String>,
    /// What negates the words before it: `is gone`, `cleared up`.
    pub(in crate::knowledge) after: List<String>,
    /// What says no to the sentence or clause before it: `Acne? No.`, `…, mine isn't`.
    pub(in crate::knowledge) answers: List<String>,
    /// Words, many in each item, that end what is negated: `but`, `just`.
    pub(in crate::knowledge) contrast: List<String>,
    /// Words, many in each item, that begin something new after a comma or an `and`.
    pub(in crate::knowledge) starters: List<String>,
    /// Words, many in each item, that turn a negation around: `no relief from itching`.
    pub(in crate::knowledge) undoing: List<String>,
    /// Words, many in each item, after which an end is only hoped for.
    pub(in crate::knowledge) hoping: List<String>,
    /// What negates the words after it, unless it is negated itself: `outgrew`, `free of`.
    pub(in crate::knowledge) losing: List<String>,
    /// Two parts with `near`: what stands between them is not so: `had near years ago`.
    pub(in crate::knowledge) between: List<String>,
    /// Two parts with `near`, of which the first belittles one concern beside another: `less near than`.
    pub(in crate::knowledge) less: List<String>,
    /// The same the other way around: `more near than`.
    pub(in crate::knowledge) more: List<String>,
    /// What sets apart something that is there: `apart from`.
    pub(in crate::knowledge) apart: List<String>,
    /// What says that something gone is there again: `came back`.
    pub(in crate::knowledge) returns: List<String>,
    /// What says no to the sentence or clause before it, where that is about somebody else or about what only might be: `my skin is clear`.
    pub(in crate::knowledge) spared: List<String>,
    /// Words, many in each item, that begin a new clause even without a comma: `its`, `i`.
    pub(in crate::knowledge) openers: List<String>,
    /// Words, many in each item, of somebody else, or of what only might be: `sister`, `expected`.
    pub(in crate::knowledge) remote: List<String>,
    /// Phrases whose absence is the concern itself: `no glow`.
    pub(in crate::knowledge) wanted: List<String>,
}

/// What is about skin and what is not.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Context")]
pub(in crate::knowledge) struct RawContext {
    /// Words, many in each item, that say it is about skin.
    pub(in crate::knowledge) skin: List<String>,
    /// Words, many in each item, that say it is about something else.
    pub(in crate::knowledge) elsewhere: List<String>,
    /// Words, many in each item, that name complaints of their own, on skin or not: `rash`, `throat`.
    pub(in crate::knowledge) complaints: List<String>,
    /// Words, many in each item, of somebody who speaks of a body: `my`, `i`, `her`.
    pub(in crate::knowledge) person: List<String>,
    /// Phrases that count only where it is about skin.
    pub(in crate::knowledge) needs_skin: List<String>,
    /// Phrases that count where it is about skin, or where somebody speaks of a body.
    pub(in crate::knowledge) needs_person: List<String>,
    /// Phrases that count unless it is about something else.
    pub(in crate::knowledge) unless_elsewhere: List<String>,
    /// Phrases in which none of the words count.
    pub(in crate::knowledge) not_skin: List<String>,
    /// Phrases that say that a sign is not there: past, of an animal, only talked about.
    pub(in crate::knowledge) hearsay: List<String>,
    /// Phrases that say that it is there now, whatever else the sentence tells.
    pub(in crate::knowledge) happening: List<String>,
}

/// More phrases for one record, named by exactly one of the first five keys.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Phrases")]
pub(in crate::knowledge) struct RawPhrases {
    /// The id of a concern.
    pub(in crate::knowledge) concern: Field<String>,
    /// The id of a condition.
    pub(in crate::knowledge) condition: Field<String>,
    /// The id of a red flag.
    pub(in crate::knowledge) red_flag: Field<String>,
    /// The id of a population.
    pub(in crate::knowledge) population: Field<String>,
    /// The id of a diet.
    pub(in crate::knowledge) diet: Field<String>,
    /// The phrases.
    pub(in crate::knowledge) phrases: List<String>,
}
