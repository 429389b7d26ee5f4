//! GitHub-flavored Markdown for notes: headings from level 2, tables, tasks, callouts that GitHub
//! and Obsidian show. Lines are not wrapped; blocks are one empty line apart.

mod inline;

use std::mem::discriminant;

use inline::Place;

use super::page::Page;
use super::{mermaid, safe};
use crate::report::document::{Block, CalloutKind, Document, Table, Text};

/// What most answers have room in, so that they need not move while they grow.
const USUAL_LENGTH: usize = 1 << 14;

/// The whole document.
pub(super) fn write(document: &Document<'_>, page: &Page) -> String {
    let mut out = String::with_capacity(USUAL_LENGTH);
    blocks(&mut out, &document.blocks, page);
    out
}

fn blocks(out: &mut String, blocks: &[Block<'_>], page: &Page) {
    let mut before: Option<&Block<'_>> = None;
    let mut second_mark = false;
    for block in blocks {
        let start = out.len();
        if before.is_some() {
            out.push('\n');
        }
        let filled = out.len();
        // Two lists in a row would run together if they had the same mark.
        second_mark = !second_mark && before.is_some_and(|before| is_list(before) && is_list(block));
        one_block(out, block, second_mark, page);
        if out.len() == filled {
            out.truncate(start);
        } else {
            before = Some(block);
        }
    }
}

fn is_list(block: &Block<'_>) -> bool {
    let lists = [Block::Bullets(vec![]), Block::Numbered(vec![]), Block::Tasks(vec![]), Block::Facts(vec![])];
    lists.iter().any(|list| discriminant(list) == discriminant(block))
}

fn one_block(out: &mut String, block: &Block<'_>, second_mark: bool, page: &Page) {
    let bullet = if second_mark { "* " } else { "- " };
    match block {
        Block::Heading(level, text) => {
            let marks = "#".repeat(usize::from((*level).clamp(2, 6)));
            line(out, &format!("{marks} "), text, page);
        }
        Block::Paragraph(text) => line(out, "", text, page),
        Block::Bullets(items) => items.iter().for_each(|item| line(out, bullet, item, page)),
        Block::Tasks(items) => {
            let mark = format!("{bullet}[ ] ");
            for item in items {
                line(out, &mark, item, page);
            }
        }
        Block::Numbered(items) => {
            let end = if second_mark { ')' } else { '.' };
            for (index, item) in items.iter().enumerate() {
                line(out, &format!("{}{end} ", index + 1), item, page);
            }
        }
        Block::Table(rows) => table(out, rows, page),
        Block::Facts(facts) => {
            for (label, text) in facts {
                let label = inline::plain(label, Place::Block, page);
                line(out, &format!("{bullet}**{}:** ", label.trim()), text, page);
            }
        }
        Block::Callout(kind, title, body) => callout(out, *kind, title, body, page),
        Block::Picture(view) => fenced(out, "mermaid", &mermaid::write(view), page),
        Block::Verbatim { language, text } => fenced(out, language, text, page),
    }
}

/// One line of text behind its mark; nothing if there are no words.
fn line(out: &mut String, mark: &str, text: &Text<'_>, page: &Page) {
    let words = inline::text(text, Place::Block, page);
    if !words.is_empty() {
        out.push_str(mark);
        out.push_str(&words);
        out.push('\n');
    }
}

fn table(out: &mut String, table: &Table<'_>, page: &Page) {
    if table.columns.is_empty() || table.rows.is_empty() {
        return;
    }
    let headers = table.columns.iter().map(|column| inline::plain(column.header, Place::Cell, page));
    row(out, headers);
    row(out, table.columns.iter().map(|_| "---".to_owned()));
    for cells in &table.rows {
        let cells = cells.iter().take(table.columns.len());
        row(out, cells.map(|cell| inline::text(cell, Place::Cell, page)));
    }
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(&cell);
        out.push_str(" |");
    }
    out.push('\n');
}

fn callout(out: &mut String, kind: CalloutKind, title: &Text<'_>, body: &[Block<'_>], page: &Page) {
    let name = match kind {
        CalloutKind::Danger => "CAUTION",
        CalloutKind::Warning => "WARNING",
        CalloutKind::Note => "NOTE",
    };
    let title = inline::plain(&title.words(), Place::Block, page);
    let title = title.trim();
    let mut inner = if title.is_empty() { String::new() } else { format!("**{title}**\n") };
    let mut text = String::new();
    blocks(&mut text, body, page);
    if !inner.is_empty() && !text.is_empty() {
        inner.push('\n');
    }
    inner.push_str(&text);
    out.push_str("> [!");
    out.push_str(name);
    out.push_str("]\n");
    for line in inner.lines() {
        out.push_str(if line.is_empty() { ">" } else { "> " });
        out.push_str(line);
        out.push('\n');
    }
}

/// Kept lines between fences that are longer than any run of backticks within.
fn fenced(out: &mut String, language: &str, text: &str, page: &Page) {
    let fence = "`".repeat(inline::longest_run(text, '`').max(2) + 1);
    out.push_str(&fence);
    out.push_str(language);
    out.push('\n');
    for line in safe::lines(text) {
        let line = if page.ascii { safe::ascii(line.into()) } else { line.into() };
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out.push_str(&fence);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::render::{Page, sample};
    use crate::report::document::{Block, CalloutKind, Document, Text};

    const PAGE: Page = Page { width: 80, color: true, ascii: false };

    fn written(blocks: Vec<Block<'_>>) -> String {
        write(&Document { title: "".into(), blocks }, &PAGE)
    }

    #[test]
    fn a_callout_is_one_that_notes_tools_show() {
        let body = vec![Block::Bullets(vec!["Ask before.".into()]), Block::Paragraph("Then decide.".into())];
        assert_eq!(
            written(vec![Block::Callout(CalloutKind::Warning, "Pregnancy".into(), body)]),
            "> [!WARNING]\n> **Pregnancy**\n>\n> - Ask before.\n>\n> Then decide.\n"
        );
    }

    #[test]
    fn a_table_is_a_pipe_table() {
        assert_eq!(
            written(vec![sample::small_table()]),
            "| Support | How | Evidence |\n| --- | --- | --- |\n\
             | **Zinc** | pumpkin seeds, lentils | helps · low |\n\
             | Sleep | seven to nine hours | not studied |\n"
        );
    }

    #[test]
    fn headings_leave_the_highest_level_to_the_page() {
        assert_eq!(written(vec![Block::Heading(1, "Why".into())]), "## Why\n");
        assert_eq!(written(vec![Block::Heading(3, "1. #tag".into())]), "### 1\\. \\#tag\n");
    }

    #[test]
    fn lists_in_a_row_stay_two_lists() {
        let lists = vec![Block::Bullets(vec!["a".into()]), Block::Tasks(vec!["b".into()])];
        assert_eq!(written(lists), "- a\n\n* [ ] b\n");
    }

    #[test]
    fn kept_lines_cannot_leave_their_fence() {
        let block = Block::Verbatim { language: "", text: "```\n<b>".into() };
        assert_eq!(written(vec![block]), "````\n```\n<b>\n````\n");
    }

    #[test]
    fn blocks_are_one_empty_line_apart_and_nothing_trails() {
        let out = written(vec![
            Block::Paragraph(Text::plain(" ")),
            Block::Paragraph("a".into()),
            Block::Bullets(vec![]),
            Block::Paragraph("b".into()),
        ]);
        assert_eq!(out, "a\n\nb\n");
        let out = write(&sample::document(), &PAGE);
        assert!(!out.contains("\n\n\n") && out.ends_with(".\n") && !out.contains('\u{1b}'), "{out}");
    }
}
