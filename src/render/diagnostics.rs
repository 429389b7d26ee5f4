//! Diagnostics for people: the place, the line itself, what to do. Also compiled into the build
//! script, which refuses broken content in the same words: so it uses `diagnostic` and `std` alone.

use std::fmt::Write;

use crate::diagnostic::{Diagnostic, Label, Level};

/// What stands for the part of a long line that is not shown.
const CUT: &str = "...";

/// In full, as compilers do, with an empty line between any two.
#[must_use]
pub fn full(diagnostics: &[Diagnostic], width: usize, color: bool) -> String {
    let paint = Paint { color };
    let each: Vec<String> = diagnostics.iter().map(|diagnostic| one(diagnostic, width, paint)).collect();
    each.join("\n")
}

/// `file:line:column: level: message [code]`, a line each.
#[must_use]
pub fn short(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        if let Some(label) = &diagnostic.label {
            let _infallible = write!(out, "{}: ", place(label));
        }
        let level = diagnostic.level.name();
        let message = visible(&diagnostic.message);
        let _infallible = writeln!(out, "{level}: {message} [{}]", diagnostic.code.name());
    }
    out
}

/// Whether a character must never reach a terminal: it moves the cursor, turns the reading
/// direction, or takes no room and so hides.
#[must_use]
#[inline]
pub fn is_hidden(character: char) -> bool {
    !matches!(character, ' '..='~')
        && matches!(
            character,
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'
                | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// How a hidden character is shown: `\u{202E}`.
pub(super) fn escape(character: char) -> String {
    format!("\\u{{{:X}}}", u32::from(character))
}

fn one(diagnostic: &Diagnostic, width: usize, paint: Paint) -> String {
    let level = diagnostic.level.name();
    let style = if diagnostic.level == Level::Error { RED } else { YELLOW };
    let head = paint.with(style, &format!("{level}[{}]", diagnostic.code.name()));
    let mut out = format!("{head}: {}\n", paint.with(BOLD, &visible(&diagnostic.message)));
    let labels = diagnostic.label.iter().chain(&diagnostic.related);
    let digits = labels.map(|label| label.span.line.to_string().len()).max().unwrap_or(1);
    let page = Excerpt { digits, width, paint };
    if let Some(label) = &diagnostic.label {
        page.write(&mut out, "-->", label, '^', style);
    }
    for label in &diagnostic.related {
        page.write(&mut out, ":::", label, '-', BLUE);
    }
    if let Some(help) = &diagnostic.help {
        if diagnostic.label.is_some() {
            let _infallible = writeln!(out, "{:digits$} {}", "", paint.with(BLUE, "|"));
        }
        let equals = paint.with(BLUE, "=");
        let _infallible = writeln!(out, "{:digits$} {equals} help: {}", "", visible(help));
    }
    out
}

/// How excerpts of files are laid out.
#[derive(Clone, Copy)]
struct Excerpt {
    /// Of the highest line number.
    digits: usize,
    width: usize,
    paint: Paint,
}

impl Excerpt {
    /// The place, the line, and a mark under what it is about.
    fn write(self, out: &mut String, arrow: &str, label: &Label, mark: char, style: &str) {
        let Self { digits, paint, .. } = self;
        let bar = paint.with(BLUE, "|");
        let _infallible = writeln!(out, "{:digits$}{} {}", "", paint.with(BLUE, arrow), place(label));
        let _infallible = writeln!(out, "{:digits$} {bar}", "");
        let room = self.width.saturating_sub(digits + 3).max(20);
        let (text, before, under) = window(label, room);
        let number = paint.with(BLUE, &format!("{:>digits$}", label.span.line));
        let _infallible = writeln!(out, "{}", format!("{number} {bar} {text}").trim_end());
        let marks = paint.with(style, &mark.to_string().repeat(under));
        let message = visible(&label.message);
        let fits = before + under + 1 + message.chars().count() <= room;
        let beside = if message.is_empty() || !fits {
            String::new()
        } else {
            format!(" {}", paint.with(style, &message))
        };
        let _infallible = writeln!(out, "{:digits$} {bar} {:before$}{marks}{beside}", "", "");
        if !fits {
            let _infallible = writeln!(out, "{:digits$} {bar} {}", "", paint.with(style, &message));
        }
    }
}

/// The part of the line around the span that fits, how many columns stand before the span there,
/// and how many it takes.
fn window(label: &Label, room: usize) -> (String, usize, usize) {
    let cells: Vec<(String, usize)> = label.line_text.chars().map(cell).collect();
    let first = (label.span.column.max(1) - 1) as usize;
    let first = first.min(cells.len());
    let last = first.saturating_add(label.span.length.max(1) as usize).min(cells.len());
    let columns = |from: usize, to: usize| cells[from..to].iter().map(|cell| cell.1).sum::<usize>();
    if columns(0, cells.len()) <= room {
        let text = cells.iter().map(|cell| cell.0.as_str()).collect();
        return (text, columns(0, first), columns(first, last).max(1));
    }
    // A third of the room shows what comes before; a cut on either side takes its own room.
    let mut start = first;
    while start > 0 && columns(start - 1, first) <= room / 3 {
        start -= 1;
    }
    let front = if start > 0 { CUT } else { "" };
    let mut end = start;
    while end < cells.len() && front.len() + columns(start, end + 1) + CUT.len() <= room {
        end += 1;
    }
    let back = if end < cells.len() { CUT } else { "" };
    let shown: String = cells[start..end].iter().map(|cell| cell.0.as_str()).collect();
    let before = front.len() + columns(start, first.min(end));
    let under = columns(first.min(end), last.min(end)).max(1);
    (format!("{front}{shown}{back}"), before, under)
}

/// How a character of a line is shown, and how many columns that takes.
fn cell(character: char) -> (String, usize) {
    match character {
        '\t' => ("    ".to_owned(), 4),
        _ if is_hidden(character) => {
            let escape = escape(character);
            let columns = escape.len();
            (escape, columns)
        }
        _ => (character.to_string(), column_count(character)),
    }
}

/// Near enough to put a mark under a word: signs that join the one before take no column, those of
/// East Asian scripts and pictures take two.
fn column_count(character: char) -> usize {
    match character {
        '\u{300}'..='\u{36f}'
        | '\u{200c}'
        | '\u{200d}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{20d0}'..='\u{20ff}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

fn place(label: &Label) -> String {
    format!("{}:{}:{}", visible(&label.span.file), label.span.line, label.span.column)
}

fn visible(text: &str) -> String {
    text.chars()
        .map(|character| if is_hidden(character) { escape(character) } else { character.into() })
        .collect()
}

const BOLD: &str = "\u{1b}[1m";
const RED: &str = "\u{1b}[1;31m";
const YELLOW: &str = "\u{1b}[1;33m";
const BLUE: &str = "\u{1b}[1;34m";

/// Whether escape codes are written.
#[derive(Clone, Copy)]
struct Paint {
    color: bool,
}

impl Paint {
    fn with(self, style: &str, text: &str) -> String {
        if self.color && !text.is_empty() { format!("{style}{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::{full, short};
    use crate::diagnostic::{Code, Diagnostic, Label, Level, Span};

    fn label(file: &str, place: (u32, u32, u32), line_text: &str, message: &str) -> Label {
        let (line, column, length) = place;
        let span = Span { file: file.to_owned(), line, column, length };
        Label { span, line_text: line_text.to_owned(), message: message.to_owned() }
    }

    fn unknown_source(label: Label) -> Diagnostic {
        Diagnostic {
            code: Code::Syntax,
            level: Level::Error,
            message: "no source is called `juhl-2019`".to_owned(),
            label: Some(label),
            related: vec![],
            help: Some("did you mean `juhl-2018`?".to_owned()),
        }
    }

    #[test]
    fn the_line_is_shown_with_a_mark_under_the_place() {
        let at = label("content/evidence.yaml", (12, 15, 9), "    sources: [juhl-2019]", "");
        assert_eq!(
            full(&[unknown_source(at)], 80, false),
            "error[syntax]: no source is called `juhl-2019`
  --> content/evidence.yaml:12:15
   |
12 |     sources: [juhl-2019]
   |               ^^^^^^^^^
   |
   = help: did you mean `juhl-2018`?
"
        );
    }

    #[test]
    fn related_places_have_their_own_line_and_words() {
        let mut twice = unknown_source(label("b.yaml", (7, 5, 4), "- id: zinc", "here again"));
        twice.related = vec![label("a.yaml", (103, 7, 4), "  - id: zinc", "first defined here")];
        twice.help = None;
        assert_eq!(
            full(&[twice], 80, false),
            "error[syntax]: no source is called `juhl-2019`
   --> b.yaml:7:5
    |
  7 | - id: zinc
    |     ^^^^ here again
   ::: a.yaml:103:7
    |
103 |   - id: zinc
    |       ---- first defined here
"
        );
    }

    #[test]
    fn a_mark_stands_under_its_word_after_tabs_and_wide_signs() {
        let at = label("a.yaml", (1, 5, 2), "\t皮膚 ab", "");
        let out = full(&[unknown_source(at)], 80, false);
        assert!(out.contains("1 |     皮膚 ab\n  |          ^^\n"), "{out}");
    }

    #[test]
    fn a_long_line_is_shown_around_the_place() {
        let line = format!("{}here{}", "a ".repeat(200), " b".repeat(200));
        let out = full(&[unknown_source(label("a.yaml", (1, 401, 4), &line, "this"))], 60, false);
        assert!(out.lines().all(|line| line.chars().count() <= 60), "{out}");
        let lines: Vec<&str> = out.lines().collect();
        let shown = lines[3].find("here").zip(lines[4].find("^^^^ this"));
        assert!(shown.is_some_and(|(word, mark)| word == mark), "{out}");
        assert!(lines[3].contains("| ...") && lines[3].ends_with("..."), "{out}");
    }

    #[test]
    fn a_place_beyond_the_line_is_no_panic() {
        for (column, length) in [(0, 0), (9, 1), (u32::MAX, u32::MAX)] {
            let out = full(&[unknown_source(label("a.yaml", (1, column, length), "ab", ""))], 0, true);
            assert!(out.contains("ab"), "{out}");
        }
    }

    #[test]
    fn hidden_characters_are_shown() {
        let at = label("a\u{1b}.yaml", (1, 2, 1), "a\u{202e}b", "");
        let out = full(&[unknown_source(at)], 80, false);
        assert!(out.contains("a\\u{1B}.yaml:1:2") && out.contains("a\\u{202E}b\n  |  ^^^^^^^^\n"), "{out}");
    }

    #[test]
    fn short_is_a_line_each() {
        let mut all = vec![unknown_source(label("a.yaml", (3, 4, 1), "", "")); 2];
        all[1].label = None;
        all[1].level = Level::Warning;
        assert_eq!(
            short(&all),
            "a.yaml:3:4: error: no source is called `juhl-2019` [syntax]\n\
             warning: no source is called `juhl-2019` [syntax]\n"
        );
    }
}
