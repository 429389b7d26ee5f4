//! `cargo bench`: everything that the budget of speed names, measured in one run, as one table.
//!
//! Instructions come from callgrind and repeat, whatever else the machine does; wall times are
//! medians of many pairs, each a run beside one of `/bin/true`, `jq` or another, given as ratios.
//!
//! - `cargo bench -- --quick` takes fewer pairs and leaves out what takes minutes;
//! - `cargo bench -- --build` also times a clean release build and one after an edit of the content;
//! - `cargo bench -- --check` measures instructions alone and fails when one is more than 5 % above
//!   `benches/baseline.tsv`; `cargo bench -- --accept` writes that file anew.
//!
//! What is not installed (valgrind, jq, tldr, GNU time) is said and left out.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the table is what it is for")]

mod baseline;
mod build;
mod content;
mod hostile;
mod instructions;
mod lines;
mod loading;
mod start;
mod table;
mod wall;

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use table::{Line, Table};

/// The program as `cargo bench` built it.
const GUTSKIN: &str = env!("CARGO_BIN_EXE_gutskin");

/// The repository.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Where things are, and how patient to be.
struct Bench {
    scratch: PathBuf,
    content: PathBuf,
    quick: bool,
    build: bool,
}

impl Bench {
    /// How many pairs a median is of.
    fn pairs(&self) -> usize {
        if self.quick { 40 } else { 200 }
    }
}

fn main() -> ExitCode {
    let has = |flag: &str| env::args().any(|argument| argument == flag);
    let bench = Bench {
        scratch: Path::new(env!("CARGO_TARGET_TMPDIR")).join("budget"),
        content: Path::new(ROOT).join("content"),
        quick: has("--quick"),
        build: has("--build"),
    };
    let done = std::fs::create_dir_all(&bench.scratch).and_then(|()| {
        if has("--check") || has("--accept") {
            baseline::hold(&bench, has("--accept"))
        } else {
            measure(&bench).map(|table| print!("{table}")).map(|()| true)
        }
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("cannot measure: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(bench: &Bench) -> io::Result<Table> {
    let mut table = Table::default();
    size(&mut table);
    start::start(bench, &mut table)?;
    loading::loading(bench, &mut table)?;
    hostile::hostile(bench, &mut table)?;
    lines::recognition(bench, &mut table)?;
    if bench.build {
        build::build(bench, &mut table)?;
    }
    Ok(table)
}

fn size(table: &mut Table) {
    if let Ok(found) = std::fs::metadata(GUTSKIN) {
        table.push(Line::count("binary", "bytes", found.len(), Some(3_000_000)));
    }
}
