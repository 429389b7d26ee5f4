# shellcheck shell=bash disable=SC2034,SC2016
# What stages need, installed by package name when it is missing. To be sourced.

# need_apt COMMAND PACKAGE…
need_apt() {
  command -v "$1" > /dev/null && return
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${@:2}"
}

# need_cargo PACKAGE: a program from crates.io of the same name.
need_cargo() {
  command -v "$1" > /dev/null || cargo install --locked --quiet "$1"
}

# need_python PACKAGE…: into an environment of its own; the interpreter is $python.
need_python() {
  local home=target/ci/python
  python=$home/bin/python
  "$python" -c 'pass' 2> /dev/null || python3 -m venv "$home"
  "$python" -m pip install --quiet --disable-pip-version-check "$@"
}

# need_npm PACKAGE…: into target/ci/node, where scripts find them by NODE_PATH.
need_npm() {
  need_apt npm nodejs npm
  export NODE_PATH=$PWD/target/ci/node/node_modules
  local package missing=()
  for package in "$@"; do
    [[ -d $NODE_PATH/${package%@*} ]] || missing+=("$package")
  done
  [[ ${#missing[@]} -eq 0 ]] || npm install --silent --no-audit --no-fund --prefix target/ci/node "${missing[@]}"
}

# The program as people get it; its path is $gutskin. GUTSKIN names another build to check instead.
need_gutskin() {
  gutskin=${GUTSKIN-}
  [[ -z $gutskin ]] || return 0
  cargo build --release --quiet
  gutskin=$PWD/target/release/gutskin
}

# The mirror and the release that apt installs from.
apt_source() {
  apt-get indextargets --format '$(SITE) $(RELEASE) $(CODENAME)' 'Identifier: Packages' 2> /dev/null \
    | awk '{ print $1, ($3 != "" ? $3 : $2); exit }'
}
