//! The file of a person's own defaults, so that nobody retypes them.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use serde::Deserialize;

use super::surroundings::Surroundings;
use crate::cli::Global;
use crate::knowledge::nearest::nearest;
use crate::words;

/// The defaults a file may give, all of them optional.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ProfileFile {
    /// As `--diet`.
    pub(super) diet: Vec<String>,
    /// As `--avoid`.
    pub(super) avoid: Vec<String>,
    /// As `--health`.
    pub(super) health: Vec<String>,
    /// As `--format`.
    pub(super) format: Option<String>,
    /// As `--width`.
    pub(super) width: Option<u16>,
    /// As `--content`; relative to the file.
    pub(super) content: Vec<PathBuf>,
}

/// A profile, and where it is or would be.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    /// The place; none when there is no home, or `--no-config`.
    pub(super) path: Option<PathBuf>,
    /// Whether the file is there.
    pub(super) exists: bool,
    /// What it says.
    pub(super) file: ProfileFile,
}

/// What `profile --init` writes.
pub(super) const TEMPLATE: &str = "\
# Defaults for gutskin, so that you need not retype them. Flags outrank this file;
# --no-config ignores it. `gutskin profile` shows what is in effect.

# diet: [vegan]
# avoid: [garlic]
# health: [pregnancy]
# format: plain
# width: 100
# content: [my-content]
";

impl Profile {
    /// The place, for people.
    pub(super) fn place(&self) -> String {
        self.path.as_ref().map_or_else(|| "nowhere".into(), |path| path.display().to_string())
    }

    /// Reads the file that is named, else the one at the usual place, if it is there.
    ///
    /// # Errors
    /// When a file that was named is missing, or the file is not a profile.
    pub(super) fn read(global: &Global, surroundings: &Surroundings) -> Result<Self> {
        if global.no_config {
            return Ok(Self::default());
        }
        let named = global.config.clone().or_else(|| surroundings.config.clone());
        let is_named = named.is_some();
        let usual = || surroundings.config_home.as_ref().map(|home| home.join("gutskin").join("config.yaml"));
        let Some(path) = named.or_else(usual) else { return Ok(Self::default()) };
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Self { file: parse(&path, &text)?, path: Some(path), exists: true }),
            Err(error) if error.kind() == io::ErrorKind::NotFound && !is_named => {
                Ok(Self { path: Some(path), ..Self::default() })
            }
            Err(error) => {
                Err(error).with_context(|| format!("cannot read the configuration {}", path.display()))
            }
        }
    }
}

fn parse(path: &Path, text: &str) -> Result<ProfileFile> {
    // A file of comments alone holds no document, and no defaults.
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(ProfileFile::default());
    }
    let mut file: ProfileFile = serde_yaml::from_str(text).map_err(|error| refused(path, text, &error))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    if let Some(width) = file.width.filter(|width| !(20..=1000).contains(width)) {
        bail!("{}: a width of {width} is not between 20 and 1000", path.display());
    }
    for content in &mut file.content {
        *content = folder.join(&*content);
    }
    Ok(file)
}

/// What is wrong, where, with the line shown, and what to do.
fn refused(path: &Path, text: &str, error: &serde_yaml::Error) -> anyhow::Error {
    let (problem, help) = match error.without_snippet() {
        serde_yaml::Error::SerdeUnknownField { field, expected, .. } => {
            let help = match nearest(field, expected.iter().copied()) {
                Some(nearest) => format!("did you mean {}?", words::quoted(nearest)),
                None => format!("known: {}", expected.join(", ")),
            };
            (format!("no setting is called {}", words::quoted(field.escape_debug())), help)
        }
        serde_yaml::Error::Unexpected { expected: "sequence start", .. } => {
            (String::from("a list should stand here"), String::from("write it in brackets: [one, two]"))
        }
        other => (other.to_string(), String::from("`gutskin profile --help` shows what it takes")),
    };
    let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
    let number = usize::try_from(line).unwrap_or(1).max(1);
    let shown: String = text.lines().nth(number - 1).unwrap_or_default().escape_debug().collect();
    anyhow!("{problem}\n  {}:{line}:{column}: {shown}\n  {help}", path.display())
}

/// Writes a commented file to start from, for its owner's eyes alone; never over one that exists.
pub(super) fn create(path: &Path) -> Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(cannot)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).and_then(|mut file| file.write_all(TEMPLATE.as_bytes())).with_context(cannot)
}
