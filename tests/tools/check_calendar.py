"""Has the strict parser of PyPI's `icalendar` read calendars: python check_calendar.py FILE...

Exit 1 if a calendar has errors, no event, or two events of one UID."""

import sys

import icalendar

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        data = file.read()
    assert b"\n" not in data.replace(b"\r\n", b""), f"{path}: a line does not end in CRLF"
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), f"{path}: a line is longer than 75 octets"
    calendar = icalendar.Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    problems = calendar.errors + [error for event in events for error in event.errors]
    assert not problems, f"{path}: {problems}"
    assert events and len({event["UID"] for event in events}) == len(events), f"{path}: {len(events)} events"
    assert all(event["DTSTART"].dt < event["DTEND"].dt for event in events), f"{path}: an event does not last"
    print(f"{path}: {len(events)} events")
