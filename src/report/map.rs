//! The answer of `gutskin map`: the picture, and the same as nodes and edges.

mod answer;
mod json;
mod picture;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use serde::{Serialize, Serializer};

pub use answer::MapReport;

use crate::knowledge::model::ConcernKey;
use crate::knowledge::sets::{Certainty, Direction};
use crate::map::{Edge, Hub};

use super::advise::cautions::check_first;
use super::advise::document::red_flag;
use super::document::{Block, Document, Text};
use super::evidence::rating_words;
use super::notice::{NOTICE, notice_block};
use super::picture::MapView;
use super::{Records, Report};

pub use json::MapOutput;
pub(in crate::report) use picture::view;

impl Serialize for MapReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        MapOutput::new(self).serialize(serializer)
    }
}

impl Report for MapReport<'_> {
    fn document(&self) -> Document<'_> {
        let flags = self.heard.red_flags(self.kb);
        let mut blocks: Vec<_> = flags.iter().map(|flag| red_flag(self.kb, *flag)).collect();
        if self.heard.is_emergency(self.kb) {
            blocks.push(notice_block(None));
            return Document { title: "Get help now".into(), blocks };
        }
        let view = view(self.kb, self.advice, self.graph);
        let title = view.title.clone();
        blocks.push(Block::Heading(2, Text::plain(title.clone())));
        if self.advice.supports.is_empty() {
            blocks.push(Block::Paragraph("No support is left to draw.".into()));
        }
        blocks.push(Block::Picture(view));
        blocks.extend(check_first(self.kb, self.advice, self.detail));
        blocks.push(notice_block(self.advice.supports.first().map(|advised| self.kb[advised.support].id)));
        Document { title, blocks }
    }

    fn records(&self) -> Records<'_> {
        let columns = vec!["concern", "mechanism", "support", "direction", "certainty", "evidence", "notice"];
        if self.heard.is_emergency(self.kb) {
            return Records { columns, rows: Vec::new() };
        }
        let edges = self.graph.edges.iter();
        let rows = edges.flat_map(|edge| edge.ratings.iter().map(|rating| self.row(edge, *rating))).collect();
        Records { columns, rows }
    }

    fn map(&self) -> Option<MapView<'_>> {
        let is_emergency = self.heard.is_emergency(self.kb);
        (!is_emergency).then(|| view(self.kb, self.advice, self.graph))
    }
}

impl MapReport<'_> {
    fn row(&self, edge: &Edge, rating: (ConcernKey, Direction, Certainty)) -> Vec<Cow<'static, str>> {
        let (concern, direction, certainty) = rating;
        let hub = match edge.hub {
            Hub::Mechanism(key) => self.kb[key].id,
            Hub::Habits => "",
        };
        let cells = [
            self.kb[concern].id,
            hub,
            self.kb[edge.support].id,
            direction.name(),
            certainty.name(),
            rating_words(direction, certainty),
            NOTICE,
        ];
        cells.map(Cow::Borrowed).to_vec()
    }
}
