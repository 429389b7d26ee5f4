//! For screen readers and grep: sentences, one fact a line; no boxes, no columns, no symbols.

use super::page::Page;
use super::{safe, theme, tree};
use crate::report::document::{Block, Document, Role, Table, Text};

/// The whole document.
pub(super) fn write(document: &Document<'_>, page: &Page) -> String {
    let mut out = String::new();
    blocks(&mut out, &document.blocks, page);
    out
}

fn blocks(out: &mut String, blocks: &[Block<'_>], page: &Page) {
    for block in blocks {
        one_block(out, block, page);
    }
}

fn one_block(out: &mut String, block: &Block<'_>, page: &Page) {
    match block {
        Block::Heading(_, text) => {
            if !out.is_empty() {
                out.push('\n');
            }
            line(out, "", &spoken(text, page));
        }
        Block::Paragraph(text) => sentence(out, "", text, page),
        Block::Bullets(items) => items.iter().for_each(|item| sentence(out, "", item, page)),
        Block::Tasks(items) => items.iter().for_each(|item| sentence(out, "To do: ", item, page)),
        Block::Numbered(items) => {
            for (index, item) in items.iter().enumerate() {
                sentence(out, &format!("{}. ", index + 1), item, page);
            }
        }
        Block::Table(table) => rows(out, table, page),
        Block::Facts(facts) => {
            for (label, text) in facts {
                sentence(out, &format!("{}: ", page.shown(label)), text, page);
            }
        }
        Block::Callout(kind, title, body) => {
            sentence(out, &format!("{}: ", theme::callout_word(*kind)), title, page);
            blocks(out, body, page);
        }
        Block::Picture(view) => {
            for words in tree::sentences(view) {
                sentence(out, "", &Text::plain(words), page);
            }
        }
        Block::Verbatim { text, .. } => {
            for source in safe::lines(text) {
                line(out, "", &page.shown(&source));
            }
        }
    }
}

/// Each row becomes a line: its first cell is what the line is about, the others are told by name.
fn rows(out: &mut String, table: &Table<'_>, page: &Page) {
    for row in &table.rows {
        let mut said = String::new();
        for (index, (column, cell)) in table.columns.iter().zip(row).enumerate() {
            let words = spoken(cell, page);
            if is_nothing(&words) {
                continue;
            }
            if !said.is_empty() {
                said.push(' ');
            }
            if index > 0 && !column.header.is_empty() {
                said.push_str(column.header);
                said.push_str(": ");
            }
            said.push_str(&words);
            close(&mut said);
        }
        line(out, "", &said);
    }
}

fn sentence(out: &mut String, start: &str, text: &Text<'_>, page: &Page) {
    let mut words = spoken(text, page);
    if !is_nothing(&words) {
        close(&mut words);
        line(out, start, &words);
    }
}

fn line(out: &mut String, start: &str, words: &str) {
    let words = words.trim();
    if !words.is_empty() {
        out.push_str(start);
        out.push_str(words);
        out.push('\n');
    }
}

/// A cell that only marks that nothing is there.
fn is_nothing(words: &str) -> bool {
    matches!(words.trim(), "" | "–" | "—" | "-" | "--")
}

/// Ends a sentence that has no end.
fn close(words: &mut String) {
    words.truncate(words.trim_end().len());
    if !words.ends_with(['.', '!', '?', ':', ';', '…', '。']) {
        words.push('.');
    }
}

/// The words with signs as words or commas, and with the address of each link.
fn spoken(text: &Text<'_>, page: &Page) -> String {
    let mut words = String::new();
    for piece in &text.0 {
        words.push_str(&piece.text);
        if let Role::Link(url) = &piece.role
            && piece.text != *url
        {
            words.push_str(", ");
            words.push_str(url);
        }
    }
    for (sign, word) in
        [(" · ", ", "), (" → ", " to "), ("→", " to "), ("≥ ", "at least "), ("≥", "at least ")]
    {
        if words.contains(sign) {
            words = words.replace(sign, word);
        }
    }
    page.shown(&words).into_owned()
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::render::{Page, sample};
    use crate::report::document::{Block, Document, Text};

    const PAGE: Page = Page { width: 80, color: true, ascii: false };

    #[test]
    fn a_row_reads_as_sentences() {
        let document = Document { title: "".into(), blocks: vec![sample::small_table()] };
        assert_eq!(
            write(&document, &PAGE),
            "Zinc. How: pumpkin seeds, lentils. Evidence: helps, low.\n\
             Sleep. How: seven to nine hours. Evidence: not studied.\n"
        );
    }

    #[test]
    fn headings_are_lines_with_space_above() {
        let blocks = vec![Block::Heading(2, "Foods".into()), Block::Paragraph(Text::plain("Three of them"))];
        let twice = [blocks.clone(), blocks].concat();
        let document = Document { title: "".into(), blocks: twice };
        assert_eq!(write(&document, &PAGE), "Foods\nThree of them.\n\nFoods\nThree of them.\n");
    }

    #[test]
    fn there_are_no_lines_no_symbols_and_no_escape_codes() {
        let out = write(&sample::document(), &PAGE);
        assert!(!out.contains(['│', '┆', '·', '→', '\u{1b}', '*', '•']), "{out}");
    }
}
