//! The process boundary: parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = gutskin::app::run(std::env::args_os());
    ExitCode::from(outcome.code())
}
