"""Prints a calendar's entries, one a line: day, summary. Fails on what is not strictly valid."""
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    text = file.read()
assert text.replace(b"\r\n", b"").find(b"\n") < 0, "lines end in CR LF"
assert all(len(line) <= 75 for line in text.split(b"\r\n")), "a line has at most 75 octets"
calendar = Calendar.from_ical(text)
assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
uids = set()
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    assert event["DTSTAMP"] and event["UID"] not in uids
    uids.add(event["UID"])
    print(event["DTSTART"].dt.strftime("%Y-%m-%d"), event["SUMMARY"])
