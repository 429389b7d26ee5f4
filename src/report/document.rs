//! What to say, in order: blocks of text with roles, never with styles.
//!
//! Every format for people (terminal tables, Markdown, plain, HTML) walks the same document, so
//! they all say the same thing; each decides alone how a heading or a caution looks.

use std::borrow::Cow;

use super::picture::MapView;

/// A whole answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document<'a> {
    /// What the page is called where a format has a title (HTML); not shown elsewhere.
    pub title: Cow<'a, str>,
    /// What it says.
    pub blocks: Vec<Block<'a>>,
}

/// One piece of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Block<'a> {
    /// A heading; 2 is the highest level, so that an answer can be appended to a page.
    Heading(u8, Text<'a>),
    /// Some sentences.
    Paragraph(Text<'a>),
    /// Items with bullets.
    Bullets(Vec<Text<'a>>),
    /// Items with numbers, from 1.
    Numbered(Vec<Text<'a>>),
    /// Things to tick off.
    Tasks(Vec<Text<'a>>),
    /// Rows under headers.
    Table(Table<'a>),
    /// Facts with a label each.
    Facts(Vec<(Cow<'a, str>, Text<'a>)>),
    /// Something that must not be overlooked, with its title.
    Callout(CalloutKind, Text<'a>, Vec<Self>),
    /// The picture of the answer; each format draws it in its own way.
    Picture(MapView<'a>),
    /// Text that keeps its line breaks.
    Verbatim {
        /// The language, such as `mermaid`; may be empty.
        language: &'static str,
        /// The lines.
        text: Cow<'a, str>,
    },
}

/// How grave a callout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    /// An emergency.
    Danger,
    /// Something to check first.
    Warning,
    /// Something to know.
    Note,
}

/// Rows under headers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table<'a> {
    /// What it holds, for formats that name tables (HTML).
    pub caption: Cow<'a, str>,
    /// The headers.
    pub columns: Vec<Column>,
    /// The rows, each as long as the headers.
    pub rows: Vec<Vec<Text<'a>>>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub header: &'static str,
    /// How it takes its share of a narrow page.
    pub width: ColumnWidth,
}

/// How a column takes its share of the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnWidth {
    /// As wide as its longest cell: ids, numbers, ratings.
    Content,
    /// Takes what is left, and wraps: prose.
    Fill,
}

/// Text in pieces, each with the role it plays.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text<'a>(pub Vec<Piece<'a>>);

/// A piece of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece<'a> {
    /// What it is.
    pub role: Role<'a>,
    /// What it says.
    pub text: Cow<'a, str>,
}

/// What a piece of text is; the theme decides how that looks.
#[derive(Debug, Clone, PartialEq)]
pub enum Role<'a> {
    /// Running text.
    Plain,
    /// The name of a thing, or what matters most in a sentence.
    Strong,
    /// Less important: fact ids, asides.
    Muted,
    /// Something to type, such as a command.
    Code,
    /// A rating that is in favor.
    Favorable,
    /// A rating that leaves things open.
    Open,
    /// A rating against, or a grave caution.
    Adverse,
    /// A link; the text names it.
    Link(Cow<'a, str>),
}

impl<'a> Text<'a> {
    /// Running text.
    pub fn plain(text: impl Into<Cow<'a, str>>) -> Self {
        Self::of(Role::Plain, text)
    }

    /// One piece in a role.
    pub fn of(role: Role<'a>, text: impl Into<Cow<'a, str>>) -> Self {
        Self(vec![Piece { role, text: text.into() }])
    }

    /// The same with a piece more.
    #[must_use]
    pub fn and(mut self, role: Role<'a>, text: impl Into<Cow<'a, str>>) -> Self {
        self.0.push(Piece { role, text: text.into() });
        self
    }

    /// The same with running text more.
    #[must_use]
    pub fn then(self, text: impl Into<Cow<'a, str>>) -> Self {
        self.and(Role::Plain, text)
    }

    /// The words alone.
    pub fn words(&self) -> String {
        self.0.iter().map(|piece| piece.text.as_ref()).collect()
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}
