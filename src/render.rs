//! Reports and diagnostics become bytes. Whatever depends on the machine (the width of the
//! terminal, whether it has color) comes in as a value, and everything is written at once.

pub mod diagnostics;
pub mod format;

mod csv;
mod hanging;
mod html;
mod ics;
mod json;
mod markdown;
mod mermaid;
mod page;
mod plain;
mod safe;
mod svg;
mod tables;
mod terminal;
mod theme;
mod tree;
mod wrap;

use std::io;
use std::mem::ManuallyDrop;

use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::report::document::{Block, Document};
pub use format::Format;
pub use page::Page;

/// Writes a report in one of its forms.
///
/// # Errors
///
/// If `out` cannot be written to, the report does not serialize, or the report does not have the form.
pub fn render(report: &impl Report, format: Format, page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
    let text = match format {
        Format::Table => terminal::write(&kept(report.document()), page),
        Format::Markdown => markdown::write(&kept(report.document()), page),
        Format::Plain => plain::write(&kept(report.document()), page),
        Format::Html => html::write(&illustrated(report)),
        Format::Csv => csv::write(&report.records()),
        Format::Json => json::write(report)?,
        Format::Ics => ics::write(&report.calendar().ok_or_else(|| unsupported(format))?),
        Format::Svg => svg::render_svg(&report.map().ok_or_else(|| unsupported(format))?),
        Format::Mermaid => mermaid::write(&report.map().ok_or_else(|| unsupported(format))?),
        Format::Short => return Err(unsupported(format)),
    };
    out.write_all(text.as_bytes())
}

/// A document that is never taken apart: that takes a tenth of the time of an answer, and the process
/// ends soon.
fn kept(document: Document<'_>) -> ManuallyDrop<Document<'_>> {
    ManuallyDrop::new(document)
}

/// The document with the picture of the answer, if it has one, before the first part of it: a page
/// has room for both.
fn illustrated(report: &impl Report) -> Document<'_> {
    let mut document = report.document();
    let has_picture = document.blocks.iter().any(|block| matches!(block, Block::Picture(_)));
    if let Some(map) = report.map().filter(|map| !has_picture && !map.supports.is_empty()) {
        let is_part = |block: &Block<'_>| matches!(block, Block::Heading(level, _) if *level > 2);
        let place = document.blocks.iter().position(is_part).unwrap_or(document.blocks.len());
        document.blocks.insert(place, Block::Picture(map));
    }
    document
}

/// Writes what was found in content: in full (`table`), one line each (`short`), or as JSON.
///
/// # Errors
///
/// If `out` cannot be written to, or diagnostics do not have the form.
pub fn render_diagnostics(
    diagnostics: &[Diagnostic],
    format: Format,
    page: &Page,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let text = match format {
        Format::Table => diagnostics::full(diagnostics, page.width, page.color),
        Format::Short => diagnostics::short(diagnostics),
        Format::Json => json::diagnostics(diagnostics)?,
        _ => return Err(unsupported(format)),
    };
    out.write_all(text.as_bytes())
}

fn unsupported(format: Format) -> io::Error {
    let message = format!("nothing is written here as {}", format.name());
    io::Error::new(io::ErrorKind::Unsupported, message)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;
