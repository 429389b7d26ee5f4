//! The picture as a page of shapes. Words say all that weight, dashes and color say; it reads in
//! light and dark, and loads nothing.

mod layout;
mod measure;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use self::layout::{
    DETAIL, Layout, MARGIN, NAME, PADDING, Placed, WIDTH, column_x, line_height, lines, ports,
};
use self::measure::Face;
use crate::report::picture::{Certainty, Direction, MapView};

const TITLE: Face = Face { size: 20.0, bold: true };
const ALERT: Face = Face { size: 15.0, bold: true };
const HEADING: Face = Face { size: 13.0, bold: true };
const HEADINGS: [&str; 3] = ["Concern", "Mechanism", "Support"];

/// Light, and dark where the reader's system is. The classes begin with `gsm-`, since the styles
/// of a picture reach the whole page that it is set into.
const STYLE: &str = "\
.gsm-page{fill:#fff}.gsm-box{fill:#f4f6f8;stroke:#5b6472;stroke-width:1.25}
.gsm-text{fill:#1b1f24;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif}
.gsm-muted{fill:#4a5260}.gsm-title{font-size:20px;font-weight:700}.gsm-name{font-size:15px;font-weight:700}
.gsm-detail{font-size:13px}.gsm-heading{font-size:13px;font-weight:700}
.gsm-line{fill:none;stroke:#5b6472;stroke-linecap:butt}.gsm-link{fill:none;stroke:#5b6472;stroke-width:1.5}
.gsm-helps{stroke:#1a6b3c}.gsm-mixed{stroke:#8a5a00}.gsm-worsens{stroke:#b3261e}
@media (prefers-color-scheme:dark){.gsm-page{fill:#14171a}.gsm-box{fill:#20262d;stroke:#98a2b0}
.gsm-text{fill:#eef1f4}.gsm-muted{fill:#c0c8d2}.gsm-line,.gsm-link{stroke:#98a2b0}
.gsm-helps{stroke:#6fd39a}.gsm-mixed{stroke:#f0c05a}.gsm-worsens{stroke:#ff9a8f}}
@media print{.gsm-page{fill:#fff}.gsm-box{fill:#fff;stroke:#333}.gsm-text{fill:#000}}
";

/// The picture as a whole `<svg>` element.
pub(super) fn render_svg(view: &MapView<'_>) -> String {
    let title = TITLE.wrap(&view.title, WIDTH - 2.0 * MARGIN);
    let alerts: Vec<String> =
        view.alerts.iter().flat_map(|alert| ALERT.wrap(alert, WIDTH - 2.0 * MARGIN)).collect();
    let top = MARGIN + lines(alerts.len()) * line_height(ALERT);
    let headings = top + lines(title.len()) * line_height(TITLE) + line_height(HEADING) + 4.0;
    let layout = Layout::new(view, headings + 14.0);
    let mut body = String::new();
    text(&mut body, &alerts, (MARGIN, MARGIN), ALERT, "gsm-name");
    text(&mut body, &title, (MARGIN, top), TITLE, "gsm-title");
    for (column, heading) in HEADINGS.iter().enumerate() {
        let at = (column_x(column), headings - line_height(HEADING));
        text(&mut body, &[(*heading).to_owned()], at, HEADING, "gsm-heading gsm-muted");
    }
    all_lines(&mut body, view, &layout);
    for placed in layout.concerns.iter().chain(&layout.mechanisms).chain(&layout.supports) {
        a_box(&mut body, placed);
    }
    let below = legend(&mut body, layout.bottom + 28.0);
    let notice = DETAIL.wrap(&view.notice, WIDTH - 2.0 * MARGIN);
    text(&mut body, &notice, (MARGIN, below + 12.0), DETAIL, "gsm-detail gsm-muted");
    let height = below + 12.0 + lines(notice.len()) * line_height(DETAIL) + MARGIN;
    page(view, &body, height)
}

fn page(view: &MapView<'_>, body: &str, height: f64) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"gsm-title gsm-desc\" \
         viewBox=\"0 0 {WIDTH:.0} {height:.0}\" width=\"{WIDTH:.0}\" height=\"{height:.0}\">\n\
         <title id=\"gsm-title\">{}</title>\n<desc id=\"gsm-desc\">{}</desc>\n<style>{STYLE}</style>\n\
         <rect class=\"gsm-page\" width=\"{WIDTH:.0}\" height=\"{height:.0}\"/>\n{body}</svg>\n",
        escaped(&view.title),
        escaped(&view.description),
    )
}

/// Lines of text; `at` is the left upper corner.
fn text(out: &mut String, rows: &[String], at: (f64, f64), face: Face, class: &str) {
    for (row, words) in rows.iter().enumerate() {
        let baseline = at.1 + lines(row) * line_height(face) + face.size;
        let (x, words) = (at.0, escaped(words));
        // Writing to a string cannot fail; so below.
        let _ =
            writeln!(out, "<text class=\"gsm-text {class}\" x=\"{x:.1}\" y=\"{baseline:.1}\">{words}</text>");
    }
}

fn a_box(out: &mut String, placed: &Placed) {
    let Placed { x, y, width, height, .. } = placed;
    let _ = writeln!(
        out,
        "<rect class=\"gsm-box\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"8\"/>"
    );
    let below = y + PADDING + lines(placed.name.len()) * line_height(NAME);
    text(out, &placed.name, (x + PADDING, y + PADDING), NAME, "gsm-name");
    text(out, &placed.details, (x + PADDING, below), DETAIL, "gsm-detail gsm-muted");
}

fn all_lines(out: &mut String, view: &MapView<'_>, layout: &Layout) {
    let ends = |links: &[(usize, usize)], left: &[Placed], right: &[Placed]| {
        let back: Vec<(usize, usize)> = links.iter().map(|&(from, to)| (to, from)).collect();
        ports(left, right, links).into_iter().zip(ports(right, left, &back)).collect::<Vec<_>>()
    };
    for ((from, to), &(left, right)) in
        ends(&view.links, &layout.concerns, &layout.mechanisms).iter().zip(&view.links)
    {
        let (left, right) = (&layout.concerns[left], &layout.mechanisms[right]);
        curve(out, (left.x + left.width, *from), (right.x, *to), "gsm-link", "");
    }
    let links: Vec<(usize, usize)> = view.lines.iter().map(|line| (line.from, line.to)).collect();
    for ((from, to), line) in ends(&links, &layout.mechanisms, &layout.supports).iter().zip(&view.lines) {
        let (left, right) = (&layout.mechanisms[line.from], &layout.supports[line.to]);
        let ends = ((left.x + left.width, *from), (right.x, *to));
        curve(out, ends.0, ends.1, &class(line.direction), &stroke(line.direction, line.certainty));
    }
}

fn curve(out: &mut String, from: (f64, f64), to: (f64, f64), class: &str, stroke: &str) {
    let middle = f64::midpoint(from.0, to.0);
    let _ = writeln!(
        out,
        "<path class=\"{class}\"{stroke} d=\"M{:.1} {:.1}C{middle:.1} {:.1} {middle:.1} {:.1} {:.1} {:.1}\"/>",
        from.0, from.1, from.1, to.1, to.0, to.1
    );
}

fn class(direction: Direction) -> String {
    format!("gsm-line gsm-{}", direction.name())
}

/// Weight by certainty, dashes by direction.
fn stroke(direction: Direction, certainty: Certainty) -> String {
    let weight = match certainty {
        Certainty::VeryLow => 1.5,
        Certainty::Low => 3.0,
        Certainty::Moderate => 5.0,
        Certainty::High => 7.0,
    };
    let dashes = match direction {
        Direction::Helps => return format!(" stroke-width=\"{weight}\""),
        Direction::Mixed => "10 5",
        Direction::Unknown => "2 4",
        Direction::NoEffect => "12 4 2 4",
        Direction::Worsens => "5 3",
    };
    format!(" stroke-width=\"{weight}\" stroke-dasharray=\"{dashes}\"")
}

/// What weight and dashes mean; gives back how far down it reaches.
fn legend(out: &mut String, top: f64) -> f64 {
    let sure = Certainty::ALL
        .iter()
        .map(|&certainty| (Direction::Helps, certainty, certainty.name().replace('-', " ")));
    let found = Direction::ALL
        .iter()
        .map(|&direction| (direction, Certainty::Low, direction_word(direction).to_owned()));
    legend_row(out, top, "How sure", sure.collect());
    legend_row(out, top + 26.0, "What studies saw", found.collect());
    top + 52.0
}

fn legend_row(out: &mut String, y: f64, heading: &str, samples: Vec<(Direction, Certainty, String)>) {
    text(out, &[heading.to_owned()], (MARGIN, y), HEADING, "gsm-heading gsm-muted");
    let mut x = MARGIN + 150.0;
    for (direction, certainty, words) in samples {
        let middle = y + 8.0;
        let (class, stroke) = (class(direction), stroke(direction, certainty));
        let end = x + 44.0;
        let _ =
            writeln!(out, "<path class=\"{class}\"{stroke} d=\"M{x:.1} {middle:.1}L{end:.1} {middle:.1}\"/>");
        let width = DETAIL.width(&words);
        text(out, &[words], (end + 8.0, y), DETAIL, "gsm-detail gsm-muted");
        x = end + 8.0 + width + 18.0;
    }
}

const fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Unknown => "not studied",
        Direction::NoEffect => "no effect",
        _ => direction.name(),
    }
}

/// Text as XML takes it: nothing that ends an element, nothing that XML forbids, nothing that
/// turns the direction of what follows.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() => safe.push(' '),
            _ => safe.push(letter),
        }
    }
    safe
}
