import { readFileSync } from 'node:fs';

/** States of a TCP connection, as the kernel numbers them in /proc/net/tcp. */
const states: Readonly<Record<string, string>> = { '01': 'established', '08': 'close-wait' };

/**
 * Connections that a server on a port holds: it has not closed them. What it closed, and the kernel still has to send, is
 * none of them.
 */
export function heldConnections(port: number): number {
  const hexadecimal = port.toString(16).toUpperCase().padStart(4, '0');
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${hexadecimal}`) && Object.hasOwn(states, state ?? ''))
    .length;
}
