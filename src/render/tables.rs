//! Tables on a terminal. Every cell is wrapped here, to widths that fit the page, and laid out by
//! comfy-table, which counts an escape code as text: color is put in afterwards, at places that
//! are known. Where columns would be shredded, rows become labeled lists.

use std::ops::Range;

use comfy_table::{ContentArrangement, Table as Layout, presets};

use super::hanging::labeled;
use super::page::Page;
use super::theme;
use super::wrap::{Styled, columns, longest_word};
use crate::report::document::{ColumnWidth, Table};

/// Narrower pages get lists.
const LEAST_PAGE: usize = 60;

/// A column of prose is not squeezed further than this if others can give way.
const LEAST_PROSE: usize = 16;

/// Ratings and numbers are not longer than this; names may be.
const SHORT_CONTENT: usize = 20;

/// Longer words (addresses) may be broken in a table.
const LONGEST_WORD: usize = 24;

/// The table, or the list that stands for it.
pub(super) fn write(out: &mut String, table: &Table<'_>, page: &Page) {
    if table.columns.is_empty() || table.rows.is_empty() {
        return;
    }
    let grid = Grid::new(table, page);
    match grid.widths(table, page) {
        Some(widths) if page.width >= LEAST_PAGE => grid.write(out, &widths, page),
        _ => list(out, table, page),
    }
}

/// "Support: zinc" and so on, a line between the rows.
fn list(out: &mut String, table: &Table<'_>, page: &Page) {
    for (index, row) in table.rows.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        for (column, cell) in table.columns.iter().zip(row) {
            if cell.0.iter().any(|piece| !piece.text.trim().is_empty()) {
                labeled(out, column.header, cell, page);
            }
        }
    }
}

/// All cells, the headers first, row by row.
struct Grid<'a> {
    rows: Vec<Vec<Styled<'a>>>,
}

/// One row's cells, each with the places where its lines begin and end.
type Lines = Vec<Vec<Range<usize>>>;

impl<'a> Grid<'a> {
    fn new(table: &'a Table<'_>, page: &Page) -> Self {
        let header = table.columns.iter().map(|column| Styled::of(theme::LABEL, column.header, page));
        let mut rows = vec![header.collect()];
        rows.extend(table.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| Styled::new(cell, page));
            cells.take(table.columns.len()).collect::<Vec<_>>()
        }));
        Self { rows }
    }

    fn widest(&self, column: usize, measure: impl Fn(&str) -> usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| measure(cell.words())).max().unwrap_or(0).max(1)
    }

    /// How wide each column is to be; none if the page has no room for its words.
    fn widths(&self, table: &Table<'_>, page: &Page) -> Option<Vec<usize>> {
        let all = 0..table.columns.len();
        // A line on each side of every cell, and a space on both sides within.
        let room = page.width.checked_sub(3 * table.columns.len() + 1)?;
        let natural: Vec<usize> = all.clone().map(|column| self.widest(column, columns)).collect();
        if natural.iter().sum::<usize>() <= room {
            return Some(natural);
        }
        let word: Vec<usize> =
            all.map(|column| self.widest(column, longest_word).min(LONGEST_WORD)).collect();
        // Columns that are to stay whole give way only if there is no room otherwise, long ones first.
        let least = |whole: usize| -> Vec<usize> {
            let each = table.columns.iter().zip(natural.iter().zip(&word));
            each.map(|(column, (natural, word))| match column.width {
                ColumnWidth::Content if *natural <= whole => *natural,
                ColumnWidth::Content => *word,
                ColumnWidth::Fill => (*word).max(LEAST_PROSE.min(*natural)),
            })
            .collect()
        };
        let fits = |widths: &Vec<usize>| widths.iter().sum::<usize>() <= room;
        let whole = [usize::MAX, SHORT_CONTENT].map(least).into_iter().filter(fits);
        let shared = whole.map(|widths| share(widths, &natural, room));
        // Of two ways that keep ratings whole, the one that takes fewer lines.
        shared
            .min_by_key(|widths| self.height(widths))
            .or_else(|| Some(least(0)).filter(fits).map(|widths| share(widths, &natural, room)))
    }

    /// How many lines all rows take.
    fn height(&self, widths: &[usize]) -> usize {
        let row = |row: &Vec<Styled<'_>>| height(&lines(row, widths));
        self.rows.iter().map(row).sum()
    }

    fn write(&self, out: &mut String, widths: &[usize], page: &Page) {
        let lines: Vec<Lines> = self.rows.iter().map(|row| lines(row, widths)).collect();
        let text = self.lay_out(&lines, page);
        if !page.color {
            out.push_str(&text);
            out.push('\n');
            return;
        }
        let mut laid_out = text.lines();
        // The lines of a table are: a border, the header, a border, the rows, a border.
        let mut copy = |out: &mut String| {
            if let Some(line) = laid_out.next() {
                out.push_str(line);
                out.push('\n');
            }
        };
        copy(out);
        for (index, (row, row_lines)) in self.rows.iter().zip(&lines).enumerate() {
            for at in 0..height(row_lines) {
                let start = out.len();
                copy(out);
                let line = out.split_off(start);
                out.push_str(&paint(&line, row, row_lines, at, page).unwrap_or(line));
            }
            if index == 0 {
                copy(out);
            }
        }
        copy(out);
    }

    fn lay_out(&self, lines: &[Lines], page: &Page) -> String {
        let mut layout = Layout::new();
        layout.load_style(if page.ascii {
            presets::ASCII_FULL_CONDENSED
        } else {
            presets::UTF8_FULL_CONDENSED
        });
        layout.set_content_arrangement(ContentArrangement::Disabled);
        layout.set_width(u16::try_from(page.width).unwrap_or(u16::MAX));
        for (index, (row, row_lines)) in self.rows.iter().zip(lines).enumerate() {
            let cells = row.iter().zip(row_lines).map(|(cell, cell_lines)| {
                let parts: Vec<&str> = cell_lines.iter().map(|line| &cell.words()[line.clone()]).collect();
                parts.join("\n")
            });
            if index == 0 {
                layout.set_header(cells.collect::<Vec<_>>());
            } else {
                layout.add_row(cells.collect::<Vec<_>>());
            }
        }
        layout.to_string()
    }
}

/// What is left of the room goes, column by column, to the text that is squeezed most.
fn share(mut widths: Vec<usize>, natural: &[usize], room: usize) -> Vec<usize> {
    for _ in widths.iter().sum::<usize>()..room {
        let squeezed = (0..widths.len())
            .filter(|index| widths[*index] < natural[*index])
            .max_by(|a, b| (natural[*a] * widths[*b]).cmp(&(natural[*b] * widths[*a])).then(b.cmp(a)));
        let Some(squeezed) = squeezed else { break };
        widths[squeezed] += 1;
    }
    widths
}

fn lines(row: &[Styled<'_>], widths: &[usize]) -> Lines {
    row.iter().zip(widths).map(|(cell, width)| cell.lines(*width)).collect()
}

fn height(lines: &Lines) -> usize {
    lines.iter().map(Vec::len).max().unwrap_or(0).max(1)
}

/// One line of a row with color; none if a cell is not where it should be.
fn paint(line: &str, row: &[Styled<'_>], lines: &Lines, at: usize, page: &Page) -> Option<String> {
    let mut out = String::with_capacity(line.len() * 2);
    let mut rest = line;
    for (cell, cell_lines) in row.iter().zip(lines) {
        let Some(range) = cell_lines.get(at) else {
            // The cell has no words on this line: copy up to the next border.
            let border = rest.char_indices().skip(1).find(|(_, character)| *character != ' ')?.0;
            out.push_str(&rest[..border]);
            rest = &rest[border..];
            continue;
        };
        let words = &cell.words()[range.clone()];
        let before = rest.chars().take(2).map(char::len_utf8).sum();
        let after = rest.get(before..)?.strip_prefix(words)?;
        out.push_str(&rest[..before]);
        cell.paint(range.clone(), page, &mut out);
        let spaces = after.len() - after.trim_start_matches(' ').len();
        out.push_str(&after[..spaces]);
        rest = &after[spaces..];
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::render::wrap::columns;
    use crate::render::{Page, sample};
    use crate::report::document::{Block, Table};

    fn written(table: &Table<'_>, width: usize, color: bool, ascii: bool) -> String {
        let mut out = String::new();
        write(&mut out, table, &Page { width, color, ascii });
        out
    }

    fn small() -> Table<'static> {
        match sample::small_table() {
            Block::Table(table) => table,
            _ => Table::default(),
        }
    }

    #[test]
    fn a_table_with_room_is_as_wide_as_its_words() {
        assert_eq!(
            written(&small(), 80, false, false),
            "┌─────────┬────────────────────────┬─────────────┐\n\
             │ Support ┆ How                    ┆ Evidence    │\n\
             ╞═════════╪════════════════════════╪═════════════╡\n\
             │ Zinc    ┆ pumpkin seeds, lentils ┆ helps · low │\n\
             │ Sleep   ┆ seven to nine hours    ┆ not studied │\n\
             └─────────┴────────────────────────┴─────────────┘\n"
        );
    }

    #[test]
    fn ascii_has_no_box_art() {
        assert!(written(&sample::table(), 80, false, true).is_ascii());
    }

    #[test]
    fn a_narrow_page_gets_a_list() {
        assert_eq!(
            written(&small(), 40, false, false),
            "Support: Zinc\nHow: pumpkin seeds, lentils\nEvidence: helps · low\n\n\
             Support: Sleep\nHow: seven to nine hours\nEvidence: not studied\n"
        );
    }

    #[test]
    fn color_changes_nothing_but_color() {
        for width in [60, 72, 80, 100, 200] {
            let colored = written(&sample::table(), width, true, false);
            assert!(colored.contains("\u{1b}[32mhelps"), "{colored}");
            assert_eq!(sample::without_codes(&colored), written(&sample::table(), width, false, false));
        }
    }

    #[test]
    fn columns_of_content_stay_whole_while_prose_can_give_way() {
        let out = written(&sample::table(), 100, false, false);
        assert!(out.contains("┆ helps · very low │"), "{out}");
        assert!(out.lines().all(|line| columns(line) <= 100), "{out}");
    }
}
