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
