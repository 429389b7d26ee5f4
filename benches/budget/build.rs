//! How long the program takes to build: from nothing, and after an edit of the content.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::table::{Limit, Table};
use super::{Bench, ROOT};

/// Builds a copy of the sources, twice.
pub(super) fn build(bench: &Bench, table: &mut Table) -> io::Result<()> {
    let copy = bench.scratch.join("source");
    let _ = fs::remove_dir_all(&copy);
    fs::create_dir_all(&copy)?;
    let parts = ["Cargo.toml", "Cargo.lock", "src", "content", "benches", "tests"];
    let copied = Command::new("cp").arg("-R").args(parts).arg(&copy).current_dir(ROOT).status()?;
    if !copied.success() {
        return Err(io::Error::other("the sources cannot be copied"));
    }
    table.ratio("clean release build", "seconds", seconds(&copy), Some(Limit::AtMost(120.0)));
    let edited = copy.join("content/axis.yaml");
    let text = fs::read_to_string(&edited)? + "# An edit.\n";
    fs::write(edited, text)?;
    table.ratio(
        "release build after an edit of the content",
        "seconds",
        seconds(&copy),
        Some(Limit::AtMost(40.0)),
    );
    Ok(())
}

fn seconds(copy: &Path) -> Option<f64> {
    let start = Instant::now();
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--locked", "--quiet", "--target-dir", "target"])
        .current_dir(copy)
        .stdin(Stdio::null())
        .status()
        .ok()?;
    status.success().then(|| start.elapsed().as_secs_f64())
}
