//! A calendar as iCalendar (RFC 5545): all-day events, lines folded at 75 octets, CRLF.

use std::borrow::Cow;

use jiff::civil::Date;

use super::safe;
use crate::report::calendar::{Calendar, Entry};

/// The longest line without its line break.
const OCTETS: usize = 75;

/// The calendar as a file.
pub(super) fn write(calendar: &Calendar<'_>) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//gutskin//gutskin//EN");
    line(&mut out, "CALSCALE", "GREGORIAN");
    line(&mut out, "METHOD", "PUBLISH");
    line(&mut out, "X-WR-CALNAME", &escaped(&calendar.name));
    for entry in &calendar.entries {
        event(&mut out, calendar.stamp, entry);
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

fn event(out: &mut String, stamp: Date, entry: &Entry<'_>) {
    // The end is the day after: the last day of the calendar has none, and then one day is meant.
    let end = entry.day.tomorrow().unwrap_or(entry.day);
    let lines: Vec<String> = entry.lines.iter().map(|line| escaped(line)).collect();
    line(out, "BEGIN", "VEVENT");
    line(out, "UID", &escaped(&entry.id));
    line(out, "DTSTAMP", &format!("{}T000000Z", day(stamp)));
    line(out, "DTSTART;VALUE=DATE", &day(entry.day));
    line(out, "DTEND;VALUE=DATE", &day(end));
    line(out, "SUMMARY", &escaped(&entry.summary));
    line(out, "DESCRIPTION", &lines.join("\\n"));
    line(out, "TRANSP", "TRANSPARENT");
    line(out, "END", "VEVENT");
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// Text as a value: on one line, with what separates values escaped.
fn escaped(text: &str) -> String {
    let text: Cow<'_, str> = safe::one_line(text);
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | ';' | ',') {
            value.push('\\');
        }
        value.push(letter);
    }
    value
}

/// A content line, folded between characters so that no line is too long.
fn line(out: &mut String, name: &str, value: &str) {
    let mut room = OCTETS;
    for letter in name.chars().chain(":".chars()).chain(value.chars()) {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = OCTETS - 1;
        }
        out.push(letter);
        room -= letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::write;
    use crate::report::calendar::{Calendar, Entry};

    fn calendar(summary: &str, lines: &[&str]) -> String {
        let lines = lines.iter().map(|line| (*line).into()).collect();
        let entry = Entry {
            id: "week-1@gutskin.invalid".into(),
            day: date(2026, 12, 31),
            summary: summary.into(),
            lines,
        };
        write(&Calendar { name: "Plan".into(), stamp: date(2026, 10, 5), entries: vec![entry] })
    }

    /// The value of a property, unfolded and unescaped as RFC 5545 says.
    fn value(file: &str, name: &str) -> String {
        let unfolded = file.replace("\r\n ", "");
        let prefix = format!("{name}:");
        let raw = unfolded.split("\r\n").find_map(|line| line.strip_prefix(&prefix)).expect("the property");
        let mut text = String::new();
        let mut letters = raw.chars();
        while let Some(letter) = letters.next() {
            match (letter, letter == '\\') {
                (_, true) => {
                    text.push(letters.next().map_or('\\', |next| if next == 'n' { '\n' } else { next }));
                }
                _ => text.push(letter),
            }
        }
        text
    }

    #[test]
    fn an_all_day_event_ends_the_day_after() {
        let file = calendar("New: Zinc", &["- oats"]);
        assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assert!(file.contains("\r\nDTSTAMP:20261005T000000Z\r\n"));
        assert!(file.contains("\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(file.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }

    #[test]
    fn what_separates_values_is_escaped() {
        let file = calendar(r"a,b;c\d", &["one\nline", "two"]);
        assert!(file.contains(r"SUMMARY:a\,b\;c\\d"));
        assert!(file.contains(r"DESCRIPTION:one line\ntwo"));
    }

    proptest! {
        #[test]
        fn every_line_is_short_and_every_text_comes_back(summary in "[a-zé皮😀,;\\\\: ]{0,200}") {
            let file = calendar(&summary, &[]);
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= 75);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let words: Vec<&str> = summary.split(' ').filter(|word| !word.is_empty()).collect();
            let back = value(&file, "SUMMARY");
            prop_assert_eq!(back.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>(), words);
        }
    }
}
