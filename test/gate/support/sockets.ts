import { readFileSync } from 'node:fs';

/** States of a TCP connection, as the kernel numbers them in /proc/net/tcp. */
const states: Readonly<Record<string, string>> = { '01': 'established', '08': 'close-wait' };

/** 127.0.0.1, as the kernel writes it there. */
const loopback = '0100007F';

/**
 * Connections that a server on a port of 127.0.0.1 holds: it has not closed them. What it closed, and the kernel still has
 * to send, is none of them; nor is the other end of one, which may have the same port on another address.
 */
export function heldConnections(port: number): number {
  const server = `${loopback}:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const held = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local === server && Object.hasOwn(states, state ?? ''))
    .map(([, , remote]) => remote);
  // The kernel gives the list in pieces: while it changes, one connection may stand in two of them.
  return new Set(held).size;
}
