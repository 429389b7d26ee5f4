//! When a plan begins and how fast it goes; dates as people write them. The clock is somebody
//! else's: today comes in as a value.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// When a plan begins and how fast it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    start: Date,
    weeks: u16,
    per_week: u16,
}

impl Schedule {
    /// The weeks of a plan when nobody says otherwise.
    pub const WEEKS: u16 = 4;
    /// The new changes a week when nobody says otherwise.
    pub const PER_WEEK: u16 = 1;
    /// A plan is never longer than a year.
    pub const MOST_WEEKS: u16 = 52;

    /// A schedule that can be kept.
    ///
    /// # Errors
    /// When there is no week or no change in it, or when it is too long for a plan or for the
    /// calendar.
    pub fn new(start: Date, weeks: u16, per_week: u16) -> Result<Self, ScheduleError> {
        if weeks == 0 || weeks > Self::MOST_WEEKS {
            return Err(ScheduleError::Weeks(weeks));
        }
        if per_week == 0 {
            return Err(ScheduleError::PerWeek);
        }
        // A year after the start is still a date, so no week below can fall off the calendar.
        if start.checked_add(1.year()).is_err() {
            return Err(ScheduleError::Start(start));
        }
        Ok(Self { start, weeks, per_week })
    }

    /// The first day.
    pub const fn start(&self) -> Date {
        self.start
    }

    /// How many weeks.
    pub const fn weeks(&self) -> u16 {
        self.weeks
    }

    /// New changes a week.
    pub const fn per_week(&self) -> u16 {
        self.per_week
    }

    /// The day that many weeks and days after the start.
    pub fn day(&self, week: usize, day: usize) -> Date {
        let days = i64::try_from(week * 7 + day).unwrap_or(i64::MAX);
        self.start.checked_add(days.days()).unwrap_or(Date::MAX)
    }
}

/// Why a schedule cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScheduleError {
    /// No weeks, or too many.
    Weeks(u16),
    /// No changes.
    PerWeek,
    /// Too late for any calendar.
    Start(Date),
}

impl fmt::Display for ScheduleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weeks(0) => f.write_str("a plan of 0 weeks has nothing in it; give 1 to 52"),
            Self::Weeks(weeks) => write!(f, "a plan of {weeks} weeks is too long; give 1 to 52"),
            Self::PerWeek => {
                f.write_str("a plan with 0 new changes a week has nothing in it; give 1 or more")
            }
            Self::Start(start) => {
                write!(f, "a plan from {start} would leave the calendar; give an earlier day")
            }
        }
    }
}

impl std::error::Error for ScheduleError {}

/// A day as `--start` takes it: `2026-10-05`.
///
/// # Errors
/// When it is written otherwise, or when no such day exists; the error says which part is wrong.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let mut parts = text.split('-');
    let (year, month, day) = (digits(parts.next(), 4), digits(parts.next(), 2), digits(parts.next(), 2));
    let (Some(year), Some(month), Some(day), None) = (year, month, day, parts.next()) else {
        return Err(DateError::Form);
    };
    let first = Date::new(year, i8::try_from(month).unwrap_or(0), 1).map_err(|_| DateError::Month(month))?;
    Date::new(year, first.month(), i8::try_from(day).unwrap_or(0)).map_err(|_| DateError::Day { day, first })
}

/// Exactly so many digits, as a number.
fn digits(part: Option<&str>, length: usize) -> Option<i16> {
    let part = part?;
    let written = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    written.then(|| part.parse().ok()).flatten()
}

/// Why something is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Not year, month and day in digits.
    Form,
    /// No month has this number.
    Month(i16),
    /// The month, given by its first day, has no such day.
    Day {
        /// The day that was asked for.
        day: i16,
        /// The first of its month.
        first: Date,
    },
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("a date is written year-month-day, such as 2026-10-05"),
            Self::Month(month) => write!(f, "there is no month {month:02}; months go from 01 to 12"),
            Self::Day { day, first } => {
                let (month, days) = (first.strftime("%B %Y"), first.days_in_month());
                write!(f, "there is no day {day:02} in {month}; its days go from 01 to {days}")
            }
        }
    }
}

impl std::error::Error for DateError {}

/// The next Monday after today: where a plan begins when nobody says otherwise. On a Monday it is
/// the one a week later, so that there is time to shop.
pub fn next_monday(today: Date) -> Date {
    today.nth_weekday(1, Weekday::Monday).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::{DateError, Schedule, ScheduleError, next_monday, parse_date};

    #[test]
    fn a_day_that_exists_is_read() {
        assert_eq!(parse_date("2026-10-05"), Ok(date(2026, 10, 5)));
        assert_eq!(parse_date("2028-02-29"), Ok(date(2028, 2, 29)));
    }

    #[test]
    fn a_day_that_does_not_exist_says_which_part_is_wrong() {
        let february = parse_date("2026-02-30").expect_err("no such day").to_string();
        assert_eq!(february, "there is no day 30 in February 2026; its days go from 01 to 28");
        assert_eq!(parse_date("2026-13-01"), Err(DateError::Month(13)));
        assert_eq!(parse_date("2026-00-01"), Err(DateError::Month(0)));
        assert!(matches!(parse_date("2026-01-00"), Err(DateError::Day { day: 0, .. })));
    }

    #[test]
    fn another_spelling_is_refused_rather_than_guessed() {
        for text in ["", "tomorrow", "05-10-2026", "2026/10/05", "2026-1-5", "2026-10-05T00:00", "+026-10-05"]
        {
            assert_eq!(parse_date(text), Err(DateError::Form), "{text}");
        }
        assert_eq!(parse_date("2026-10-05-1"), Err(DateError::Form));
        assert_eq!(parse_date("２０２６-10-05"), Err(DateError::Form));
    }

    #[test]
    fn next_monday_is_always_ahead() {
        for day in 1..=14 {
            let today = date(2026, 9, day);
            let monday = next_monday(today);
            assert_eq!(monday.weekday(), Weekday::Monday);
            assert!((1..=7).contains(&today.until(monday).expect("both are days").get_days()));
        }
    }

    #[test]
    fn a_schedule_without_room_is_refused() {
        let start = date(2026, 10, 5);
        assert_eq!(Schedule::new(start, 0, 1), Err(ScheduleError::Weeks(0)));
        assert_eq!(Schedule::new(start, 53, 1), Err(ScheduleError::Weeks(53)));
        assert_eq!(Schedule::new(start, 4, 0), Err(ScheduleError::PerWeek));
        assert!(Schedule::new(date(9999, 12, 31), 1, 1).is_err());
        assert!(Schedule::new(date(0, 1, 1), 52, u16::MAX).is_ok());
    }
}
