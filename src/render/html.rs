//! One self-contained page, to read in a browser, to print or to hand over. Loads nothing, runs
//! nothing; every text is escaped.

use super::{safe, svg, theme};
use crate::report::document::{Block, CalloutKind, Column, ColumnWidth, Document, Role, Table, Text};

const STYLE: &str = include_str!("html.css");

/// Ratings and numbers of up to so many characters are not broken where a screen has room.
const SHORT: usize = 20;

/// The whole page.
pub(super) fn write(document: &Document<'_>) -> String {
    let mut out = String::with_capacity(32 * 1024);
    let title = escaped(&document.title);
    out.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    safe::push_formatted(&mut out, format_args!("<title>{title}</title>\n<style>\n{STYLE}</style>\n"));
    safe::push_formatted(&mut out, format_args!("</head>\n<body>\n<main>\n<h1>{title}</h1>\n"));
    // Elsewhere the first heading stands for the title; here it would say it twice.
    let repeats = document.blocks.first().is_some_and(|block| is_heading(block, &document.title));
    let shown = &document.blocks[usize::from(repeats)..];
    let highest = shown.iter().filter_map(|block| match block {
        Block::Heading(level, _) => Some(*level),
        _ => None,
    });
    // No level may be left out below the title.
    let raise = highest.min().unwrap_or(2).saturating_sub(2);
    blocks(&mut out, shown, raise);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn is_heading(block: &Block<'_>, words: &str) -> bool {
    matches!(block, Block::Heading(_, text) if text.words() == words)
}

fn blocks(out: &mut String, blocks: &[Block<'_>], raise: u8) {
    let mut before = None;
    for block in blocks {
        match block {
            Block::Table(rows) => {
                let named = before.is_some_and(|before| is_heading(before, &rows.caption));
                table(out, rows, named);
            }
            _ => one_block(out, block, raise),
        }
        before = Some(block);
    }
}

fn one_block(out: &mut String, block: &Block<'_>, raise: u8) {
    match block {
        Block::Heading(level, text) => {
            let name = format!("h{}", level.saturating_sub(raise).clamp(2, 6));
            element(out, &name, "", text);
        }
        Block::Paragraph(text) => element(out, "p", "", text),
        Block::Bullets(items) => list(out, "ul", "", "", items),
        Block::Numbered(items) => list(out, "ol", "", "", items),
        Block::Tasks(items) => {
            let tick_box = "<span class=\"box\" aria-hidden=\"true\"></span>";
            list(out, "ul", " class=\"tasks\"", tick_box, items);
        }
        Block::Table(rows) => table(out, rows, false),
        Block::Facts(facts) => {
            out.push_str("<dl>\n");
            for (label, text) in facts {
                safe::push_formatted(out, format_args!("<dt>{}</dt>\n", escaped(label)));
                element(out, "dd", "", text);
            }
            out.push_str("</dl>\n");
        }
        Block::Callout(kind, title, body) => callout(out, *kind, title, body, raise),
        Block::Picture(view) => {
            let (svg, caption) = (svg::render_svg(view), escaped(&view.description));
            safe::push_formatted(
                out,
                format_args!(
                    "<figure>\n<div class=\"wide\" tabindex=\"0\">\n{svg}\n</div>\n<figcaption>{caption}</figcaption>\n</figure>\n"
                ),
            );
        }
        Block::Verbatim { text, .. } => {
            let lines: Vec<String> = safe::lines(text).map(|line| escaped_as_it_is(&line)).collect();
            safe::push_formatted(
                out,
                format_args!("<pre tabindex=\"0\"><code>{}</code></pre>\n", lines.join("\n")),
            );
        }
    }
}

fn list(out: &mut String, name: &str, attributes: &str, before: &str, items: &[Text<'_>]) {
    if items.is_empty() {
        return;
    }
    safe::push_formatted(out, format_args!("<{name}{attributes}>\n"));
    for item in items {
        safe::push_formatted(out, format_args!("<li>{before}{}</li>\n", inline(item)));
    }
    safe::push_formatted(out, format_args!("</{name}>\n"));
}

fn callout(out: &mut String, kind: CalloutKind, title: &Text<'_>, body: &[Block<'_>], raise: u8) {
    let word = theme::callout_word(kind);
    let class = word.to_lowercase();
    let name = escaped(&format!("{word}: {}", title.words()));
    safe::push_formatted(
        out,
        format_args!(
            "<div class=\"callout {class}\" role=\"note\" aria-label=\"{name}\">\n\
             <p class=\"title\">{word}: {}</p>\n",
            inline(title)
        ),
    );
    blocks(out, body, raise);
    out.push_str("</div>\n");
}

/// The roles are said out loud since the style sheet stacks the cells on a narrow screen, and some
/// browsers then forget that it is a table. A caption that the heading above has said already is
/// there for screen readers alone.
fn table(out: &mut String, table: &Table<'_>, named: bool) {
    if table.columns.is_empty() || table.rows.is_empty() {
        return;
    }
    out.push_str("<table role=\"table\">\n");
    if !table.caption.is_empty() {
        let class = if named { " class=\"hidden\"" } else { "" };
        safe::push_formatted(out, format_args!("<caption{class}>{}</caption>\n", escaped(&table.caption)));
    }
    out.push_str("<thead role=\"rowgroup\">\n<tr role=\"row\">");
    for column in &table.columns {
        let header = escaped(column.header);
        safe::push_formatted(out, format_args!("<th role=\"columnheader\" scope=\"col\">{header}</th>"));
    }
    out.push_str("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
    for row in &table.rows {
        out.push_str("<tr role=\"row\">");
        for (index, (column, text)) in table.columns.iter().zip(row).enumerate() {
            out.push_str(&cell(index == 0, *column, text));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn cell(first: bool, column: Column, text: &Text<'_>) -> String {
    let words = inline(text);
    let short = column.width == ColumnWidth::Content && text.words().chars().count() <= SHORT;
    let class = if short { " class=\"short\"" } else { "" };
    if first {
        format!("<th role=\"rowheader\" scope=\"row\"{class}>{words}</th>")
    } else {
        let label = escaped(column.header);
        format!("<td role=\"cell\" data-label=\"{label}\"{class}>{words}</td>")
    }
}

fn element(out: &mut String, name: &str, attributes: &str, text: &Text<'_>) {
    let words = inline(text);
    if !words.is_empty() {
        safe::push_formatted(out, format_args!("<{name}{attributes}>{words}</{name}>\n"));
    }
}

fn inline(text: &Text<'_>) -> String {
    let mut out = String::new();
    for piece in &text.0 {
        let words = escaped(&piece.text);
        let marked = match &piece.role {
            Role::Plain => words,
            Role::Strong => format!("<strong>{words}</strong>"),
            Role::Muted => format!("<span class=\"muted\">{words}</span>"),
            Role::Code => format!("<code>{words}</code>"),
            Role::Favorable => format!("<span class=\"favorable\">{words}</span>"),
            Role::Open => format!("<span class=\"open\">{words}</span>"),
            Role::Adverse => format!("<span class=\"adverse\">{words}</span>"),
            Role::Link(url) => match safe::address(url) {
                Some(address) => format!("<a href=\"{}\">{words}</a>", escaped(&address)),
                None => words,
            },
        };
        out.push_str(&marked);
    }
    out.trim().to_owned()
}

/// Text that cannot leave its place, whether between tags or in an attribute.
fn escaped(text: &str) -> String {
    escaped_as_it_is(&safe::one_line(text))
}

/// The same for a line that keeps its white space and is safe already.
fn escaped_as_it_is(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::render::sample;
    use crate::report::document::{Block, Document, Role, Text};

    #[test]
    fn the_page_needs_nothing_else() {
        let page = write(&sample::document());
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
        for loads in ["<script", "<link", "<img", "src=", "@import", "url("] {
            assert!(!page.contains(loads), "{loads}");
        }
        assert_eq!(page.matches("<h1>").count(), 1);
    }

    #[test]
    fn no_text_becomes_a_tag_or_leaves_an_attribute() {
        let text = "\"><script>alert('x')</script>&amp;";
        let mut blocks = vec![Block::Paragraph(Text::of(Role::Link(text.into()), text))];
        blocks.push(Block::Callout(crate::report::document::CalloutKind::Note, text.into(), vec![]));
        let page = write(&Document { title: text.into(), blocks });
        assert!(!page.contains("<script") && !page.contains("\"\"") && !page.contains("'x'"), "{page}");
        assert!(page.contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;"));
    }

    #[test]
    fn only_web_addresses_are_links() {
        let link = |url: &'static str| Block::Paragraph(Text::of(Role::Link(url.into()), "here"));
        let blocks = vec![link("javascript:alert(1)"), link("https://doi.org/10.1/a")];
        let page = write(&Document { title: "".into(), blocks });
        assert!(page.contains("<p>here</p>\n<p><a href=\"https://doi.org/10.1/a\">here</a></p>"), "{page}");
    }

    #[test]
    fn nothing_is_said_twice() {
        let mut table = sample::table();
        table.caption = "Foods".into();
        let heading = |level, words: &'static str| Block::Heading(level, words.into());
        let blocks = vec![heading(2, "Acne"), heading(3, "Foods"), Block::Table(table)];
        let page = write(&Document { title: "Acne".into(), blocks });
        assert!(page.contains("<h1>Acne</h1>\n<h2>Foods</h2>"), "{page}");
        assert!(page.contains("<caption class=\"hidden\">Foods</caption>"), "{page}");
    }

    #[test]
    fn kept_lines_keep_their_white_space() {
        let block = Block::Verbatim { language: "", text: "a\n  b < c".into() };
        let page = write(&Document { title: "".into(), blocks: vec![block] });
        assert!(page.contains("<code>a\n  b &lt; c</code>"), "{page}");
    }

    #[test]
    fn a_table_names_its_rows_and_columns() {
        let page = write(&Document { title: "".into(), blocks: vec![sample::small_table()] });
        assert!(page.contains("<caption>Supports</caption>"));
        assert!(page.contains("<th role=\"columnheader\" scope=\"col\">How</th>"));
        assert!(
            page.contains("<th role=\"rowheader\" scope=\"row\" class=\"short\"><strong>Zinc</strong></th>")
        );
        assert!(page.contains("<td role=\"cell\" data-label=\"How\">pumpkin seeds, lentils</td>"));
    }
}
