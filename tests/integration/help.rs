//! Help, version and manual: every command has them, and what they show works.

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use gutskin::app::Outcome;
use gutskin::cli;
use gutskin::render::Format;

use super::common::gutskin;

#[test]
fn every_command_has_short_and_long_help() {
    for command in commands() {
        let short = gutskin(&command).arg("-h").some_stdout().run().stdout;
        let long = gutskin(&command).arg("--help").stdout_has("Examples:\n").run().stdout;
        assert!(short.len() < long.len(), "{command}: the long help says more");
        if !command.is_empty() {
            let by_help = gutskin("help").arg(&command).some_stdout().run().stdout;
            assert_eq!(by_help, long, "help {command}");
        }
        let wide = long.lines().find(|line| line.chars().count() > 100);
        assert_eq!(wide, None, "{command}: a line of the help is too wide");
    }
}

#[test]
fn help_lists_the_commands_in_one_screen() {
    let help = gutskin("-h").some_stdout().run().stdout;
    for command in commands() {
        assert!(help.contains(&format!("  {command}")), "{command} is not in\n{help}");
    }
    let lines = help.lines().count();
    assert!(lines <= 40, "{lines} lines are more than a screen");
}

#[test]
fn every_example_of_the_help_works() {
    let mut failed = String::new();
    let mut seen = 0;
    for command in commands() {
        let run = gutskin("").file("texts.txt", "pimples\ndry skin\n");
        // What the examples read is there, unless they make it themselves.
        if command != "init" {
            run_in_shell(run.folder(), "gutskin init my-content > made.txt");
        }
        for example in examples(&command) {
            seen += 1;
            if let Some(complaint) = run_in_shell(run.folder(), &example) {
                let _ = writeln!(failed, "{example}\n{complaint}");
            }
        }
    }
    assert!(failed.is_empty(), "examples of the help that fail:\n{failed}");
    assert!(seen >= 2 * commands().len() - 2, "only {seen} examples were found");
}

#[test]
fn help_gives_every_exit_code() {
    let help = gutskin("--help").some_stdout().run().stdout;
    let (_, table) = help.split_once("Exit codes:\n").expect("the long help lists exit codes");
    let codes: Vec<&str> = table.lines().map_while(|line| line.trim().split("  ").next()).collect();
    let expected: Vec<String> = Outcome::ALL.iter().map(|outcome| outcome.code().to_string()).collect();
    assert_eq!(codes[..expected.len()], expected);
}

#[test]
fn every_format_is_in_the_help_and_the_readme_and_some_command_has_it() {
    let help = cli::command().render_long_help().to_string();
    let (_, row) =
        include_str!("../../README.md").split_once("`-f, --format` |").expect("a row for --format");
    let row = row.lines().next().unwrap_or_default();
    for format in Format::ALL {
        let name = format.name();
        for (place, text) in [("help", help.as_str()), ("README", row)] {
            let mut words = text.split(|letter: char| !letter.is_alphanumeric());
            assert!(words.any(|word| word == name), "`{name}` is not in the {place}");
        }
        let has = |arguments: &str| {
            let output = gutskin(arguments).args(["-f", name]).command().output().expect("it runs");
            output.status.success()
        };
        assert!(["advise -c acne", "plan -c acne", "map -c acne", "check"].into_iter().any(has), "{name}");
    }
}

#[test]
fn version_names_the_program_and_its_content() {
    let version = gutskin("--version").some_stdout().run().stdout;
    assert!(version.starts_with(concat!("gutskin ", env!("CARGO_PKG_VERSION"))), "{version}");
    assert!(version.contains("content "), "{version}");
    assert_eq!(gutskin("advise -V").some_stdout().run().stdout.lines().count(), 1);
}

#[test]
fn every_command_has_a_page_in_the_manual() {
    for command in commands() {
        let page = gutskin("man").args(command.split_whitespace()).some_stdout().run().stdout;
        for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "EVERYWHERE"] {
            assert!(page.contains(&format!(".SH {section}")), "{command}: no section {section}");
        }
        for flag in ["\\-\\-content", "\\-\\-append"] {
            let (_, described) = page.split_once(flag).unwrap_or_else(|| panic!("{command}: no {flag}"));
            let text = described.lines().nth(1).unwrap_or_default();
            assert!(text.len() > 20, "{command}: {flag} is not described, but followed by {text:?}");
        }
    }
    let program = gutskin("man").some_stdout().run().stdout;
    for section in ["FILES", "ENVIRONMENT", "\"EXIT STATUS\""] {
        assert!(program.contains(&format!(".SH {section}")), "no section {section}");
    }
    gutskin("man advis").status(2).stderr_has("`advise`").run();
}

/// The commands, and the program itself as "".
fn commands() -> Vec<String> {
    let program = cli::command();
    let names = program.get_subcommands().map(|command| command.get_name().to_owned());
    [String::new()].into_iter().chain(names).collect()
}

fn examples(command: &str) -> Vec<String> {
    let help = gutskin(command).arg("--help").some_stdout().run().stdout;
    let (_, examples) = help.split_once("Examples:\n").expect("long help ends in examples");
    examples.lines().map_while(|line| line.strip_prefix("  ")).map(str::to_owned).collect()
}

/// What is wrong with how a line of shell went, if anything.
fn run_in_shell(folder: &std::path::Path, line: &str) -> Option<String> {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_gutskin"));
    let path = format!("{}:/usr/bin:/bin", program.parent()?.display());
    let output = Command::new("/bin/sh")
        .args(["-euc", line])
        .current_dir(folder)
        .env_clear()
        .env("PATH", path)
        .env("HOME", folder)
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    (!output.status.success() || !complaint.is_empty()).then(|| format!("{}: {complaint}", output.status))
}
