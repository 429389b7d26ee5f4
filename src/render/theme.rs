//! How a role looks on a terminal: the twelve hues that every terminal has and its reader may have
//! redefined. Never the only sign of anything.

use anstyle::{AnsiColor, Style};

use crate::report::document::{CalloutKind, Role};

/// A heading.
pub(super) const HEADING: Style = Style::new().bold();

/// The headers of a table, and the labels of a list.
pub(super) const LABEL: Style = Style::new().bold();

/// How a piece of text looks.
pub(super) fn style(role: &Role<'_>) -> Style {
    match role {
        Role::Plain => Style::new(),
        Role::Strong => Style::new().bold(),
        Role::Muted => Style::new().dimmed(),
        Role::Code => AnsiColor::Cyan.on_default(),
        Role::Favorable => AnsiColor::Green.on_default(),
        Role::Open => AnsiColor::Yellow.on_default(),
        Role::Adverse => AnsiColor::Red.on_default(),
        Role::Link(_) => Style::new().underline(),
    }
}

/// How the title of a callout looks.
pub(super) fn callout(kind: CalloutKind) -> Style {
    match kind {
        CalloutKind::Danger => AnsiColor::Red.on_default().bold(),
        CalloutKind::Warning => AnsiColor::Yellow.on_default().bold(),
        CalloutKind::Note => AnsiColor::Blue.on_default().bold(),
    }
}

/// The word that says how grave a callout is, for those who see no color.
pub(super) fn callout_word(kind: CalloutKind) -> &'static str {
    match kind {
        CalloutKind::Danger => "Danger",
        CalloutKind::Warning => "Warning",
        CalloutKind::Note => "Note",
    }
}
