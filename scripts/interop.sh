#!/bin/sh
# Tests the exports with the programs that people open them in: npm run test:interop.
# Installs those that are missing from Debian's packages; needs root (or sudo) only for that.
set -eu
cd "$(dirname "$0")/.."

missing=""
need() { # PACKAGE COMMAND...
  package=$1
  shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}
need libxml2-utils xmllint --version
need graphviz dot -V
need raptor2-utils rapper --version
need python3-networkx /usr/bin/python3 -c 'import networkx'
need python3-igraph /usr/bin/python3 -c 'import igraph'

if [ -n "$missing" ]; then
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  echo "Installing:$missing"
  $as_root apt-get update -qq
  # The list of packages is meant to be split into words.
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends $missing >/dev/null
fi

RAWABIT_INTEROP=1 exec npx vitest run tests/interop "$@"
