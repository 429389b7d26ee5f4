#!/usr/bin/env bash
# A browser opens the pages and pictures: no accessibility violation, no overflow, nothing loaded.
source .ci/tools.sh
need_gutskin
need_apt chromium chromium
need_npm playwright-core axe-core mermaid
out=target/ci/pages && rm -rf "$out" && mkdir -p "$out"
"$gutskin" --no-config advise -c acne --why --cite --health pregnancy -f html > "$out/advise.html"
"$gutskin" --no-config advise "my lips are swelling and I can't breathe" -f html > "$out/emergency.html" || [[ $? -eq 4 ]]
"$gutskin" --no-config plan -c redness --start 2026-01-05 -f html > "$out/plan.html"
for concern in acne redness dullness aging; do
  "$gutskin" --no-config map -c "$concern" -f svg > "$out/map-$concern.svg"
  "$gutskin" --no-config map -c "$concern" -f mermaid > "$out/map-$concern.mmd"
done
"$gutskin" --no-config map -c acne,redness,dullness,aging -f svg > "$out/map-all.svg"
"$gutskin" --no-config map -c acne,redness,dullness,aging -f mermaid > "$out/map-all.mmd"
node .ci/pages.cjs "$out"
