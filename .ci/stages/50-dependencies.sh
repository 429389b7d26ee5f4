#!/usr/bin/env bash
# Licenses, sources and number of dependencies; a reason beside each; the declared Rust suffices.
source .ci/tools.sh
need_cargo cargo-deny
need_apt jq jq
cargo deny --offline --config .cargo/deny.toml check licenses bans sources 2>&1 || {
  cargo fetch --locked && cargo deny --config .cargo/deny.toml check licenses bans sources
}

crates=$(cargo tree --locked --edges normal --prefix none --format '{p}' | sort -u | wc -l)
echo "$crates crates in the normal tree (at most 90)"
[[ $crates -le 90 ]]

# Every direct dependency stands under a comment that says why, or under one that has.
awk '
  /^\[(dev-|build-)?dependencies\]/ { inside = 1; reason = ($0 ~ /build-/); next }
  /^\[/ { inside = 0 }
  inside && /^#/ { reason = 1; next }
  inside && /^$/ { reason = 0; next }
  inside && /=/ && !reason { print "no reason beside: " $0; bad = 1 }
  END { exit bad }
' Cargo.toml

declared=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
newer=$(cargo metadata --locked --format-version 1 | jq -r --arg least "$declared" '
  def parts: split(".") | map(tonumber) | . + [0, 0] | .[:3];
  .packages[] | select(.rust_version != null and (.rust_version | parts) > ($least | parts))
  | "\(.name) \(.version) wants Rust \(.rust_version)"')
[[ -z $newer ]] || { echo "Cargo.toml declares Rust $declared, but:"; echo "$newer"; exit 1; }
