//! For a terminal: wrapped to its width, tables in boxes, color beside the words and never alone.

use anstyle::Style;

use super::hanging::{PROSE_WIDTH, hanging, in_style, labeled};
use super::page::Page;
use super::wrap::{Styled, columns};
use super::{safe, tables, theme, tree};
use crate::report::document::{Block, CalloutKind, Document, Text};
use crate::report::picture::MapView;

/// No page is narrower than this.
const LEAST_WIDTH: usize = 10;

/// The whole document.
pub(super) fn write(document: &Document<'_>, page: &Page) -> String {
    let page = Page { width: page.width.max(LEAST_WIDTH), ..*page };
    let mut out = String::new();
    blocks(&mut out, &document.blocks, &page);
    out
}

/// The blocks with a line between them; what follows a heading stays close to it.
fn blocks(out: &mut String, blocks: &[Block<'_>], page: &Page) {
    let mut gap = false;
    for block in blocks {
        let start = out.len();
        if gap {
            out.push('\n');
        }
        let filled = out.len();
        one_block(out, block, page);
        if out.len() == filled {
            out.truncate(start);
        } else {
            gap = !matches!(block, Block::Heading(..));
        }
    }
}

fn one_block(out: &mut String, block: &Block<'_>, page: &Page) {
    match block {
        Block::Heading(_, text) => {
            hanging(out, &in_style(theme::HEADING, text, page), "", "", page);
        }
        Block::Paragraph(text) => hanging(out, &Styled::new(text, page), "", "", page),
        Block::Bullets(items) => {
            let bullet = if page.ascii { "* " } else { "• " };
            for item in items {
                hanging(out, &Styled::new(item, page), bullet, "  ", page);
            }
        }
        Block::Tasks(items) => {
            for item in items {
                hanging(out, &Styled::new(item, page), "[ ] ", "    ", page);
            }
        }
        Block::Numbered(items) => numbered(out, items, page),
        Block::Table(table) => tables::write(out, table, page),
        Block::Facts(facts) => {
            for (label, text) in facts {
                labeled(out, label, text, page);
            }
        }
        Block::Callout(kind, title, body) => callout(out, *kind, title, body, page),
        Block::Picture(view) => picture(out, view, page),
        Block::Verbatim { text, .. } => verbatim(out, text, page),
    }
}

fn numbered(out: &mut String, items: &[Text<'_>], page: &Page) {
    let digits = items.len().to_string().len();
    let rest = " ".repeat(digits + 2);
    for (index, item) in items.iter().enumerate() {
        let first = format!("{:>digits$}. ", index + 1);
        hanging(out, &Styled::new(item, page), &first, &rest, page);
    }
}

/// A bar on the left holds a callout together, also without color.
fn callout(out: &mut String, kind: CalloutKind, title: &Text<'_>, body: &[Block<'_>], page: &Page) {
    let style = theme::callout(kind);
    let bar = if page.ascii { "| " } else { "┃ " };
    let inner = Page { width: page.width.min(PROSE_WIDTH).saturating_sub(2).max(1), ..*page };
    let mut head = Styled::of(style, theme::callout_word(kind), &inner);
    head.push(style, ": ", &inner);
    for piece in &title.0 {
        head.push(style, &piece.text, &inner);
    }
    let mut text = String::new();
    hanging(&mut text, &head, "", "", &inner);
    blocks(&mut text, body, &inner);
    for line in text.lines() {
        if page.color {
            safe::push_formatted(out, format_args!("{style}{}{style:#}", bar.trim_end()));
            out.push(' ');
        } else {
            out.push_str(bar);
        }
        out.push_str(line);
        // An empty line within the callout leaves no white space at its end.
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
}

/// A tree for each mechanism.
fn picture(out: &mut String, view: &MapView<'_>, page: &Page) {
    for branch in tree::branches(view) {
        hanging(out, &Styled::of(theme::LABEL, &branch.from, page), "", "  ", page);
        for (place, leaf) in branch.leaves.iter().enumerate() {
            let (first, rest) = tree::marks(place + 1 == branch.leaves.len(), page.ascii);
            hanging(out, &Styled::of(Style::new(), leaf, page), first, rest, page);
        }
    }
}

/// Kept lines; one that is too long goes on below.
fn verbatim(out: &mut String, text: &str, page: &Page) {
    for source in safe::lines(text) {
        let line = if page.ascii { safe::ascii(source.into()) } else { source.into() };
        let start = out.len();
        let mut used = 0;
        for grapheme in super::wrap::graphemes(&line) {
            let taken = columns(grapheme);
            if used + taken > page.width && used > 0 {
                out.push('\n');
                used = 0;
            }
            out.push_str(grapheme);
            used += taken;
        }
        out.truncate(start + out[start..].trim_end().len());
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::render::Page;
    use crate::report::document::{Block, CalloutKind, Document, Role, Text};

    fn written(blocks: Vec<Block<'_>>, width: usize) -> String {
        let page = Page { width, color: false, ascii: false };
        write(&Document { title: "".into(), blocks }, &page)
    }

    #[test]
    fn blocks_stand_apart_and_headings_stay_close() {
        let blocks = vec![
            Block::Heading(2, "Foods".into()),
            Block::Paragraph("One.".into()),
            Block::Bullets(vec![]),
            Block::Paragraph("Two.".into()),
        ];
        assert_eq!(written(blocks, 40), "Foods\nOne.\n\nTwo.\n");
    }

    #[test]
    fn items_hang_from_their_mark() {
        let items = vec!["two servings of oily fish a week".into(), "oats".into()];
        assert_eq!(
            written(vec![Block::Bullets(items.clone())], 20),
            "• two servings of\n  oily fish a week\n• oats\n"
        );
        assert_eq!(
            written(vec![Block::Numbered(items.clone())], 20),
            "1. two servings of\n   oily fish a week\n2. oats\n"
        );
        assert_eq!(
            written(vec![Block::Tasks(items)], 20),
            "[ ] two servings of\n    oily fish a week\n[ ] oats\n"
        );
    }

    #[test]
    fn a_callout_says_how_grave_it_is_in_words() {
        let body = vec![Block::Paragraph("Call an ambulance.".into()), Block::Paragraph("Now.".into())];
        let callout = Block::Callout(CalloutKind::Danger, "Swollen tongue".into(), body);
        assert_eq!(
            written(vec![callout], 20),
            "┃ Danger: Swollen\n┃ tongue\n┃ Call an ambulance.\n┃\n┃ Now.\n"
        );
    }

    #[test]
    fn facts_have_their_label_in_front() {
        let fact = ("DOI".into(), Text::of(Role::Code, "10.1000/182"));
        assert_eq!(written(vec![Block::Facts(vec![fact])], 40), "DOI: 10.1000/182\n");
    }

    #[test]
    fn prose_stays_readable_on_a_wide_terminal() {
        let out = written(vec![Block::Paragraph("word ".repeat(60).into())], 200);
        assert!(out.lines().all(|line| line.len() <= 100), "{out}");
    }
}
