//! `vocabulary.yaml`: the words that recognition knows besides names and aliases.

use serde::Deserialize;

use super::at::List;

/// Words that recognition knows besides names and aliases.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(in crate::knowledge) struct VocabularyFile {
    /// Everyday words that are never taken for a misspelled alias.
    pub(in crate::knowledge) everyday: List<String>,
}
