//! Which support comes first: an ordered key, not a score, so that every place has a reason.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::knowledge::model::{Rating, SupportKey};
use crate::knowledge::sets::{Certainty, Direction};

use super::advised::{AdvisedEvidence, AdvisedSupport};

/// The place of a support among those of its kind; the least is listed first. In order:
///
/// 1. direction: helps, mixed, unknown, no effect, worsens;
/// 2. certainty: highest first; lowest first where nothing was seen or it got worse, since the
///    surer that is, the less there is to hope;
/// 3. how many of the asked concerns it serves, more first;
/// 4. the article's order, so that there are no ties.
///
/// With several concerns the best of them counts. Where the person named a condition, its record
/// counts instead of the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank(Standing, Reverse<usize>, SupportKey);

/// Direction, then certainty, best first.
pub(crate) type Standing = (Direction, u8);

impl Rank {
    pub(super) fn of(advised: &AdvisedSupport) -> Self {
        let served: BTreeSet<_> = advised.reasons.iter().map(|(concern, _)| concern).collect();
        Self(best(&advised.evidence), Reverse(served.len()), advised.support)
    }
}

/// The best of what leads for the asked concerns.
pub(crate) fn best(evidence: &[AdvisedEvidence]) -> Standing {
    let leading = evidence.iter().flat_map(AdvisedEvidence::leading);
    leading.map(|(_, rating)| standing(rating)).min().unwrap_or((Direction::Unknown, u8::MAX))
}

/// Whether any asked concern is helped, or helped in part, at this certainty or better.
pub(super) fn reaches(evidence: &[AdvisedEvidence], least: Certainty) -> bool {
    let mut leading = evidence.iter().flat_map(AdvisedEvidence::leading);
    leading.any(|(_, rating)| {
        matches!(rating.direction, Direction::Helps | Direction::Mixed) && rating.certainty >= least
    })
}

fn standing(rating: &Rating) -> Standing {
    let sure = rating.certainty as u8;
    let step = match rating.direction {
        Direction::Helps | Direction::Mixed | Direction::Unknown => Certainty::High as u8 - sure,
        Direction::NoEffect | Direction::Worsens => sure,
    };
    (rating.direction, step)
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::{Rank, standing};
    use crate::knowledge::model::{Rating, SupportKey};
    use crate::knowledge::sets::{Certainty, Direction};

    fn rank(direction: Direction, certainty: Certainty, served: usize, place: u16) -> Rank {
        let rating = Rating { direction, certainty, finding: "", sources: &[] };
        Rank(standing(&rating), Reverse(served), SupportKey(place))
    }

    /// Each row comes before the next one, for the reason in the comment.
    #[test]
    fn the_order_is_the_documented_one() {
        let listed = [
            rank(Direction::Helps, Certainty::High, 1, 9),
            rank(Direction::Helps, Certainty::Low, 2, 8), // less sure
            rank(Direction::Helps, Certainty::Low, 1, 7), // serves fewer concerns
            rank(Direction::Helps, Certainty::VeryLow, 4, 0), // less sure
            rank(Direction::Mixed, Certainty::Moderate, 1, 2), // a worse direction
            rank(Direction::Mixed, Certainty::Moderate, 1, 3), // later in the article
            rank(Direction::Unknown, Certainty::VeryLow, 1, 0), // not studied
            rank(Direction::NoEffect, Certainty::VeryLow, 1, 5), // nothing seen, hardly sure
            rank(Direction::NoEffect, Certainty::Moderate, 1, 4), // nothing seen, and surer of it
            rank(Direction::Worsens, Certainty::VeryLow, 4, 0), // it may harm
            rank(Direction::Worsens, Certainty::High, 4, 0), // it harms
        ];
        assert!(listed.is_sorted_by(|before, after| before < after));
    }
}
