#!/usr/bin/env bash
# Tries the README's commands on a machine that has Debian's smallest system, Node and npm, and nothing else. Before a release.
#
#     test/fresh-machine/run.sh serve      npm ci && npm start, then /health, / and /sparql are asked
#     test/fresh-machine/run.sh browser    npm ci, then the tests in a browser
#     test/fresh-machine/run.sh all        both of the README's: npm ci && npm start, npm ci && npm test
#
# The machine is a folder with a system in it, entered by chroot(1) as an ordinary user. Only `npm ci` has a network, with the
# settings that npm has here; all else has the loopback interface. To be run as root, on Linux. DEBIAN_MIRROR names a mirror.
set -euo pipefail
cd "$(dirname "$0")/../.."
PATH=$PATH:/usr/sbin:/sbin

task=${1:-all}
case $task in serve | browser | all) ;; *)
  echo "serve, browser or all, not: $task" >&2
  exit 2
  ;;
esac
if [ "$(id -u)" != 0 ]; then
  echo 'Only root can make a system in a folder and enter it.' >&2
  exit 1
fi
test/gate/install-proxy.sh debootstrap debootstrap
test/gate/install-proxy.sh iproute2 ip

root=$(mktemp --directory --tmpdir communaux-fresh-XXXXXX)
# What is mounted in it is so for the processes of `isolated` only: there is nothing to unmount here.
trap 'rm -rf --one-file-system "$root"' EXIT
home=/home/reader
project=$home/communaux

# Runs a command that sees its own mounts and processes; they are gone when it ends, however it ends.
isolated() {
  unshare --mount --pid --fork --kill-child "$@"
}

# Runs a line of bash on the fresh machine, in the project's folder: enter <options of unshare> <line>
enter() {
  # shellcheck disable=SC2016
  isolated "${@:1:$#-1}" bash -euc '
    root=$1 line=$2 project=$3
    shift 3
    ip link set lo up
    mount -t proc proc "$root/proc"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
    exec chroot --userspec=reader:reader "$root" /usr/bin/env --ignore-environment --chdir="$project" "$@" bash -euc "$line"
  ' enter "$root" "${*: -1}" "$project" HOME="$home" USER=reader PATH=/usr/local/bin:/usr/bin:/bin "${settings[@]}"
}

# Says what comes, on standard error: the output of the commands may be piped.
say() {
  printf '\n== %s (%s s)\n' "$1" "$SECONDS" >&2
}

say 'Debian (debootstrap --variant=minbase)'
isolated debootstrap --variant=minbase bookworm "$root" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$root.log" 2>&1 ||
  { cat "$root.log" >&2 && exit 1; }
rm -f "$root.log"
chmod 755 "$root"
chroot "$root" useradd --create-home --shell /bin/bash reader

# Node needs the C++ library and the compiler's beside that of C: Debian's smallest system has them for apt.
say 'Node and npm'
npm=$(dirname "$(dirname "$(realpath "$(command -v npm)")")")
mkdir -p "$root/usr/local/lib/node_modules"
cp "$(node --print process.execPath)" "$root/usr/local/bin/node"
cp -r "$npm" "$root/usr/local/lib/node_modules/npm"
for command in npm npx; do
  ln -s "../lib/node_modules/npm/bin/$command-cli.js" "$root/usr/local/bin/$command"
done
chroot "$root" node --version

# How this machine reaches the registry: name servers, npm's settings, certificates, proxies. None is named here.
copied() {
  if [ -f "$1" ]; then install -D --mode=644 "$1" "$root$2"; fi
}
settings=()
copied /etc/resolv.conf /etc/resolv.conf
copied /etc/hosts /etc/hosts
copied "$(npm config get globalconfig)" /usr/local/etc/npmrc
copied "$(npm config get userconfig)" "$home/.npmrc"
settings+=("npm_config_registry=$(npm config get registry)")
cafile=$(npm config get cafile)
for file in "$cafile" "${NODE_EXTRA_CA_CERTS:-}"; do copied "$file" "$file"; done
if [ -f "$cafile" ]; then settings+=("npm_config_cafile=$cafile"); fi
for name in NODE_EXTRA_CA_CERTS {http,https,no}_proxy {HTTP,HTTPS,NO}_PROXY; do
  if [ -n "${!name:-}" ]; then settings+=("$name=${!name}"); fi
done

say 'The project, as it was committed'
mkdir "$root$project"
git archive HEAD | tar --extract --directory "$root$project"
chroot "$root" chown -R reader:reader "$home"

say 'npm ci'
enter 'npm ci'
if [ "$task" != browser ]; then
  say 'npm start'
  enter --net 'test/fresh-machine/serve.sh'
fi
if [ "$task" = browser ]; then
  say 'Tests in a browser'
  enter --net "npm run --silent build:test && npx mocha --no-config --timeout 120000 'build/test/pages/browser/*.test.js'"
elif [ "$task" = all ]; then
  say 'npm test'
  enter --net 'npm test'
fi
say 'All of it works on a fresh machine'
