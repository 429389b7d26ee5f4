//! What was typed, what the environment says and what the profile says, settled into values.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::outcome::Usage;
use super::profile_file::Profile;
use super::sink::Sink;
use super::surroundings::Surroundings;
use crate::cli::{ColorChoice, FormatChoice, Global};
use crate::render::{Format, Page};
use crate::words;

/// The width where nothing says another.
pub(super) const USUAL_WIDTH: u16 = 80;

/// Below this, nothing can be said; a terminal that claims less is wrong.
const NARROWEST: u16 = 20;

/// Everything about how to run that does not depend on the command.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each is one fact about where the program runs")]
pub(super) struct Settings {
    /// The defaults from a file.
    pub(super) profile: Profile,
    /// Where the answer goes.
    pub(super) sink: Sink,
    /// How many columns a line may have.
    pub(super) width: u16,
    color: bool,
    ascii: bool,
    unicode: bool,
    /// The content directories, lowest layer first.
    pub(super) content: Vec<PathBuf>,
    /// Whether the shipped content is the lowest layer.
    pub(super) embedded: bool,
    /// The format, before the command has its say.
    pub(super) format: FormatChoice,
    /// Settings that came from the profile, for the answer to say so.
    pub(super) from_profile: Vec<String>,
}

impl Settings {
    /// Settles flags, environment and profile, in this order.
    ///
    /// # Errors
    /// When the profile cannot be used, or flags contradict each other.
    pub(super) fn settle(global: &Global, surroundings: &Surroundings) -> Result<Self> {
        let profile = Profile::read(global, surroundings)?;
        let mut from_profile = Vec::new();
        let sink = sink(global)?;
        let format = format(global, &profile, &mut from_profile)?;
        let (content, embedded) = content(global, surroundings, &profile, &mut from_profile);
        let width = width(global, surroundings, &profile, &mut from_profile);
        let to_terminal = sink == Sink::Stdout && surroundings.shows;
        let color = surroundings.colors(global.color.unwrap_or(ColorChoice::Auto), to_terminal);
        let (ascii, unicode) = (global.ascii, surroundings.unicode);
        Ok(Self { profile, sink, width, color, ascii, unicode, content, embedded, format, from_profile })
    }

    /// The format for a command: the asked one if the command has it, else what fits the place
    /// the answer goes to.
    ///
    /// # Errors
    /// When the command does not have the asked format.
    pub(super) fn format_among(&self, surroundings: &Surroundings, formats: &[Format]) -> Result<Format> {
        let usual = |format| if formats.contains(&format) { format } else { formats[0] };
        match self.format {
            FormatChoice::Auto if self.sink == Sink::Stdout && surroundings.shows => {
                Ok(usual(if surroundings.accessible { Format::Plain } else { Format::Table }))
            }
            FormatChoice::Auto => Ok(usual(self.format_of_file().unwrap_or(Format::Markdown))),
            FormatChoice::Exactly(format) if formats.contains(&format) => Ok(format),
            FormatChoice::Exactly(format) => bail!(
                Usage::new(format!("this command has no format {}", words::quoted(format.name())))
                    .help(format!("it has {}", words::choices(formats.iter().map(|format| format.name()))))
            ),
        }
    }

    /// What a format is written on. Notes and files are Unicode wherever they are made; it is the
    /// terminal's boxes that a locale may not be able to show.
    pub(super) fn page_for(&self, format: Format) -> Page {
        let ascii = self.ascii || (format == Format::Table && !self.unicode);
        Page { width: usize::from(self.width), color: self.color, ascii }
    }

    /// `-o page.html` says which format is meant.
    fn format_of_file(&self) -> Option<Format> {
        let Sink::New { path, .. } = &self.sink else { return None };
        match path.extension()?.to_str()? {
            "md" => Some(Format::Markdown),
            "txt" => Some(Format::Plain),
            "mmd" => Some(Format::Mermaid),
            ending => Format::find(ending).filter(|format| !matches!(format, Format::Table | Format::Short)),
        }
    }
}

fn sink(global: &Global) -> Result<Sink> {
    match (&global.output, &global.append) {
        (Some(None), _) => {
            bail!(
                Usage::new("--output needs a file")
                    .help("such as --output notes.md, or - for standard output")
            )
        }
        (Some(Some(path)), _) if path == Path::new("-") => Ok(Sink::Stdout),
        (Some(Some(path)), _) => Ok(Sink::New { path: path.clone(), force: global.force }),
        (None, _) if global.force => {
            bail!(Usage::new("--force goes with --output").help("such as --output notes.md --force"))
        }
        (None, Some(path)) if path == Path::new("-") => Ok(Sink::Stdout),
        (None, Some(path)) => Ok(Sink::Append(path.clone())),
        (None, None) => Ok(Sink::Stdout),
    }
}

fn format(global: &Global, profile: &Profile, from_profile: &mut Vec<String>) -> Result<FormatChoice> {
    if global.json {
        return Ok(FormatChoice::Exactly(Format::Json));
    }
    if let Some(format) = global.format {
        return Ok(format);
    }
    match profile.file.format.as_deref() {
        None | Some("auto") => Ok(FormatChoice::Auto),
        Some(name) => match Format::find(name) {
            Some(format) => {
                from_profile.push(format!("format {name}"));
                Ok(FormatChoice::Exactly(format))
            }
            None => bail!(
                "the configuration asks for a format {}, which there is not; there is {}",
                words::quoted(name),
                words::choices(Format::ALL.iter().map(|format| format.name()))
            ),
        },
    }
}

fn content(
    global: &Global,
    surroundings: &Surroundings,
    profile: &Profile,
    from_profile: &mut Vec<String>,
) -> (Vec<PathBuf>, bool) {
    let content = if !global.content.is_empty() {
        global.content.clone()
    } else if !surroundings.content.is_empty() {
        surroundings.content.clone()
    } else {
        let listed = profile.file.content.clone();
        from_profile.extend(listed.iter().map(|path| format!("content {}", path.display())));
        listed
    };
    (content, !global.no_embedded)
}

fn width(
    global: &Global,
    surroundings: &Surroundings,
    profile: &Profile,
    from_profile: &mut Vec<String>,
) -> u16 {
    let of_profile = || {
        let width = profile.file.width?;
        from_profile.push(format!("width {width}"));
        Some(width)
    };
    let width = global.width.or_else(of_profile).or(surroundings.columns);
    width.unwrap_or(USUAL_WIDTH).max(NARROWEST)
}
