// Prints a calendar's entries, one a line: day, summary.
const fs = require("fs");
const loaded = require("ical.js");
const ICAL = loaded.default ?? loaded;
const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
for (const entry of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(entry);
  console.log(event.startDate.toString().slice(0, 10), event.summary);
}
