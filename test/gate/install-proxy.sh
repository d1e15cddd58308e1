#!/usr/bin/env bash
# Installs a Debian package that a test needs, unless its command is there already, and starts no service of it.
#
#     test/gate/install-proxy.sh nginx-light nginx
set -euo pipefail
package=$1
command=$2
PATH=$PATH:/usr/sbin:/sbin

if command -v "$command" >/dev/null; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo "There is no $command here, and no apt-get to install $package with. Install it by hand." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" != 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "There is no $command here. Install $package, or run this as root: sudo $0 $*" >&2
    exit 1
  fi
  as_root=(sudo -n)
fi

# Packages start their services, unless the policy of the machine says no (invoke-rc.d(8)): 101 is "not allowed".
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod +x "$policy"
  trap '"${as_root[@]}" rm -f "$policy"' EXIT
elif "$policy" "$command" start >/dev/null 2>&1; then
  echo "$policy lets services start: $package would take port 80. Install it by hand." >&2
  exit 1
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -qq -y \
  --no-install-recommends "$package" >/dev/null
command -v "$command" >/dev/null || {
  echo "$package was installed, and there is no $command yet." >&2
  exit 1
}
