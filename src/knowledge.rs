//! What is known: YAML in, a checked and resolved model out.
//!
//! `files` (a directory, or what the program carries) → `parse` → `raw` (what is written, with
//! places) → `merge` (layers) → `resolve` (raw → model) and `rules` (one check, one code). All
//! problems of all files come out of one run.

mod content;
pub mod files;
pub mod find;
mod keys;
mod merge;
pub mod model;
pub mod nearest;
mod parse;
mod problems;
mod raw;
mod resolve;
mod rules;
pub mod schema;
pub mod sets;
mod sources;
pub mod starter;
mod support;
pub mod wording;

use crate::diagnostic::Diagnostic;

use content::names::Names;
use content::{Content, Parsed};
use files::{FileNote, Layer};
use model::KnowledgeBase;
use problems::Problems;
use rules::checking::Checking;
use sources::Texts;

/// What loading came to.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What is known; none if there is any error.
    pub kb: Option<KnowledgeBase>,
    /// All that is wrong, errors and warnings, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// Every file seen, and what became of it.
    pub files: Vec<FileNote>,
}

/// Loads layers of content, lowest first, and checks them.
///
/// All text of a sound knowledge base lives as long as the process; nothing is kept of content
/// with errors. The same layers give the same result, byte for byte.
#[must_use]
pub fn load(layers: &[Layer]) -> Loaded {
    let gathered = files::gather(layers);
    let mut texts = Texts::default();
    let registered = files::register(gathered.read, &mut texts);
    let mut problems = Problems::new(&texts);
    let broken = gathered.failures.iter().filter_map(|failure| failure.kind).collect();
    gathered.failures.into_iter().for_each(|failure| failure.report(&mut problems));
    let parsed = Parsed::new(&registered, broken, &mut problems);
    let kb = checked(&parsed, &mut problems);
    Loaded { kb, diagnostics: problems.into_found(), files: gathered.notes }
}

fn checked<'a>(parsed: &'a Parsed, problems: &mut Problems<'a>) -> Option<KnowledgeBase> {
    let content = Content::new(parsed, problems);
    let names = Names::new(&content);
    names.check_limits(problems);
    resolve::resolve(&content, &names, false, problems);
    rules::check(Checking { content: &content, names: &names, problems });
    if problems.any_error() {
        return None;
    }
    Some(resolve::resolve(&content, &names, true, &mut Problems::new(problems.texts)))
}
