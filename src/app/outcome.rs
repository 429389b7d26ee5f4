//! How a run ends: the published table of exit codes.

use std::fmt;

/// How a run ended, by its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done; an empty list is an answer too.
    Done = 0,
    /// It could not: content is invalid, a file cannot be read or written.
    Failed = 1,
    /// The command line is wrong.
    Usage = 2,
    /// Nothing in the text matches a concern.
    NoConcern = 3,
    /// An emergency.
    Emergency = 4,
    /// The person interrupted it.
    Interrupted = 130,
}

impl Outcome {
    /// Every outcome, in order.
    pub const ALL: &'static [Self] =
        &[Self::Done, Self::Failed, Self::Usage, Self::NoConcern, Self::Emergency, Self::Interrupted];

    /// The exit code.
    pub const fn code(self) -> u8 {
        self as u8
    }
}

/// A command line that is wrong: what is wrong, and what to type instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Usage {
    /// What is wrong, in one line.
    pub(super) problem: String,
    /// What to do, line by line.
    pub(super) help: Vec<String>,
}

impl Usage {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self { problem: problem.into(), help: Vec::new() }
    }

    pub(super) fn help(mut self, line: impl Into<String>) -> Self {
        self.help.push(line.into());
        self
    }
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)?;
        for line in &self.help {
            write!(f, "\n  {line}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Usage {}
