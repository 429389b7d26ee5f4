#!/usr/bin/env bash
# Completions in real shells (bash, zsh, fish, elvish): ids, aliases, ids of a layer; how fast they are.
source .ci/tools.sh
need_gutskin
need_apt zsh zsh
need_apt fish fish
need_apt elvish elvish
need_apt python3 python3
out=$PWD/target/ci/completions && rm -rf "$out" && mkdir -p "$out/home" "$out/layer"
.ci/assets "$gutskin" "$out"
ln -sf "$gutskin" "$out/gutskin"
export PATH=$out:$PATH HOME=$out/home
cat > "$out/layer/concerns.yaml" <<'YAML'
concerns:
  - extends: dullness
    aliases: [lackluster]
YAML

in_bash() { # the words typed, the last one unfinished
  bash -c '
    source "$1"; shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_TYPE=9
    _clap_complete_gutskin "$1" "${!#}" "" 2> /dev/null
    printf "%s\n" "${COMPREPLY[@]}"' bash "$out/completions/gutskin.bash" "$@"
}
in_fish() { fish -c "source $out/completions/gutskin.fish; complete -C '$1'" | cut -f1; }
is() { [[ $1 == "$2" ]] || { echo "expected $2, got $1"; exit 1; }; }

is "$(in_bash gutskin adv)" advise
is "$(in_bash gutskin advise --conc)" --concern
is "$(in_bash gutskin advise -c dul)" dullness
is "$(in_bash gutskin advise -c pimples)" pimples
is "$(in_bash gutskin advise --content "$out/layer" -c lack)" lackluster
is "$(GUTSKIN_CONTENT=$out/layer in_bash gutskin advise -c lack)" lackluster
is "$(in_fish 'gutskin advise -c dul')" dullness
is "$(in_fish 'gutskin show juhl')" juhl-2018
is "$(in_fish "gutskin --content $out/layer plan -c lack")" lackluster

# Zsh, typed into a terminal of its own, from its folder of functions.
cat > "$out/type.zsh" <<'ZSH'
zmodload zsh/zpty
zpty shell zsh -f
zpty -w shell "fpath=($1/completions \$fpath); autoload -U compinit; compinit -u -D; PS1=; echo READY"
zpty -r shell text '*READY*READY*'
zpty -w -n shell $'gutskin advise -c dul\t'
zpty -r shell text '*dullness*'
print -r -- "$text"
zpty -d shell
ZSH
timeout 60 zsh -f "$out/type.zsh" "$out" | grep -q dullness

# Elvish completes only on a terminal; it draws what it adds to the words: dul-ness.
in_elvish() { # a layer, the words typed, the end of the word completed
  GUTSKIN_CONTENT=$1 TERM=xterm timeout 60 python3 .ci/type.py \
    "eval (slurp < $out/completions/gutskin.elv); echo REA(echo DY)" "$2"$'\t' "$3" elvish -norc
}
in_elvish '' 'gutskin advise -c dul' ness
in_elvish "$out/layer" 'gutskin advise -c lack' luster

# PowerShell is not among Debian's packages: its script is made and packaged, and runs where it is
# installed already.
if command -v pwsh > /dev/null; then
  # shellcheck disable=SC2016
  is "$(pwsh -NoProfile -Command '
    . $args[0]
    (TabExpansion2 "gutskin advise -c dul" 21).CompletionMatches.CompletionText' "$out/completions/gutskin.ps1")" dullness
else
  echo "pwsh is not installed: PowerShell was not tried" >&3
fi

# A person does not wait: under 50 ms, also with a layer to read.
within() {
  local best=1000 began
  for _ in 1 2 3 4 5; do
    began=$(date +%s%3N)
    GUTSKIN_COMPLETE=fish gutskin -- gutskin "$@" > /dev/null
    local took=$(($(date +%s%3N) - began))
    ((took < best)) && best=$took
  done
  echo "$best ms: $*"
  ((best < 50))
}
within advise -c a
within advise --content "$out/layer" -c a
