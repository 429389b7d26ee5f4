//! "Left out": what, because of what, and what serves instead.

use crate::advice::{Advice, Cause, LeftOut};
use crate::knowledge::model::{KnowledgeBase, SupportKey, SwapItem};
use crate::report::Detail;
use crate::report::document::{Block, Column, ColumnWidth, Role, Table, Text};
use crate::report::evidence::certainty_words;
use crate::words::{capitalized, one_of, uncapitalized};

/// A row for each thing left out; what only lacks evidence is one sentence.
pub(in crate::report) fn left_out(
    kb: &'static KnowledgeBase,
    advice: &Advice,
    detail: Detail,
) -> Vec<Block<'static>> {
    if advice.left_out.is_empty() && advice.uncovered.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(3, "Left out".into())];
    let (below, others): (Vec<_>, Vec<_>) = advice.left_out.iter().partition(|row| row.is_below_certainty());
    if !others.is_empty() {
        blocks.push(Block::Table(table(kb, &others, detail)));
    }
    if let (Some(least), false) = (advice.query.min_certainty, below.is_empty()) {
        let names: Vec<_> = below.iter().map(|row| kb[row.support].name).collect();
        let least = certainty_words(least);
        let text = format!(
            "Not shown to help, not even in part, at {least} certainty or better: {}.",
            names.join("; ")
        );
        blocks.push(Block::Paragraph(Text::plain(text)));
    }
    if !advice.uncovered.is_empty() {
        let names = advice.uncovered.iter().map(|mechanism| uncapitalized(kb[*mechanism].name));
        let text = format!("Nothing listed works through {}.", one_of(names));
        blocks.push(Block::Paragraph(Text::plain(text)));
    }
    blocks
}

/// Rows of one support with one reason read as one.
struct Merged {
    support: SupportKey,
    because: Text<'static>,
    examples: Vec<&'static str>,
    instead: Vec<&'static str>,
}

fn merged(kb: &'static KnowledgeBase, rows: &[&LeftOut], detail: Detail) -> Vec<Merged> {
    let mut lines: Vec<Merged> = Vec::with_capacity(rows.len());
    for row in rows {
        let because = because(kb, row, detail);
        let known = lines.iter_mut().find(|line| line.support == row.support && line.because == because);
        let instead = row.instead.map(|with| swap_name(kb, with));
        if let Some(line) = known {
            line.examples.extend(&row.examples);
            line.instead.extend(instead.filter(|name| !line.instead.contains(name)));
        } else {
            let instead = instead.into_iter().collect();
            lines.push(Merged { support: row.support, because, examples: row.examples.clone(), instead });
        }
    }
    lines
}

fn table(kb: &'static KnowledgeBase, rows: &[&LeftOut], detail: Detail) -> Table<'static> {
    let columns = vec![
        Column { header: "Left out", width: ColumnWidth::Fill },
        Column { header: "Because", width: ColumnWidth::Fill },
        Column { header: "Instead", width: ColumnWidth::Fill },
    ];
    let row = |line: Merged| {
        let mut what = Text::of(Role::Strong, kb[line.support].name);
        if !line.examples.is_empty() {
            what = what.then(format!(": {}", line.examples.join(", ")));
        }
        let instead = if line.instead.is_empty() { "–".into() } else { line.instead.join(", ") };
        vec![what, line.because, Text::plain(instead)]
    };
    let rows = merged(kb, rows, detail).into_iter().map(row).collect();
    Table { caption: "Left out".into(), columns, rows }
}

/// Why; with the words of the caution where a support is gone as a whole, since it then stands
/// nowhere else.
fn because(kb: &'static KnowledgeBase, row: &LeftOut, detail: Detail) -> Text<'static> {
    let mut text = Text::plain(capitalized(&row.because_words(kb)));
    let mut end = ". ";
    for cause in &row.because {
        if let Cause::Caution(_, words) = cause
            && (row.examples.is_empty() || detail.why)
        {
            text = text.then(end).then(*words);
            end = " ";
        }
    }
    text
}

/// What it is called, for people.
pub(in crate::report) fn swap_name(kb: &'static KnowledgeBase, with: SwapItem) -> &'static str {
    match with {
        SwapItem::Support(key) => kb[key].name,
        SwapItem::Example(name) => name,
    }
}
