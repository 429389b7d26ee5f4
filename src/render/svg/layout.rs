//! Where each box of the picture stands: three columns, wide enough apart for the lines, no box
//! over another whatever it says.

use super::measure::Face;
use crate::report::picture::{MapView, Node};

/// The margin of the page.
pub(super) const MARGIN: f64 = 24.0;
/// Between a box's edge and its text.
pub(super) const PADDING: f64 = 11.0;
/// The names in the boxes.
pub(super) const NAME: Face = Face { size: 15.0, bold: true };
/// What boxes say besides.
pub(super) const DETAIL: Face = Face { size: 13.0, bold: false };
/// The widths of the columns.
const WIDTHS: [f64; 3] = [160.0, 210.0, 310.0];
/// What lies between the columns.
const GUTTERS: [f64; 2] = [90.0, 120.0];
/// Between one box and the next below it.
const GAP: f64 = 14.0;

/// The width of the page.
pub(super) const WIDTH: f64 = 2.0 * MARGIN + WIDTHS[0] + GUTTERS[0] + WIDTHS[1] + GUTTERS[1] + WIDTHS[2];

/// A box with its place and its lines of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) name: Vec<String>,
    pub(super) details: Vec<String>,
}

impl Placed {
    fn new(content: &Node<'_>, column: usize) -> Self {
        let (x, width) = (column_x(column), WIDTHS[column]);
        let inside = width - 2.0 * PADDING;
        let name = NAME.wrap(&content.name, inside);
        let details: Vec<String> =
            content.details.iter().flat_map(|text| DETAIL.wrap(text, inside)).collect();
        let height = 2.0 * PADDING
            + lines(name.len()) * line_height(NAME)
            + lines(details.len()) * line_height(DETAIL);
        Self { x, y: 0.0, width, height, name, details }
    }

    fn center(&self) -> f64 {
        self.y + self.height / 2.0
    }

    pub(super) fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// From one line of a face to the next.
pub(super) fn line_height(face: Face) -> f64 {
    face.size + 5.0
}

/// Where a column begins.
pub(super) fn column_x(column: usize) -> f64 {
    let before: f64 = WIDTHS.iter().take(column).sum();
    MARGIN + before + GUTTERS.iter().take(column).sum::<f64>()
}

/// A number of lines, to reckon with.
#[expect(clippy::cast_precision_loss, reason = "a picture never has 2^52 lines")]
pub(super) fn lines(number: usize) -> f64 {
    number as f64
}

/// All boxes in their places, and how far down they reach.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    pub(super) concerns: Vec<Placed>,
    pub(super) mechanisms: Vec<Placed>,
    pub(super) supports: Vec<Placed>,
    pub(super) bottom: f64,
}

impl Layout {
    /// Places the boxes below `top`. Supports stand one below the other, those of one mechanism
    /// together; each mechanism stands in the middle of its supports as far as there is room, and
    /// each concern in the middle of its mechanisms.
    pub(super) fn new(view: &MapView<'_>, top: f64) -> Self {
        let placed = |boxes: &[Node<'_>], column| boxes.iter().map(|one| Placed::new(one, column)).collect();
        let mut supports: Vec<Placed> = placed(&view.supports, 2);
        let mut y = top;
        for place in support_order(view) {
            supports[place].y = y;
            y = supports[place].bottom() + GAP;
        }
        let mut mechanisms: Vec<Placed> = placed(&view.mechanisms, 1);
        let lines: Vec<(usize, usize)> = view.lines.iter().map(|line| (line.from, line.to)).collect();
        stack(&mut mechanisms, &supports, &lines, top);
        let mut concerns: Vec<Placed> = placed(&view.concerns, 0);
        stack(&mut concerns, &mechanisms, &view.links, top);
        let all = concerns.iter().chain(&mechanisms).chain(&supports);
        let bottom = all.map(Placed::bottom).fold(top, f64::max);
        Self { concerns, mechanisms, supports, bottom }
    }
}

/// The supports from top to bottom: by the middle of their mechanisms, then as given.
fn support_order(view: &MapView<'_>) -> Vec<usize> {
    let middle = |support: usize| {
        let from = view.lines.iter().filter(|line| line.to == support).map(|line| lines(line.from));
        mean(from).unwrap_or(f64::MAX)
    };
    let mut order: Vec<usize> = (0..view.supports.len()).collect();
    order.sort_by(|&one, &other| middle(one).total_cmp(&middle(other)));
    order
}

/// One below the other in their order, each in the middle of what it leads to if there is room.
fn stack(boxes: &mut [Placed], targets: &[Placed], links: &[(usize, usize)], top: f64) {
    let mut y = top;
    for (place, one) in boxes.iter_mut().enumerate() {
        let leads_to = links.iter().filter(|(from, _)| *from == place).map(|(_, to)| targets[*to].center());
        let wanted = mean(leads_to).map_or(y, |middle| middle - one.height / 2.0);
        one.y = wanted.max(y);
        y = one.bottom() + GAP;
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

/// The places along a side at which lines meet it, each at a height of its own, in the order of
/// where they come from.
pub(super) fn ports(own: &[Placed], others: &[Placed], links: &[(usize, usize)]) -> Vec<f64> {
    let mut heights = vec![0.0; links.len()];
    for (place, one) in own.iter().enumerate() {
        let mut here: Vec<usize> = (0..links.len()).filter(|&link| links[link].0 == place).collect();
        here.sort_by(|&a, &b| others[links[a].1].center().total_cmp(&others[links[b].1].center()));
        let step = one.height / (lines(here.len()) + 1.0);
        for (turn, link) in here.into_iter().enumerate() {
            heights[link] = one.y + step * (lines(turn) + 1.0);
        }
    }
    heights
}
