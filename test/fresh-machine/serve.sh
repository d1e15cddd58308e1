#!/usr/bin/env bash
# Starts the server as the README says, asks it, and stops it.
set -euo pipefail
cd "$(dirname "$0")/../.."

# A job of its own: npm, its shell and the server are told to stop together.
set -m
npm start &
server=$!
trap 'kill -- -$server 2>/dev/null || true' EXIT

node test/fresh-machine/ask.js http://localhost:3000

kill -- -$server
for _ in {1..300}; do
  if ! kill -0 -- -$server 2>/dev/null; then exit; fi
  sleep 0.1
done
echo 'The server was told to stop 30 s ago, and has not.' >&2
exit 1
