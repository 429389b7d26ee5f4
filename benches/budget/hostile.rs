//! Files that mean harm: the longest time and the most memory that any of them takes.

use std::fs;
use std::io;

use super::table::{Limit, Table};
use super::{Bench, GUTSKIN, wall};

/// Checks each, one at a time.
pub(super) fn hostile(bench: &Bench, table: &mut Table) -> io::Result<()> {
    for (name, bytes) in files() {
        let folder = bench.scratch.join("hostile");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("sources.yaml"), bytes)?;
        let folder = folder.to_string_lossy().into_owned();
        let seen = wall::time_and_memory(GUTSKIN, &["check", "--no-embedded", &folder]);
        let name = format!("hostile: {name}");
        table.ratio(&name, "seconds", seen.map(|(seconds, _)| seconds), Some(Limit::AtMost(1.0)));
        table.count(&name, "bytes of memory", seen.map(|(_, memory)| memory), Some(200_000_000));
    }
    Ok(())
}

fn files() -> [(&'static str, Vec<u8>); 8] {
    let bomb = (1..10).fold("a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned(), |bomb, level| {
        bomb + &format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 9].join(", "))
    });
    let item = |id: usize| format!("  - {{id: s{id}, title: t, yaer: 2020}}\n");
    let many = |item: &dyn Fn(usize) -> String| (0..20_000).map(item).collect::<String>();
    [
        ("a bomb of aliases", bomb.into_bytes()),
        ("100,000 brackets", vec![b'['; 100_000]),
        ("100,000 levels of lists", "- ".repeat(100_000).into_bytes()),
        ("a line of 10 MB", format!("sources: {}", "x".repeat(10_000_000)).into_bytes()),
        ("10 MB that are not UTF-8", vec![0xff; 10_000_000]),
        ("20,000 mistakes", format!("sources:\n{}", many(&item)).into_bytes()),
        ("20,000 keys alike", many(&|_| "sources: []\n".to_owned()).into_bytes()),
        ("10 MB of empty lines", vec![b'\n'; 10_000_000]),
    ]
}
