//! Input in blocks of whole lines.

use std::io::{self, ErrorKind, Read};

/// A longer line is not read.
pub const LONGEST_LINE: usize = 1 << 20;
/// How much is read at once.
const CHUNK: usize = 1 << 16;

/// Some whole lines, and their answers; used again and again.
#[derive(Debug, Default)]
pub(crate) struct Block {
    /// The lines.
    pub(crate) bytes: Vec<u8>,
    /// The number of the first one.
    pub(crate) first_line: u64,
    /// Whether a line that was too long to keep stood here instead.
    pub(crate) skipped: bool,
    /// How many lines there are.
    pub(crate) lines: u64,
    /// The answers, a line each.
    pub(crate) answers: Vec<u8>,
    /// How many of them are errors.
    pub(crate) failed: u64,
}

/// What a run saw.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines read.
    pub lines: u64,
    /// Lines that got an error object.
    pub failed: u64,
}

impl Counts {
    /// Adds a block's.
    pub(crate) fn add(&mut self, block: &Block) {
        self.lines += block.lines;
        self.failed += block.failed;
    }
}

/// Cuts an input into blocks.
pub(crate) struct Blocks<R> {
    input: R,
    rest: Vec<u8>,
    line: u64,
    ended: bool,
}

impl<R: Read> Blocks<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, rest: Vec::new(), line: 1, ended: false }
    }

    /// Fills `block` with the next lines, as soon as there are some; false at the end.
    pub(crate) fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        block.bytes.clear();
        block.bytes.append(&mut self.rest);
        block.skipped = false;
        let mut searched = 0;
        loop {
            if let Some(at) = memchr::memrchr(b'\n', &block.bytes[searched..]) {
                let end = searched + at + 1;
                self.rest.extend_from_slice(&block.bytes[end..]);
                block.bytes.truncate(end);
                break;
            }
            searched = block.bytes.len();
            if searched > LONGEST_LINE {
                block.bytes.clear();
                block.skipped = true;
                self.skip_line()?;
                break;
            }
            if self.ended || self.read_into(&mut block.bytes)? == 0 {
                self.ended = true;
                break;
            }
        }
        block.first_line = self.line;
        block.lines = count(&block.bytes) + u64::from(block.skipped);
        self.line += block.lines;
        Ok(block.lines > 0)
    }

    fn read_into(&mut self, bytes: &mut Vec<u8>) -> io::Result<usize> {
        let old = bytes.len();
        bytes.resize(old + CHUNK, 0);
        let got = loop {
            match self.input.read(&mut bytes[old..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                got => break got,
            }
        };
        bytes.truncate(old + *got.as_ref().unwrap_or(&0));
        got
    }

    /// Reads on to the end of the line, keeping nothing of it.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            self.rest.clear();
            let mut chunk = std::mem::take(&mut self.rest);
            let got = self.read_into(&mut chunk)?;
            self.ended |= got == 0;
            let end = chunk.iter().position(|byte| *byte == b'\n');
            if let Some(end) = end {
                chunk.drain(..=end);
                self.rest = chunk;
            }
            if end.is_some() || self.ended {
                return Ok(());
            }
        }
    }
}

/// How many lines there are; the last one may lack its end.
fn count(bytes: &[u8]) -> u64 {
    let ends = memchr::memchr_iter(b'\n', bytes).count() as u64;
    ends + u64::from(bytes.last().is_some_and(|byte| *byte != b'\n'))
}

#[cfg(test)]
mod tests {
    use super::{Block, Blocks, LONGEST_LINE};

    fn lines(input: &[u8]) -> Vec<(u64, u64, usize, bool)> {
        let mut blocks = Blocks::new(input);
        let mut block = Block::default();
        let mut all = Vec::new();
        while blocks.next(&mut block).expect("a slice can be read") {
            all.push((block.first_line, block.lines, block.bytes.len(), block.skipped));
        }
        all
    }

    #[test]
    fn lines_stay_whole() {
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"a\n\nb"), [(1, 2, 3, false), (3, 1, 1, false)]);
    }

    #[test]
    fn a_long_line_is_skipped_and_counted() {
        let mut input = b"a\n".to_vec();
        input.extend(vec![b'x'; 10 * LONGEST_LINE]);
        input.extend(b"\nb\n");
        let seen = lines(&input);
        assert_eq!(seen.first().map(|seen| seen.0), Some(1));
        assert_eq!(seen[1..], [(2, 1, 0, true), (3, 1, 2, false)]);
    }
}
