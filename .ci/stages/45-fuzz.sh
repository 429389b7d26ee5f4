#!/usr/bin/env bash
# Random input on top of small corpora, twenty seconds a target: loader, recognize, writers.
source .ci/tools.sh
need_cargo cargo-fuzz
cargo fmt --manifest-path fuzz/Cargo.toml --check
# The program has no unsafe code, so no sanitizer is needed, nor a nightly compiler for one.
cargo fuzz build --sanitizer none
for target in $(cargo fuzz list); do
  # What is found along the way stays out of the repository.
  found=target/ci/fuzz/$target dictionary=fuzz/dictionaries/$target.dict
  rm -rf "$found" && mkdir -p "$found"
  options=(-max_total_time=20 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1)
  [[ ! -e $dictionary ]] || options+=("-dict=$dictionary")
  cargo fuzz run --sanitizer none "$target" "$found" "fuzz/corpus/$target" -- "${options[@]}" 2>&1 \
    | tee >(grep -E '^Done|SUMMARY' | sed "s/^/$target: /" >&3)
done
