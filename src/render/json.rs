//! JSON, indented, ended by a line break. Characters that would act on a terminal are written as
//! `\u` escapes, which read back the same.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};
use serde_json::{Serializer, Value, json};

use super::diagnostics::is_hidden;
use super::safe::push_formatted;
use crate::diagnostic::{Diagnostic, Label};
use crate::report::SCHEMA_VERSION;

/// Anything that serializes.
pub(super) fn write(value: &impl Serialize) -> io::Result<String> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Harmless(PrettyFormatter::new()));
    value.serialize(&mut serializer)?;
    bytes.push(b'\n');
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// What was found in content.
pub(super) fn diagnostics(diagnostics: &[Diagnostic]) -> io::Result<String> {
    #[derive(Serialize)]
    struct Found<'a> {
        schema_version: u32,
        diagnostics: Vec<OneDiagnostic<'a>>,
    }
    let diagnostics = diagnostics.iter().map(OneDiagnostic::new).collect();
    write(&Found { schema_version: SCHEMA_VERSION, diagnostics })
}

#[derive(Serialize)]
struct OneDiagnostic<'a> {
    code: &'static str,
    level: &'static str,
    message: &'a str,
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    length: Option<u32>,
    label: Option<&'a str>,
    related: Vec<Value>,
    help: Option<&'a str>,
}

impl<'a> OneDiagnostic<'a> {
    fn new(diagnostic: &'a Diagnostic) -> Self {
        let span = diagnostic.label.as_ref().map(|label| &label.span);
        let said = diagnostic.label.as_ref().map(|label| label.message.as_str());
        Self {
            code: diagnostic.code.name(),
            level: diagnostic.level.name(),
            message: &diagnostic.message,
            file: span.map(|span| span.file.as_str()),
            line: span.map(|span| span.line),
            column: span.map(|span| span.column),
            length: span.map(|span| span.length),
            label: said.filter(|said| !said.is_empty()),
            related: diagnostic.related.iter().map(related).collect(),
            help: diagnostic.help.as_deref(),
        }
    }
}

fn related(label: &Label) -> Value {
    json!({
        "file": label.span.file,
        "line": label.span.line,
        "column": label.span.column,
        "length": label.span.length,
        "message": label.message,
    })
}

/// Indents, and escapes what `serde_json` leaves as it is although it acts on a terminal.
struct Harmless(PrettyFormatter<'static>);

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, out: &mut W, text: &str) -> io::Result<()> {
        if text.is_ascii() && !text.contains('\u{7f}') {
            return out.write_all(text.as_bytes());
        }
        let mut safe = String::with_capacity(text.len());
        for character in text.chars() {
            if is_hidden(character) {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    push_formatted(&mut safe, format_args!("\\u{unit:04x}"));
                }
            } else {
                safe.push(character);
            }
        }
        out.write_all(safe.as_bytes())
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::write;

    #[test]
    fn it_is_indented_and_ends_in_a_line_break() {
        let out = write(&["acne"]).unwrap_or_default();
        assert_eq!(out, "[\n  \"acne\"\n]\n");
    }

    #[test]
    fn what_acts_on_a_terminal_is_escaped_and_reads_back_the_same() {
        let text = "a\u{9b}31m\u{202e}\u{7f}\u{e0041}é";
        let out = write(&text).unwrap_or_default();
        assert_eq!(out, "\"a\\u009b31m\\u202e\\u007f\\udb40\\udc41é\"\n");
        assert_eq!(serde_json::from_str::<Value>(&out).ok(), Some(Value::from(text)));
    }
}
