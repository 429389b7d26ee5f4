//! The words of recognition.

use super::super::merge::{Fields, In};
use super::super::model::Vocabulary;
use super::Resolving;

impl<'a> Resolving<'_, 'a> {
    pub(super) fn vocabulary(&mut self) -> Vocabulary {
        let content = self.content;
        let words: Vec<In<'a, String>> =
            content.vocabulary.iter().flat_map(|file| file.list(|file| &file.everyday)).collect();
        let everyday = words.into_iter().map(|word| self.text(word)).collect();
        Vocabulary { everyday: self.kept(everyday) }
    }
}
