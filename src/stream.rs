//! A line filter: one text a line in, one JSON object a line out, in the same order.
//!
//! A line is a plain text, or a JSON object with a string `text`, whose other fields pass through
//! as they are. A line that cannot be read gets `{"error": …, "line": N}` and the run goes on.
//! Memory does not grow with the input: a line may have [`LONGEST_LINE`] bytes, and what is longer
//! is skipped without being kept.

mod blocks;
mod json;
mod labels;
mod line;
mod workers;

use std::io::{self, Read, Write};

use crate::knowledge::model::KnowledgeBase;
use crate::recognition::index::Index;
use blocks::{Block, Blocks};
pub use blocks::{Counts, LONGEST_LINE};
use line::Answerer;

/// Reads `input` to its end with `jobs` workers. The bytes do not depend on how many there are. A
/// reader of `output` that goes away ends the run without an error.
///
/// # Errors
///
/// When `input` cannot be read or `output` cannot be written.
pub fn run(
    kb: &KnowledgeBase,
    index: &Index,
    input: impl Read,
    output: impl Write + Send,
    jobs: usize,
) -> io::Result<Counts> {
    let counts = if jobs <= 1 {
        alone(kb, index, input, output)
    } else {
        workers::run(kb, index, input, output, jobs)
    };
    match counts {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Counts::default()),
        counts => counts,
    }
}

fn alone(kb: &KnowledgeBase, index: &Index, input: impl Read, mut output: impl Write) -> io::Result<Counts> {
    let mut answerer = Answerer::new(kb, index);
    let mut blocks = Blocks::new(input);
    let mut block = Block::default();
    let mut counts = Counts::default();
    while blocks.next(&mut block)? {
        answerer.answer(&mut block);
        counts.add(&block);
        output.write_all(&block.answers)?;
        // Somebody may wait for these answers before sending more.
        output.flush()?;
    }
    Ok(counts)
}
