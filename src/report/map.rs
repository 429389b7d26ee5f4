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
use crate::knowledge::sets::{Certainty, Direction, Severity};
use crate::map::{Edge, Hub};

use super::advise::cautions::check_first;
use super::advise::document::red_flag;
use super::advise::left_out::left_out as left_out_blocks;
use super::advise::records::{cautions, guarded, left_out, red_flags};
use super::advise::understood::understood;
use super::document::{Block, Document, Text};
use super::evidence::rating_words;
use super::notice::notice_block;
use super::picture::MapView;
use super::{Records, Report};

pub use json::MapOutput;
pub(in crate::report) use picture::view;

const COLUMNS: [&str; 9] =
    ["concern", "mechanism", "support", "direction", "certainty", "evidence", "avoid", "ask_first", "note"];

impl Serialize for MapReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        MapOutput::new(self).serialize(serializer)
    }
}

impl Report for MapReport<'_> {
    fn document(&self) -> Document<'_> {
        let flags = self.heard.alerts(self.kb);
        let mut blocks: Vec<_> = flags.iter().map(|flag| red_flag(self.kb, self.heard, *flag)).collect();
        let is_emergency = self.heard.is_emergency(self.kb);
        if is_emergency || self.advice.concerns.is_empty() {
            let title = if is_emergency { "Get help now" } else { "Check first" };
            blocks.push(notice_block(None));
            return Document { title: title.into(), blocks };
        }
        let view = view(self.kb, self.advice, self.graph);
        let title = view.title.clone();
        blocks.push(Block::Heading(2, Text::plain(title.clone())));
        blocks.extend(understood(self.kb, self.advice, self.heard, false));
        if self.advice.supports.is_empty() {
            blocks.push(Block::Paragraph("No support is left to draw.".into()));
        }
        // The page has the notice below.
        blocks.push(Block::Picture(MapView { notice: "".into(), ..view }));
        blocks.extend(check_first(self.kb, self.advice, self.detail));
        blocks.extend(left_out_blocks(self.kb, self.advice, self.detail));
        blocks.push(notice_block(self.advice.supports.first().map(|advised| self.kb[advised.support].id)));
        Document { title, blocks }
    }

    fn records(&self) -> Records<'_> {
        let flags = red_flags(self.kb, self.heard);
        if self.heard.is_emergency(self.kb) {
            return guarded(&COLUMNS, Vec::new(), "", &flags);
        }
        let edges = self.graph.edges.iter();
        let rows = edges.flat_map(|edge| edge.ratings.iter().map(|rating| self.row(edge, *rating))).collect();
        guarded(&COLUMNS, rows, &left_out(self.kb, self.advice), &flags)
    }

    fn map(&self) -> Option<MapView<'_>> {
        let is_emergency = self.heard.is_emergency(self.kb);
        let flags = self.heard.red_flags(self.kb).into_iter();
        let alerts = flags.map(|flag| self.kb[flag].say.into()).collect();
        (!is_emergency).then(|| MapView { alerts, ..view(self.kb, self.advice, self.graph) })
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
        ];
        let mut cells = cells.map(Cow::Borrowed).to_vec();
        let advised = self.advice.supports.iter().find(|advised| advised.support == edge.support);
        let of = |severity| advised.map(|advised| cautions(self.kb, advised, severity)).unwrap_or_default();
        cells.extend(
            [Severity::Avoid, Severity::AskFirst, Severity::Note].map(|severity| of(severity).into()),
        );
        cells
    }
}
