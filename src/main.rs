//! The process boundary: parse, run, exit code.

use std::io::Write as _;
use std::panic;
use std::process::ExitCode;

fn main() -> ExitCode {
    panic::set_hook(Box::new(|mistake| {
        let _ = writeln!(
            std::io::stderr(),
            "error: gutskin made a mistake of its own: {mistake}\n  please report it, with the command you typed"
        );
    }));
    ExitCode::from(gutskin::app::run(std::env::args_os()).code())
}
