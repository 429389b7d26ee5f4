//! The README is true: its console blocks run and match, its tables equal the program's lists.

use std::path::Path;
use std::process::{Command, Stdio};

use gutskin::app::Outcome;
use gutskin::cli;

const README: &str = include_str!("../../README.md");

#[test]
fn console_blocks_run_and_show_what_comes() {
    let mut blocks = 0;
    for block in README.split("```console\n").skip(1) {
        let (block, _) = block.split_once("```").expect("a block ends");
        let folder = tempfile::tempdir().expect("a folder");
        for step in block.split("$ ").skip(1) {
            let (line, expected) = step.split_once('\n').expect("a command ends with its line");
            let shown = run(folder.path(), line);
            assert!(fits(expected, &shown), "$ {line}\nexpected\n{expected}\nbut came\n{shown}");
        }
        blocks += 1;
    }
    assert!(blocks >= 5, "only {blocks} console blocks were found");
}

/// What a line of shell shows, standard error included.
fn run(folder: &Path, line: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_gutskin")).parent().expect("it is in a folder");
    let output = Command::new("/bin/sh")
        .args(["-euc", &format!("{{ {line}\n}} 2>&1")])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", program.display()))
        .env("HOME", folder)
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .expect("a shell");
    let shown = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success(), "$ {line}\n{}: {shown}", output.status);
    shown
}

/// Whether output is as expected; `…` stands for anything.
fn fits(expected: &str, shown: &str) -> bool {
    let mut parts = expected.split('…');
    let Some(mut rest) = shown.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let parts: Vec<&str> = parts.map(str::trim_start).collect();
    for part in &parts {
        match rest.find(part) {
            Some(place) => rest = &rest[place + part.len()..],
            None => return false,
        }
    }
    parts.last().is_some_and(|last| last.is_empty()) || rest.is_empty()
}

#[test]
fn an_ellipsis_stands_for_anything_and_nothing_else_does() {
    assert!(fits("a\n…\nd\n", "a\nb\nc\nd\n") && fits("a\n…\n", "a\nb\n") && fits("", ""));
    assert!(!fits("a\n…\nd\n", "a\nb\n") && !fits("a\n", "a\nb\n") && !fits("b\n…\n", "a\nb\n"));
}

#[test]
fn the_table_of_exit_codes_equals_the_list_of_outcomes() {
    let (_, table) = README.split_once("| exit code | when |\n|---|---|\n").expect("a table of exit codes");
    let rows: Vec<(&str, &str)> = table
        .lines()
        .map_while(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "))
        .collect();
    let codes: Vec<String> = Outcome::ALL.iter().map(|outcome| outcome.code().to_string()).collect();
    assert_eq!(rows.iter().map(|(code, _)| *code).collect::<Vec<_>>(), codes);
    let help = cli::command().render_long_help().to_string();
    for (code, when) in rows {
        assert!(
            help.contains(&format!("{code}  {when}")),
            "the help says something else than {code}: {when}"
        );
    }
}

#[test]
fn every_command_and_flag_named_here_is_there() {
    let program = cli::command();
    for command in program.get_subcommands() {
        assert!(README.contains(command.get_name()), "`{}` is not in the README", command.get_name());
    }
    let flags: Vec<String> = program
        .get_subcommands()
        .chain([&program])
        .flat_map(|command| command.get_arguments().filter_map(|arg| arg.get_long()).map(str::to_owned))
        .collect();
    let others = ["release", "path", "dry-run", "pipe", "keep-order", "help"];
    for word in README.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-') {
        let Some(flag) = word.strip_prefix("--").filter(|flag| !flag.is_empty() && !flag.starts_with('-'))
        else {
            continue;
        };
        assert!(flags.iter().any(|known| known == flag) || others.contains(&flag), "there is no --{flag}");
    }
}

#[test]
fn links_lead_to_files_that_exist() {
    for page in ["README.md", "CONTRIBUTING.md", "content/README.md"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(root.join(page)).expect("the page");
        let folder = root.join(page).parent().expect("a folder").to_owned();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            let is_ours = !file.is_empty() && !file.contains("://");
            assert!(!is_ours || folder.join(file).exists(), "{page} links to {target}");
        }
    }
}
