//! What every command gets, and how it answers.

use std::io::{self, Write as _};

use anyhow::Result;

use super::settings::Settings;
use super::sink::Sink;
use super::surroundings::Surroundings;
use crate::render::{self, Format};
use crate::report::Report;

/// What every list and every single thing can be said in.
const LIST_FORMATS: &[Format] =
    &[Format::Table, Format::Markdown, Format::Plain, Format::Json, Format::Csv, Format::Html];

/// What a command gets: the settled flags and the surroundings.
pub(super) struct Run {
    pub(super) settings: Settings,
    pub(super) surroundings: Surroundings,
}

impl Run {
    /// The format for a command that has these.
    pub(super) fn format_among(&self, formats: &[Format]) -> Result<Format> {
        self.settings.format_among(&self.surroundings, formats)
    }

    /// Says one of the lists, in the format that was asked for.
    pub(super) fn say_list(&self, report: &impl Report) -> Result<()> {
        let format = self.format_among(LIST_FORMATS)?;
        self.say(report, format)
    }

    /// A line of text that is the result itself.
    pub(super) fn tell(&self, text: &str) -> Result<()> {
        self.settings.sink.write(format!("{text}\n").as_bytes())
    }

    /// Renders a report in a format and sends it where it goes.
    pub(super) fn say(&self, report: &impl Report, format: Format) -> Result<()> {
        self.settings.sink.write(&self.rendered(report, format)?)
    }

    /// The same, wherever answers go otherwise.
    pub(super) fn say_on_stdout(&self, report: &impl Report, format: Format) -> Result<()> {
        Sink::Stdout.write(&self.rendered(report, format)?)
    }

    fn rendered(&self, report: &impl Report, format: Format) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        render::render(report, format, &self.settings.page_for(format), &mut bytes)?;
        Ok(bytes)
    }

    /// Something that may help, on a terminal only: results stay alone in a pipe.
    pub(super) fn hint(&self, line: &str) {
        if self.surroundings.hints && self.surroundings.shows {
            say_aside(line);
        }
    }
}

/// To standard error; when even that is gone, there is nobody to tell.
pub(super) fn say_aside(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
