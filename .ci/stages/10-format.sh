#!/usr/bin/env bash
# Source in the standard layout.
cargo fmt --check
