#!/usr/bin/env bash
# The release is built (dry run) and its .deb works in a bare Debian with nothing else installed.
source .ci/tools.sh
.ci/release --dry-run
need_apt debootstrap debootstrap
need_apt man man-db

root=target/ci/debian
if [[ ! -e $root/made ]]; then
  rm -rf "$root"
  # What the machine installs from is what the bare system is made from.
  read -r mirror suite < <(apt_source)
  debootstrap --variant=minbase "$suite" "$root" "$mirror"
  touch "$root/made"
fi
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root "$@"; }

deb=$(echo target/dist/*.deb)
cp "$deb" "$root/gutskin.deb"
inside dpkg --install /gutskin.deb
trap 'inside dpkg --purge gutskin' EXIT

inside gutskin --version | grep -q '^gutskin [0-9]'
inside gutskin advise --concern acne > target/ci/deb-advice.md
cmp target/ci/deb-advice.md <(target/release/gutskin --no-config advise --concern acne)
# Nothing opens a connection: without a network it says the same.
unshare --net chroot "$root" env -i PATH=/usr/bin LANG=C.UTF-8 HOME=/root gutskin advise --concern acne \
  | cmp - target/ci/deb-advice.md
# The other way that the README names; what is built already is not built again.
cargo install --path . --locked --quiet --force --root target/ci/installed
target/ci/installed/bin/gutskin --no-config advise --concern acne | cmp - target/ci/deb-advice.md

for page in target/assets/man/*.1; do
  man -l "$root/usr/share/man/man1/$(basename "$page").gz" | grep -q EXAMPLES
done

# shellcheck disable=SC2016
inside bash -c '
  source /usr/share/bash-completion/completions/gutskin
  COMP_WORDS=(gutskin advise -c dull) COMP_CWORD=3 COMP_TYPE=9
  _clap_complete_gutskin gutskin dull -c 2> /dev/null
  [[ ${COMPREPLY[*]} == dullness ]]'
[[ -s $root/usr/share/zsh/vendor-completions/_gutskin && -s $root/usr/share/fish/vendor_completions.d/gutskin.fish ]]
