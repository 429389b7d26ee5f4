//! The line that no answer goes without.

use super::document::{Block, Role, Text};

/// What all of this is, and is not.
pub const NOTICE: &str = "General information from an article and the literature, not medical advice.";

/// The notice, and what to show next.
pub(super) fn notice_block(next: Option<&str>) -> Block<'static> {
    let notice = Text::of(Role::Muted, NOTICE);
    Block::Paragraph(match next {
        Some(id) => {
            let command = format!("gutskin show {id}");
            notice.and(Role::Muted, " More: ").and(Role::Code, command)
        }
        None => notice,
    })
}
