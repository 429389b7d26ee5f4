//! Collects everything that is wrong, so that all of it is reported in one run.

use crate::diagnostic::{Code, Diagnostic, Level};

use super::nearest::nearest;
use super::sources::{Place, Texts};

/// How often a nearest name is looked for: a file of nothing but mistakes must not take long.
const SUGGESTIONS: usize = 200;

/// How many problems are kept: a file of nothing but mistakes must not fill the memory.
const KEPT: usize = 1_000;

/// What was found so far.
pub(super) struct Problems<'a> {
    /// Where places are looked up.
    pub(super) texts: &'a Texts,
    found: Vec<Diagnostic>,
    errors: usize,
    /// Whether the last problem was not kept.
    is_full: bool,
    suggestions: usize,
}

impl<'a> Problems<'a> {
    /// None so far.
    pub(super) fn new(texts: &'a Texts) -> Self {
        Self { texts, found: Vec::new(), errors: 0, is_full: false, suggestions: 0 }
    }

    /// Adds an error at a place.
    pub(super) fn error(&mut self, code: Code, place: Place, message: impl Into<String>) -> Found<'_, 'a> {
        self.add(code, Level::Error, Some(place), message.into())
    }

    /// Adds a warning at a place.
    pub(super) fn warning(&mut self, code: Code, place: Place, message: impl Into<String>) -> Found<'_, 'a> {
        self.add(code, Level::Warning, Some(place), message.into())
    }

    /// Adds a problem that has no place, or has it in its message.
    pub(super) fn without_place(&mut self, code: Code, level: Level, message: String) -> Found<'_, 'a> {
        self.add(code, level, None, message)
    }

    /// Adds a problem that was put together elsewhere.
    pub(super) fn whole(&mut self, diagnostic: Diagnostic) {
        self.errors += usize::from(diagnostic.level == Level::Error);
        self.found.push(diagnostic);
    }

    fn add(&mut self, code: Code, level: Level, place: Option<Place>, message: String) -> Found<'_, 'a> {
        self.errors += usize::from(level == Level::Error);
        self.is_full = self.found.len() >= KEPT;
        if !self.is_full {
            let label = place.map(|place| self.texts.label(place, ""));
            self.found.push(Diagnostic { code, level, message, label, related: Vec::new(), help: None });
        }
        Found { problems: self }
    }

    /// The candidate that was probably meant, unless far too many were looked for already.
    pub(super) fn nearest<'n>(
        &mut self,
        typed: &str,
        names: impl Iterator<Item = &'n str>,
    ) -> Option<&'n str> {
        self.suggestions += 1;
        if self.suggestions > SUGGESTIONS { None } else { nearest(typed, names) }
    }

    /// Whether the content cannot be used.
    pub(super) fn any_error(&self) -> bool {
        self.errors > 0
    }

    /// All of them.
    pub(super) fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }
}

/// The problem just added, to say more about it.
pub(super) struct Found<'p, 'a> {
    problems: &'p mut Problems<'a>,
}

impl Found<'_, '_> {
    /// What to do about it.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        if let Some(last) = self.last() {
            last.help = Some(help.into());
        }
        self
    }

    /// Another place that has to do with it.
    pub(super) fn related(mut self, place: Place, message: &str) -> Self {
        let texts = self.problems.texts;
        if let Some(last) = self.last() {
            last.related.push(texts.label(place, message));
        }
        self
    }

    fn last(&mut self) -> Option<&mut Diagnostic> {
        if self.problems.is_full { None } else { self.problems.found.last_mut() }
    }
}
