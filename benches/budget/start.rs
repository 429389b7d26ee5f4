//! What an answer costs, from the first instruction of the process to the last.

use std::io;
use std::path::Path;

use super::table::{Limit, Line, Table};
use super::{Bench, GUTSKIN, ROOT, instructions, wall};

const ADVISE: &[&str] = &["advise", "--concern", "acne"];

/// What is typed, and its budget as a ratio to `/bin/true` and in instructions.
type Case = (&'static [&'static str], Option<f64>, Option<u64>);

const CASES: &[Case] = &[
    (ADVISE, Some(2.0), Some(1_200_000)),
    (&["advise", "--concern", "acne", "-f", "table"], Some(2.6), Some(4_000_000)),
    (&["mechanisms"], Some(2.0), None),
    (&["--help"], Some(2.0), None),
    (&["advise", "--concern", "acne", "-f", "json"], None, None),
    (&["advise", "--concern", "acne", "-f", "html"], None, None),
];

/// Answers into a pipe.
pub(super) fn start(bench: &Bench, table: &mut Table) -> io::Result<()> {
    wall::on_one_core();
    for (arguments, ratio, count) in CASES {
        let name = arguments.join(" ");
        let to_true = wall::to_true(GUTSKIN, arguments, &[], bench.pairs());
        table.ratio(&name, "÷ /bin/true", to_true, ratio.map(Limit::AtMost));
        table.count(&name, "instructions", instructions::of(GUTSKIN, arguments, None), *count);
    }
    completion(bench, table);
    static_binary(bench, table);
    let tealdeer = wall::to_tealdeer(GUTSKIN, ADVISE, bench)?;
    table.ratio("advise --concern acne", "÷ tealdeer, a local page", tealdeer, Some(Limit::AtMost(1.1)));
    let concern = instructions::of(GUTSKIN, ADVISE, None);
    let text = instructions::of(GUTSKIN, &["advise", "pimples"], None);
    let more = concern.zip(text).map(|(concern, text)| text.saturating_sub(concern));
    table.count("advise pimples, above --concern acne", "instructions", more, Some(100_000));
    Ok(())
}

fn completion(bench: &Bench, table: &mut Table) {
    let shell = [("GUTSKIN_COMPLETE", "bash"), ("_CLAP_COMPLETE_INDEX", "2"), ("_CLAP_IFS", "\n")];
    let arguments = ["--", "gutskin", "show", ""];
    let to_true = wall::to_true(GUTSKIN, &arguments, &shell, bench.pairs());
    table.ratio("completion of ids", "÷ /bin/true", to_true, Some(Limit::AtMost(2.0)));
}

fn static_binary(bench: &Bench, table: &mut Table) {
    let path = Path::new(ROOT).join("target/x86_64-unknown-linux-musl/release/gutskin");
    match path.to_str().filter(|_| path.exists()) {
        Some(path) => {
            let to_true = wall::to_true(path, ADVISE, &[], bench.pairs());
            table.ratio(
                "static musl, advise --concern acne",
                "÷ /bin/true",
                to_true,
                Some(Limit::AtMost(1.5)),
            );
        }
        None => table.push(Line::said("static musl", "not built; its target may not be installed")),
    }
}
