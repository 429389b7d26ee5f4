#!/usr/bin/env bash
# The documentation of the library builds, and every link in it leads somewhere.
RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items --quiet
