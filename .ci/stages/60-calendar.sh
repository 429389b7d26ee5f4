#!/usr/bin/env bash
# Two independent parsers read the plan's calendar, and find the same entries.
source .ci/tools.sh
need_gutskin
need_python icalendar
need_npm ical.js
out=target/ci/calendar && mkdir -p "$out"
for concern in acne redness dullness aging; do
  "$gutskin" --no-config plan -c "$concern" --start 2026-01-05 --weeks 6 -f ics > "$out/$concern.ics"
  "$gutskin" --no-config plan -c "$concern" --start 2026-01-05 --weeks 6 -f ics | cmp - "$out/$concern.ics"
  "$python" .ci/read_calendar.py "$out/$concern.ics" > "$out/$concern.python"
  node .ci/read_calendar.cjs "$out/$concern.ics" > "$out/$concern.node"
  diff "$out/$concern.python" "$out/$concern.node"
  [[ $(wc -l < "$out/$concern.python") -ge 6 ]]
  cat "$out/$concern.python"
done
