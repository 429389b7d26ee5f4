//! Instructions of whole processes, by callgrind: the same for the same program and input.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

/// Instructions of one run; none where valgrind is not installed.
pub(super) fn of(program: &str, arguments: &[&str], input: Option<&Path>) -> Option<u64> {
    let stdin = match input {
        Some(path) => Stdio::from(File::open(path).ok()?),
        None => Stdio::null(),
    };
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", program])
        .args(arguments)
        // What the environment holds is read by the program, and so counts.
        .env_clear()
        .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
        .env("LANG", "C.UTF-8")
        .stdin(stdin)
        .stdout(Stdio::null())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().find(|line| line.contains("Collected :"))?;
    line.rsplit(' ').next()?.parse().ok()
}
