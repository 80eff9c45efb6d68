#!/bin/sh
# Tests the exports and the servers with the programs that people open them in: npm run test:interop.
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
need curl curl --version
need python3-networkx /usr/bin/python3 -c 'import networkx'
need python3-igraph /usr/bin/python3 -c 'import igraph'
need python3-rdflib /usr/bin/python3 -c 'import rdflib'

if [ -z "$missing" ]; then
  echo "All readers are installed."
elif ! command -v apt-get >/dev/null; then
  echo "These are missing, and there is no apt-get to install them:$missing" >&2
  exit 1
else
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  echo "Installing what is missing of the readers:$missing"
  $as_root apt-get update -qq -o Acquire::Retries=3
  # The list of packages is meant to be split into words.
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y -o Acquire::Retries=3 --no-install-recommends $missing >/dev/null
fi

# The servers are tested as they are started by users: from the built program.
npm run build --silent
# One process for all files: loading the program and extracting the examples takes longer than most tests.
RAWABIT_INTEROP=1 npx vitest run tests/interop --no-isolate --no-file-parallelism "$@"
echo "all readers agree"
