//! What bytes can look like. Which command has which of them is for the caller to say.

/// A form of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For a terminal: boxes, wrapped to the width.
    Table,
    /// For notes.
    Markdown,
    /// For screen readers and grep: sentences only.
    Plain,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// For a browser, or to print.
    Html,
    /// For calendars.
    Ics,
    /// A picture.
    Svg,
    /// A picture, as text that notes tools draw.
    Mermaid,
    /// One line a diagnostic.
    Short,
}

impl Format {
    /// Every form, in the order to list them.
    pub const ALL: &'static [Self] = &[
        Self::Table,
        Self::Markdown,
        Self::Plain,
        Self::Json,
        Self::Csv,
        Self::Html,
        Self::Ics,
        Self::Svg,
        Self::Mermaid,
        Self::Short,
    ];

    /// The word for it, in kebab-case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Markdown => "markdown",
            Self::Plain => "plain",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Ics => "ics",
            Self::Svg => "svg",
            Self::Mermaid => "mermaid",
            Self::Short => "short",
        }
    }

    /// The form of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn every_form_is_found_by_its_own_name() {
        for format in Format::ALL {
            assert_eq!(Format::find(format.name()), Some(*format));
        }
        assert_eq!(Format::find("Table"), None);
    }
}
