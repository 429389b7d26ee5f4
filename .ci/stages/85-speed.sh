#!/usr/bin/env bash
# No command takes 5 % more instructions than benches/baseline.tsv says.
source .ci/tools.sh
need_apt valgrind valgrind
cargo bench --locked --quiet -- --check
