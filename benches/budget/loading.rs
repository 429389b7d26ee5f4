//! What reading and checking YAML costs, and how it grows.

use std::io;

use super::table::{Limit, Table};
use super::{Bench, GUTSKIN, content, instructions, wall};

/// The shipped content from YAML, once, ten and a hundred times over.
pub(super) fn loading(bench: &Bench, table: &mut Table) -> io::Result<()> {
    let mut once = None;
    for times in [1, 10, 100] {
        let folder = bench.scratch.join(format!("content-{times}"));
        let bytes = content::grow(&bench.content, &folder, times)?;
        let folder = folder.to_string_lossy().into_owned();
        let arguments = ["concerns", "--no-embedded", "--content", &folder];
        let name = format!("load {times}× the content");
        let seen = wall::time_and_memory(GUTSKIN, &arguments);
        table.ratio(&name, "MB/s", seen.map(|(seconds, _)| ratio(bytes, seconds) / 1e6), None);
        let budget = (times > 1).then_some(Limit::AtMost(10.0));
        table.ratio(
            &name,
            "memory ÷ files",
            seen.map(|(_, memory)| ratio(memory, ratio(bytes, 1.0))),
            budget,
        );
        // A hundred times takes minutes under callgrind.
        if bench.quick && times == 100 {
            continue;
        }
        let each = instructions::of(GUTSKIN, &arguments, None).map(|count| ratio(count, ratio(bytes, 1.0)));
        table.ratio(&name, "instructions a byte", each, (times == 1).then_some(Limit::AtMost(350.0)));
        let before = *once.get_or_insert(each);
        if times > 1 {
            let growth = before.zip(each).map(|(before, each)| each / before);
            table.ratio(&name, "instructions a byte ÷ once", growth, Some(Limit::AtMost(1.1)));
        }
    }
    Ok(())
}

#[allow(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn ratio(count: u64, by: f64) -> f64 {
    count as f64 / by
}
