//! `headline`: a rating with records by condition follows from them: it takes the direction that
//! the two best-rated conditions share, or else is `mixed`, and the lower certainty of the two. A
//! commonly reported trigger can make it `mixed` all the same.

use std::cmp::Reverse;

use crate::diagnostic::Code;

use super::super::merge::{Fields, In, Record};
use super::super::raw::evidence::RawEvidence;
use super::super::sets::{Certainty, Direction};
use super::checking::{Checking, Rated};

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    for record in &checking.content.evidence {
        let headline = Rated::headline(record);
        let (Some(given), Some((direction, certainty))) = (headline.rating(), expected(record)) else {
            continue;
        };
        let is_direction_right = given.0 == direction || given.0 == Direction::Mixed;
        if is_direction_right && given.1 == certainty {
            continue;
        }
        let wrong = if is_direction_right {
            headline.certainty.map(In::place)
        } else {
            headline.direction.map(In::place)
        };
        checking
            .problems
            .error(
                Code::Headline,
                wrong.unwrap_or(headline.place),
                format!("its conditions make this {direction}, {certainty}"),
            )
            .help("change the headline, or the records under `conditions`");
    }
}

fn expected(record: &Record<'_, RawEvidence>) -> Option<(Direction, Certainty)> {
    let conditions = record.list(|record| &record.conditions).map(Rated::condition);
    let mut known: Vec<(Direction, Certainty)> = conditions
        .filter_map(Rated::rating)
        .filter(|(direction, _)| *direction != Direction::Unknown)
        .collect();
    known.sort_by_key(|(_, certainty)| Reverse(*certainty));
    known.truncate(2);
    let (first, last) = (known.first()?, known.last()?);
    let direction = if first.0 == last.0 { first.0 } else { Direction::Mixed };
    Some((direction, last.1))
}
