#!/usr/bin/env bash
# No warning of the compiler or of Clippy, in any target.
cargo clippy --all-targets --quiet -- -D warnings
