//! The closed sets as flag values: made from each set's own list, so that the domain never sees
//! clap and nothing is listed twice.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::knowledge::sets::{Certainty, SupportKind};
use crate::render::Format;

/// A closed set that a flag takes one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice<T>(pub T);

/// `--kind`.
pub(super) type KindChoice = Choice<SupportKind>;

/// `--min-certainty`.
pub(super) type CertaintyChoice = Choice<Certainty>;

impl ValueEnum for KindChoice {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [KindChoice; SupportKind::ALL.len()] = wrap(SupportKind::ALL);
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let plural = crate::words::plural(self.0.name());
        Some(PossibleValue::new(self.0.name()).alias(plural))
    }
}

impl ValueEnum for CertaintyChoice {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [CertaintyChoice; Certainty::ALL.len()] = wrap(Certainty::ALL);
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()))
    }
}

const fn wrap<T: Copy, const N: usize>(all: &[T]) -> [Choice<T>; N] {
    let mut wrapped = [Choice(all[0]); N];
    let mut place = 0;
    while place < N {
        wrapped[place] = Choice(all[place]);
        place += 1;
    }
    wrapped
}

/// `--format`: a format, or what fits the place it goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatChoice {
    /// A table on a terminal, Markdown elsewhere.
    Auto,
    /// This one.
    Exactly(Format),
}

impl ValueEnum for FormatChoice {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [FormatChoice; Format::ALL.len() + 1] = {
            let mut all = [FormatChoice::Auto; Format::ALL.len() + 1];
            let mut place = 0;
            while place < Format::ALL.len() {
                all[place + 1] = FormatChoice::Exactly(Format::ALL[place]);
                place += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Auto => PossibleValue::new("auto"),
            Self::Exactly(Format::Markdown) => PossibleValue::new(Format::Markdown.name()).alias("md"),
            Self::Exactly(format) => PossibleValue::new(format.name()),
        })
    }
}

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal that can.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A shell that completions can be made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub enum Shell {
    /// Bash.
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
    /// PowerShell.
    PowerShell,
    /// Elvish.
    Elvish,
}
