//! One table for everything that was measured, with the budget beside it.

use std::fmt;

/// What a measured ratio may be.
#[derive(Clone, Copy)]
pub(super) enum Limit {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

/// One thing measured.
pub(super) struct Line {
    what: String,
    measured: String,
    unit: String,
    budget: String,
    verdict: &'static str,
}

impl Line {
    /// A number with a fraction.
    fn ratio(what: &str, unit: &str, measured: f64, limit: Option<Limit>) -> Self {
        let budget = match limit {
            Some(Limit::AtMost(most)) => Some((format!("≤ {most}"), measured <= most)),
            Some(Limit::AtLeast(least)) => Some((format!("≥ {least}"), measured >= least)),
            None => None,
        };
        Self::new(what, unit, format!("{measured:.2}"), budget)
    }

    /// A count.
    pub(super) fn count(what: &str, unit: &str, measured: u64, most: Option<u64>) -> Self {
        let budget = most.map(|most| (format!("≤ {}", grouped(most)), measured <= most));
        Self::new(what, unit, grouped(measured), budget)
    }

    /// Something that is not a number.
    pub(super) fn said(what: &str, said: &str) -> Self {
        Self::new(what, said, "–".into(), None)
    }

    fn new(what: &str, unit: &str, measured: String, budget: Option<(String, bool)>) -> Self {
        let verdict = match budget {
            Some((_, true)) => "ok",
            Some((_, false)) => "MISSED",
            None => "",
        };
        let budget = budget.map(|(budget, _)| budget).unwrap_or_default();
        Self { what: what.into(), measured, unit: unit.into(), budget, verdict }
    }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

/// Everything that was measured.
#[derive(Default)]
pub(super) struct Table(Vec<Line>);

impl Table {
    /// Adds a line, and says on standard error that it is there: a run takes minutes.
    pub(super) fn push(&mut self, line: Line) {
        eprintln!("  {}: {} {} {}", line.what, line.measured, line.unit, line.verdict);
        self.0.push(line);
    }

    /// Adds a ratio, or that it could not be measured.
    pub(super) fn ratio(&mut self, what: &str, unit: &str, measured: Option<f64>, limit: Option<Limit>) {
        self.push(match measured {
            Some(measured) => Line::ratio(what, unit, measured, limit),
            None => Line::said(what, &format!("{unit}: not measured, something for it is missing or failed")),
        });
    }

    /// Adds a count, or that it could not be measured.
    pub(super) fn count(&mut self, what: &str, unit: &str, measured: Option<u64>, most: Option<u64>) {
        self.push(match measured {
            Some(measured) => Line::count(what, unit, measured, most),
            None => Line::said(what, &format!("{unit}: not measured, something for it is missing or failed")),
        });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | measured | | budget | |\n|---|--:|---|---|---|")?;
        for Line { what, measured, unit, budget, verdict } in &self.0 {
            writeln!(f, "| {what} | {measured} | {unit} | {budget} | {verdict} |")?;
        }
        Ok(())
    }
}
