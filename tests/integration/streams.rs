//! Results on stdout, the rest on stderr; pipes, color, widths, files.

use std::io::{BufRead as _, BufReader, Read as _};

use super::common::gutskin;

/// A command for each kind of answer.
const ANSWERS: &[&str] = &[
    "advise -c acne",
    "advise -c acne,redness --why --cite --diet vegan --health pregnancy",
    "plan -c dullness --start 2026-01-05",
    "map -c acne",
    "concerns",
    "mechanisms",
    "supports",
    "sources",
    "show zinc",
    "show red-flags",
];

#[test]
fn a_pipe_gets_markdown_without_escapes_and_below_level_1() {
    for answer in ANSWERS {
        let said = gutskin(answer).some_stdout().run().stdout;
        assert!(!said.contains('\u{1b}'), "{answer}: escape codes in a pipe");
        assert!(!said.lines().any(|line| line.starts_with("# ")), "{answer}: a heading of level 1");
        assert!(!said.contains('│'), "{answer}: box art in a pipe");
        assert_eq!(said, gutskin(answer).args(["-f", "markdown"]).some_stdout().run().stdout, "{answer}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for answer in ANSWERS {
        for format in ["table", "markdown", "plain", "json", "csv", "html"] {
            let once = || gutskin(answer).args(["-f", format]).some_stdout();
            if format_is_refused(answer, format) {
                continue;
            }
            assert_eq!(once().run().stdout, once().run().stdout, "{answer} as {format}");
        }
    }
}

/// Some answers do not have every format; then the error says so.
fn format_is_refused(answer: &str, format: &str) -> bool {
    let output = gutskin(answer).args(["-f", format]).command().output().expect("it runs");
    assert!(matches!(output.status.code(), Some(0 | 2)), "{answer} as {format}: {output:?}");
    output.status.code() == Some(2)
}

#[test]
fn no_line_of_a_table_is_wider_than_the_page() {
    for width in [40, 60, 80, 100, 200] {
        for answer in ANSWERS {
            let run = gutskin(answer).args(["-f", "table", "--width", &width.to_string()]);
            let said = run.some_stdout().run().stdout;
            let wide = said.lines().find(|line| unicode_width::UnicodeWidthStr::width(*line) > width);
            assert_eq!(wide, None, "{answer} at {width}");
        }
    }
}

#[test]
fn a_narrow_page_becomes_a_labeled_list() {
    let said = gutskin("advise -c acne -f table --width 50").some_stdout().run().stdout;
    assert!(!said.contains('│') && said.contains("Evidence: "), "{said}");
}

#[test]
fn one_concern_fits_in_about_80_lines_at_100_columns() {
    for concern in ["acne", "redness", "dullness", "aging"] {
        let run = gutskin("advise -f table --width 100 -c").arg(concern);
        let lines = run.some_stdout().run().stdout.lines().count();
        assert!(lines <= 90, "{concern}: {lines} lines");
    }
}

#[test]
fn ascii_means_ascii_for_layout() {
    for run in
        [gutskin("advise -c acne -f table --ascii"), gutskin("advise -c acne -f table").env("LANG", "C")]
    {
        let said = run.some_stdout().run().stdout;
        let beyond = said.chars().find(|letter| !letter.is_ascii());
        assert_eq!(beyond, None, "{said}");
    }
}

#[test]
fn color_obeys_the_flag_then_the_environment() {
    let colored = |run: super::common::Gutskin| run.some_stdout().run().stdout.contains('\u{1b}');
    let table = || gutskin("advise -c acne -f table");
    assert!(!colored(table()), "a pipe has no color");
    assert!(colored(table().args(["--color", "always"])));
    assert!(colored(table().env("CLICOLOR_FORCE", "1")));
    assert!(colored(table().env("FORCE_COLOR", "1")));
    assert!(!colored(table().env("CLICOLOR_FORCE", "0")));
    assert!(!colored(table().env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(
        colored(table().env("CLICOLOR_FORCE", "1").env("NO_COLOR", "")),
        "an empty NO_COLOR says nothing"
    );
    assert!(!colored(table().env("CLICOLOR_FORCE", "1").args(["--color", "never"])));
    assert!(colored(table().env("NO_COLOR", "1").args(["--color", "always"])));
}

#[test]
fn without_color_no_word_is_lost() {
    let bare = gutskin("advise -c acne -f table").some_stdout().run().stdout;
    let colored = gutskin("advise -c acne -f table --color always").some_stdout().run().stdout;
    assert_eq!(without_escapes(&colored), bare);
}

fn without_escapes(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    for answer in ["sources -f json", "sources", "advise -c acne --why"] {
        let mut child = gutskin(answer).command().spawn().expect("it starts");
        let mut first = String::new();
        // The reader takes one line, and closes its end.
        BufReader::with_capacity(64, child.stdout.take().expect("piped"))
            .read_line(&mut first)
            .expect("a line");
        let mut complaint = String::new();
        child.stderr.take().expect("piped").read_to_string(&mut complaint).expect("text");
        let status = child.wait().expect("it ends");
        assert!(
            status.success() && complaint.is_empty() && !first.is_empty(),
            "{answer}: {status} {complaint}"
        );
    }
}

#[test]
fn a_full_disk_is_an_error() {
    let run = gutskin("sources");
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let output = run.command().stdout(full).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write"));
}

#[test]
fn a_new_file_is_written_whole_or_not_at_all() {
    let said = gutskin("advise -c acne").some_stdout().run().stdout;
    let run = gutskin("advise -c acne -o page.md").run();
    assert_eq!(run.left("page.md"), said);
    let names = std::fs::read_dir(run.path("")).expect("the folder").count();
    assert_eq!(names, 1, "nothing else is left behind");
    let refused = gutskin("advise -c acne -o page.md").file("page.md", "mine").status(1).some_stderr().run();
    assert_eq!(refused.left("page.md"), "mine");
    let forced = gutskin("advise -c acne -o page.md --force").file("page.md", "mine").run();
    assert_eq!(forced.left("page.md"), said);
    gutskin("advise -c acne -o -").stdout(said).run();
}

#[test]
fn appending_keeps_a_blank_line_between() {
    let said = gutskin("advise -c acne").some_stdout().run().stdout;
    let added = gutskin("advise -c acne --append notes.md").file("notes.md", "# Monday").run();
    assert_eq!(added.left("notes.md"), format!("# Monday\n\n{said}"));
    let new = gutskin("advise -c acne --append notes.md").run();
    assert_eq!(new.left("notes.md"), said);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_made_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    for flag in ["--output", "--append"] {
        let run = gutskin("advise -c acne --health pregnancy").args([flag, "page.md"]).run();
        let mode = run.path("page.md").metadata().expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{flag}");
    }
}

#[test]
fn the_ending_of_a_file_says_the_format() {
    let page = gutskin("advise -c acne -o page.html").run();
    assert!(page.left("page.html").starts_with("<!"), "an .html file is HTML");
    let data = gutskin("advise -c acne -o data.json").run();
    assert!(data.left("data.json").starts_with('{'), "a .json file is JSON");
}
