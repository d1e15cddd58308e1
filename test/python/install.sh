#!/usr/bin/env bash
# Installs Debian's SPARQLWrapper and rdflib, unless Debian's Python has them already.
set -euo pipefail
python=/usr/bin/python3
packages='python3-sparqlwrapper python3-rdflib'

complete() { [ -x "$python" ] && "$python" -c 'import rdflib, SPARQLWrapper' 2>/dev/null; }

if complete; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo "$python has no rdflib or SPARQLWrapper, and there is no apt-get to install $packages with. Install them by hand." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" != 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "$python has no rdflib or SPARQLWrapper. Install $packages, or run this as root: sudo $0" >&2
    exit 1
  fi
  as_root=(sudo -n)
fi
"${as_root[@]}" apt-get update -qq
# shellcheck disable=SC2086 # two packages
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $packages >/dev/null
complete || {
  echo "$packages were installed, and $python imports no rdflib or SPARQLWrapper yet." >&2
  exit 1
}
