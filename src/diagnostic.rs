//! A fact about somebody's YAML: a value with a stable code, a place and help. Written out by
//! `render`, never here.

mod codes;
mod explanations;

pub use codes::Code;
pub use explanations::{Example, Explanation};

/// Something found in content.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub code: Code,
    /// Whether the content can be used all the same.
    pub level: Level,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where; none for a file that cannot be read at all.
    pub label: Option<Label>,
    /// Places that have to do with it, such as "first defined here".
    pub related: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
}

/// Whether content can be used all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It cannot.
    Error,
    /// It can.
    Warning,
}

/// A place in a file, with what is to be said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The whole line there, made safe for a terminal.
    pub line_text: String,
    /// What to say about it; may be empty.
    pub message: String,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file, as the user named it.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// How many characters, at least 1.
    pub length: u32,
}

impl Level {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
