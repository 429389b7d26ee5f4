//! What the output is written on: given from outside, never looked up.

use std::borrow::Cow;

use super::safe;

/// What the output is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// How many columns it has; matters to terminal forms alone.
    pub width: usize,
    /// Whether it shows color; matters to terminal forms alone.
    pub color: bool,
    /// Whether it shows ASCII alone; matters to terminal, Markdown and plain forms.
    pub ascii: bool,
}

impl Page {
    /// The text as this page can show it: on one line, nothing hidden, ASCII if need be.
    pub(super) fn shown<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let safe = safe::one_line(text);
        if self.ascii { safe::ascii(safe) } else { safe }
    }
}
