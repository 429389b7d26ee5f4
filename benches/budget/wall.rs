//! Wall time: medians of pairs, since a machine is noisy and only ratios within a run mean
//! something.

use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{self, Command, Stdio};
use std::time::Instant;

use super::Bench;

/// Keeps this process, and what it starts, on one core.
pub(super) fn on_one_core() {
    pin("0");
}

/// Lets it use all of them again.
pub(super) fn on_all_cores() {
    let last = std::fs::read_to_string("/sys/devices/system/cpu/online").unwrap_or_default();
    pin(last.trim());
}

/// Where there is no taskset, the times are only noisier.
fn pin(cores: &str) {
    let own = process::id().to_string();
    let _ = Command::new("taskset")
        .args(["-cp", cores, &own])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

/// Seconds of one run into a pipe that is read; none when the program cannot start or fails.
fn seconds(command: &mut Command) -> Option<f64> {
    command.stdin(Stdio::null());
    let start = Instant::now();
    let output = command.output().ok()?;
    let elapsed = start.elapsed().as_secs_f64();
    output.status.success().then_some(elapsed)
}

/// How long a program takes, as a ratio to `/bin/true`.
pub(super) fn to_true(
    program: &str,
    arguments: &[&str],
    environment: &[(&str, &str)],
    pairs: usize,
) -> Option<f64> {
    let mut ours = Command::new(program);
    ours.args(arguments).envs(environment.iter().copied());
    median_ratio(&mut ours, &mut Command::new("/bin/true"), pairs)
}

/// How long a program takes, as a ratio to tealdeer showing a page of its own.
pub(super) fn to_tealdeer(program: &str, arguments: &[&str], bench: &Bench) -> io::Result<Option<f64>> {
    let page = bench.scratch.join("page.md");
    std::fs::write(&page, PAGE)?;
    let mut theirs = Command::new("tldr");
    theirs.arg("--render").arg(page);
    Ok(median_ratio(Command::new(program).args(arguments), &mut theirs, bench.pairs()))
}

const PAGE: &str = "\
# tar

> Archiving utility.
> Often combined with a compression method, such as gzip or bzip2.

- [c]reate an archive and write it to a [f]ile:

`tar cf {{path/to/target.tar}} {{path/to/file1 path/to/file2 ...}}`

- E[x]tract a (compressed) archive [f]ile into the current directory:

`tar xf {{path/to/source.tar[.gz|.bz2|.xz]}}`
";

fn median_ratio(ours: &mut Command, theirs: &mut Command, pairs: usize) -> Option<f64> {
    let ratios: Option<Vec<f64>> = (0..pairs).map(|_| Some(seconds(ours)? / seconds(theirs)?)).collect();
    ratios.map(median)
}

/// The one in the middle.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Seconds (the best of three: noise only adds) and the most memory in bytes, by GNU time.
pub(super) fn time_and_memory(program: &str, arguments: &[&str]) -> Option<(f64, u64)> {
    let once = || {
        let start = Instant::now();
        let output =
            Command::new("/usr/bin/time").args(["-f", "%M", program]).args(arguments).output().ok()?;
        let elapsed = start.elapsed().as_secs_f64();
        let kilobytes: u64 = String::from_utf8_lossy(&output.stderr).lines().last()?.trim().parse().ok()?;
        Some((elapsed, kilobytes * 1024))
    };
    (0..3).filter_map(|_| once()).min_by(|one, other| one.0.total_cmp(&other.0))
}

/// Seconds that a filter takes for a file, its output going to another file.
pub(super) fn filter_seconds(program: &str, arguments: &[&str], input: &Path, output: &Path) -> Option<f64> {
    let (input, output) = (File::open(input).ok()?, File::create(output).ok()?);
    let start = Instant::now();
    let status = Command::new(program)
        .args(arguments)
        .stdin(input)
        .stdout(output)
        .stderr(Stdio::null())
        .status()
        .ok()?;
    // grep exits with 1 when it finds nothing, which is an answer.
    (status.code()? <= 1).then(|| start.elapsed().as_secs_f64())
}
