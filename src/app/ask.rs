//! Questions to a person at a terminal: drawn by a library, or plain and numbered for screen
//! readers and for whoever sets `ACCESSIBLE`.

use std::io::{self, BufRead, Write};

use inquire::{InquireError, MultiSelect, Select, Text};

use super::run::say_aside;

/// Whether a line will do, or what is wrong with it.
pub(super) type Check<'a> = dyn Fn(&str) -> Result<(), String> + 'a;

/// How to ask. Every question can be skipped; an interruption is an error of its own kind.
pub(super) trait Ask {
    /// Any number of options, by their places.
    fn many(&mut self, question: &str, options: &[&str]) -> io::Result<Vec<usize>>;

    /// At most one option, by its place.
    fn one(&mut self, question: &str, options: &[&str]) -> io::Result<Option<usize>>;

    /// A line that passes a check.
    fn line(&mut self, question: &str, check: &Check) -> io::Result<Option<String>>;
}

/// Prompts that redraw themselves.
pub(super) struct Drawn;

impl Ask for Drawn {
    fn many(&mut self, question: &str, options: &[&str]) -> io::Result<Vec<usize>> {
        let answer = MultiSelect::new(question, options.to_vec())
            .with_help_message("space marks, enter goes on, esc skips")
            .raw_prompt_skippable()
            .map_err(as_io)?;
        Ok(answer.unwrap_or_default().into_iter().map(|option| option.index).collect())
    }

    fn one(&mut self, question: &str, options: &[&str]) -> io::Result<Option<usize>> {
        let answer = Select::new(question, options.to_vec())
            .with_help_message("enter chooses, esc skips")
            .raw_prompt_skippable()
            .map_err(as_io)?;
        Ok(answer.map(|option| option.index))
    }

    fn line(&mut self, question: &str, check: &Check) -> io::Result<Option<String>> {
        loop {
            let answer = Text::new(question)
                .with_help_message("enter with nothing skips")
                .prompt_skippable()
                .map_err(as_io)?;
            match answer.filter(|line| !line.trim().is_empty()) {
                None => return Ok(None),
                Some(line) => match check(&line) {
                    Ok(()) => return Ok(Some(line)),
                    Err(problem) => say_aside(&problem),
                },
            }
        }
    }
}

fn as_io(error: InquireError) -> io::Error {
    match error {
        InquireError::OperationInterrupted => io::ErrorKind::Interrupted.into(),
        InquireError::IO(error) => error,
        other => io::Error::other(other),
    }
}

/// Questions as lines, options by number.
pub(super) struct Numbered<R, W> {
    input: R,
    output: W,
}

impl<R: BufRead, W: Write> Numbered<R, W> {
    pub(super) fn new(input: R, output: W) -> Self {
        Self { input, output }
    }

    fn reply(&mut self) -> io::Result<String> {
        self.output.flush()?;
        let mut line = String::new();
        self.input.read_line(&mut line)?;
        Ok(line.trim().to_owned())
    }

    fn list(&mut self, question: &str, options: &[&str]) -> io::Result<()> {
        writeln!(self.output, "{question}")?;
        for (number, option) in (1..).zip(options) {
            writeln!(self.output, "  {number}. {option}")?;
        }
        Ok(())
    }
}

impl<R: BufRead, W: Write> Ask for Numbered<R, W> {
    fn many(&mut self, question: &str, options: &[&str]) -> io::Result<Vec<usize>> {
        self.list(question, options)?;
        loop {
            write!(self.output, "Numbers with commas between, or Enter to skip: ")?;
            let reply = self.reply()?;
            let places: Option<Vec<usize>> = reply
                .split([',', ' '])
                .filter(|number| !number.is_empty())
                .map(|number| place(number, options.len()))
                .collect();
            match places {
                Some(places) => return Ok(places),
                None => writeln!(self.output, "Please type numbers from 1 to {}.", options.len())?,
            }
        }
    }

    fn one(&mut self, question: &str, options: &[&str]) -> io::Result<Option<usize>> {
        self.list(question, options)?;
        loop {
            write!(self.output, "A number, or Enter to skip: ")?;
            let reply = self.reply()?;
            if reply.is_empty() {
                return Ok(None);
            }
            match place(&reply, options.len()) {
                Some(place) => return Ok(Some(place)),
                None => writeln!(self.output, "Please type a number from 1 to {}.", options.len())?,
            }
        }
    }

    fn line(&mut self, question: &str, check: &Check) -> io::Result<Option<String>> {
        loop {
            write!(self.output, "{question} (Enter to skip): ")?;
            let reply = self.reply()?;
            if reply.is_empty() {
                return Ok(None);
            }
            match check(&reply) {
                Ok(()) => return Ok(Some(reply)),
                Err(problem) => writeln!(self.output, "{problem}")?,
            }
        }
    }
}

/// What a person counts from one, the list counts from zero.
fn place(number: &str, options: usize) -> Option<usize> {
    number.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < options)
}
