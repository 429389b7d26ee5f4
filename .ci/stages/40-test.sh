#!/usr/bin/env bash
# The tests, by the command that the README names.
cargo test 2>&1 | tee >(grep -E '^(test result:|test .* FAILED)' >&3)
