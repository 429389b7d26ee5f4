#!/usr/bin/env bash
# `recognize` under GNU parallel and behind a pipe operator: the same lines, in the same order.
source .ci/tools.sh
need_gutskin
need_apt parallel parallel
need_apt jq jq
out=target/ci/filter && mkdir -p "$out"
for n in $(seq 1 2000); do
  printf 'pimpels on my chin, day %d\nmy cheeks sting and go red\n{"row": %d, "text": "dry, dull skin"}\n' "$n" "$n"
done > "$out/texts"
"$gutskin" --no-config recognize < "$out/texts" > "$out/one"
[[ $(wc -l < "$out/one") -eq 6000 ]]
jq -e . < "$out/one" > /dev/null
jq -e -s 'map(select(.row == 7))[0].concerns == ["dullness"]' < "$out/one"
"$gutskin" --no-config recognize --jobs 2 < "$out/texts" | cmp - "$out/one"
parallel --will-cite --pipe --keep-order --block 20k "$gutskin" --no-config recognize < "$out/texts" | cmp - "$out/one"
