#!/usr/bin/env bash
# Does what the Dockerfile does, without a container engine: makes the package from what .dockerignore lets through, installs
# it without what only development needs, starts it by the Dockerfile's command as a user without rights, asks its health check,
# /health, / and /sparql, and stops it. It fails unless the command ends with 0.
set -euo pipefail
cd "$(dirname "$0")/../.."
project=$PWD
folder=$(mktemp --directory --tmpdir communaux-package-XXXXXX)
server=
finish() {
  if [ -n "$server" ]; then kill -KILL "$server" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap finish EXIT
mkdir "$folder"/{build,app,data}
chmod 755 "$folder" "$folder/app"

# The words of an instruction that the Dockerfile gives as JSON, one a line.
words() {
  node --print '
    const [pattern] = process.argv.slice(1);
    const text = fs.readFileSync("Dockerfile", "utf8").replaceAll(/\\\n\s*/g, "");
    JSON.parse(new RegExp(`^${pattern} (\\[.*\\])$`, "m").exec(text)[1]).join("\n")' "$1"
}

# Stage "package". Packages are those of this folder.
mapfile -t context < <(sed -n 's/^!//p' .dockerignore)
tar --create "${context[@]}" | tar --extract --directory "$folder/build"
ln -s "$project/node_modules" "$folder/build/node_modules"
(cd "$folder/build" && npm pack --silent --ignore-scripts=false --pack-destination "$folder") >&2

# Stage "install".
tar --extract --file "$folder"/communaux-*.tgz --directory "$folder/app" --strip-components 1
node test/package/contents.js "$folder/app"
cp package-lock.json .npmrc "$folder/app"
(cd "$folder/app" && npm ci --omit=dev --prefer-offline --no-progress) >&2

# The last stage: another user owns nothing but the folder for data.
without_rights=()
if [ "$(id -u)" = 0 ]; then
  chown 65534:65534 "$folder/data"
  without_rights=(setpriv --reuid=65534 --regid=65534 --clear-groups)
fi
port=$(node --eval '
  const server = net.createServer().listen(0, "127.0.0.1", () => {
    console.log(server.address().port);
    server.close();
  });')
run=(env --ignore-environment "--chdir=$folder/app" PATH="$PATH" NODE_ENV=production COMMUNAUX_HOST=127.0.0.1
  COMMUNAUX_PORT="$port" COMMUNAUX_DATA_DIR="$folder/data")
mapfile -t command < <(words CMD)
mapfile -t healthcheck < <(words 'HEALTHCHECK .*CMD')
"${without_rights[@]}" "${run[@]}" "${command[@]}" &
server=$!

node test/fresh-machine/ask.js "http://127.0.0.1:$port"
"${without_rights[@]}" "${run[@]}" "${healthcheck[@]}"
ls -l "$folder/data/columns"
kill -TERM "$server"
wait "$server"
server=
if "${run[@]}" "${healthcheck[@]}"; then
  echo 'The health check finds a server that was stopped.' >&2
  exit 1
fi
echo "The package starts, answers and stops ($SECONDS s)."
