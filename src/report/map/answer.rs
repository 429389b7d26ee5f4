//! What an answer of `gutskin map` is made of.

use crate::advice::Advice;
use crate::knowledge::model::KnowledgeBase;
use crate::map::Graph;
use crate::report::Detail;
use crate::report::heard::Heard;

/// What to say to a person who asked for the picture.
#[derive(Debug, Clone, Copy)]
pub struct MapReport<'a> {
    pub(super) kb: &'static KnowledgeBase,
    pub(super) advice: &'a Advice,
    pub(super) graph: &'a Graph,
    pub(super) heard: &'a Heard,
    pub(super) detail: Detail,
}

impl<'a> MapReport<'a> {
    /// The picture of this advice.
    pub const fn new(
        kb: &'static KnowledgeBase,
        advice: &'a Advice,
        graph: &'a Graph,
        heard: &'a Heard,
        detail: Detail,
    ) -> Self {
        Self { kb, advice, graph, heard, detail }
    }
}
