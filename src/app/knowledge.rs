//! Which knowledge a run goes by: the compiled content, or layers of YAML over it.

use std::cell::OnceCell;
use std::fmt;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::outcome::Usage;
use super::run::Run;
use super::settings::Settings;
use crate::diagnostic::{Diagnostic, Level};
use crate::embedded;
use crate::knowledge::files::Layer;
use crate::knowledge::load;
use crate::knowledge::model::KnowledgeBase;
use crate::recognition::index::Index;

/// What is known in a run.
pub(super) struct Known {
    pub(super) kb: &'static KnowledgeBase,
    index: OnceCell<&'static Index>,
}

impl Known {
    /// The words to recognize, compiled only if a command asks for them.
    pub(super) fn index(&self) -> &'static Index {
        self.index.get_or_init(|| Box::leak(Box::new(Index::build(self.kb))))
    }
}

/// Content that cannot be used, and why.
#[derive(Debug)]
pub(super) struct InvalidContent(pub(super) Vec<Diagnostic>);

impl fmt::Display for InvalidContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the content cannot be used")
    }
}

impl std::error::Error for InvalidContent {}

impl Run {
    /// What is known in this run.
    ///
    /// # Errors
    /// When content that was given cannot be used.
    pub(super) fn known(&self) -> Result<Known> {
        let Settings { content, embedded, .. } = &self.settings;
        if content.is_empty() && *embedded {
            return Ok(Known { kb: &embedded::KNOWLEDGE, index: OnceCell::from(&embedded::INDEX) });
        }
        let loaded = load(&layers(content, *embedded)?);
        let Some(kb) = loaded.kb else {
            let errors = loaded.diagnostics.into_iter().filter(|found| found.level == Level::Error);
            return Err(InvalidContent(errors.collect()).into());
        };
        Ok(Known { kb: Box::leak(Box::new(kb)), index: OnceCell::new() })
    }
}

/// Directories as layers, over the shipped content if that is wanted.
///
/// # Errors
/// When that leaves nothing.
pub(super) fn layers(directories: &[PathBuf], embedded: bool) -> Result<Vec<Layer>> {
    if directories.is_empty() && !embedded {
        bail!(Usage::new("--no-embedded leaves nothing to go by").help("add --content DIR"));
    }
    let shipped = embedded.then_some(Layer::Texts { name: "shipped", files: embedded::FILES });
    Ok(shipped.into_iter().chain(directories.iter().cloned().map(Layer::Directory)).collect())
}
