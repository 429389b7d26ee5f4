//! What only a terminal sees: tables as wide as it is, color, hints, questions.

mod pseudo;

use pseudo::Terminal;
use unicode_width::UnicodeWidthStr as _;

use super::common::{Gutskin, gutskin};

fn shown(run: &Gutskin, columns: u16) -> String {
    let (shown, status) = Terminal::start(run.command(), columns).end();
    assert_eq!(status, Some(0), "{shown}");
    shown
}

#[test]
fn a_terminal_gets_a_table_as_wide_as_it_is() {
    for columns in [40, 60, 80, 100, 200] {
        let run = gutskin("advise -c acne --color never");
        let shown = shown(&run, columns);
        // The terminal itself wraps the hint, which is no part of the answer.
        let mut answer = shown.lines().filter(|line| !line.starts_with("Next: "));
        let wide = answer.find(|line| line.width() > usize::from(columns));
        assert_eq!(wide, None, "at {columns} columns");
        assert_eq!(shown.contains('│'), columns >= 60, "box lines at {columns} columns");
    }
}

#[test]
fn a_terminal_gets_color_unless_told_otherwise() {
    let colored = |run: Gutskin| shown(&run, 80).contains('\u{1b}');
    assert!(colored(gutskin("advise -c acne").env("TERM", "xterm-256color")));
    assert!(!colored(gutskin("advise -c acne").env("TERM", "xterm-256color").env("NO_COLOR", "1")));
    assert!(!colored(gutskin("advise -c acne").env("TERM", "dumb")));
    assert!(!colored(gutskin("advise -c acne --color never").env("TERM", "xterm-256color")));
}

#[test]
fn alone_it_asks_then_advises_and_names_the_command() {
    let run = gutskin("").env("TERM", "xterm-256color");
    let mut terminal = Terminal::start(run.command(), 100);
    terminal
        .answer("What would you like help with?", " \r")
        .answer("way of eating", " \r")
        .answer("Pregnant, on medicine, allergic?", "blood thinners\r")
        .answer("How many changes", "\r");
    let (shown, status) = terminal.end();
    assert_eq!(status, Some(0), "{shown}");
    assert!(shown.contains("gutskin advise --concern acne --diet vegan --health "), "{shown}");
}

#[test]
fn interrupting_a_question_is_130_and_says_no_more() {
    let run = gutskin("").env("TERM", "xterm-256color");
    let mut terminal = Terminal::start(run.command(), 100);
    terminal.answer("What would you like help with?", "\u{3}");
    let (shown, status) = terminal.end();
    assert_eq!(status, Some(130), "{shown}");
    assert!(!shown.contains("Support"), "{shown}");
}

#[test]
fn accessible_questions_are_plain_numbered_lists() {
    let run = gutskin("").env("ACCESSIBLE", "1");
    let mut terminal = Terminal::start(run.command(), 100);
    terminal.answer("What would you like help with?", "1\n").answer("way of eating", "\n");
    terminal.answer("Pregnant, on medicine, allergic?", "\n").answer("How many changes", "\n");
    let (shown, status) = terminal.end();
    assert_eq!(status, Some(0), "{shown}");
    assert!(shown.contains("gutskin advise --concern acne"), "{shown}");
    assert!(!shown.contains('│'), "no art: {shown}");
}
