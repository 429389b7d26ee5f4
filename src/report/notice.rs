//! The line that no answer goes without.

use crate::knowledge::model::{KnowledgeBase, SupportKey};

use super::document::{Block, Role, Text};

/// What all of this is, and is not.
pub const NOTICE: &str = "General information from an article and the literature, not medical advice.";

/// The notice, and where to look next.
pub(super) fn notice_block(kb: &'static KnowledgeBase, next: Option<SupportKey>) -> Block<'static> {
    let notice = Text::of(Role::Muted, NOTICE);
    Block::Paragraph(match next {
        Some(key) => {
            let command = format!("gutskin show {}", kb[key].id);
            notice.and(Role::Muted, " More: ").and(Role::Code, command)
        }
        None => notice,
    })
}
