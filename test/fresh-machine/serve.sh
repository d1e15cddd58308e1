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
wait $server || true
if (exec 3<>/dev/tcp/127.0.0.1/3000) 2>/dev/null; then
  echo 'The server was stopped, and answers.' >&2
  exit 1
fi
