import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Address } from '../address.js';
import { Problem } from '../errors.js';
import { Drain } from './drain.js';
import { answerUnreadable, mostHeaderBytes } from './unreadable-requests.js';

export interface Listening {
  readonly port: number;
  /** Takes no new connection, lets answers under way end, cuts what is left after the grace given. */
  close(graceMs: number): Promise<void>;
}

export interface ListenOptions {
  /** Bound to the address already, for a server that goes on with the socket of another. */
  readonly socket?: unknown;
  /** Is given the server before it listens. */
  readonly prepare?: (server: Server) => void;
}

/** Connections that wait to be taken: as many as come while a server is started again. The system may allow fewer. */
const backlog = 4_096;

/**
 * Listens, with bounds that cut slow and idle clients.
 * @throws Problem `unavailable` when the address cannot be listened on
 */
export async function listen(
  handler: RequestListener,
  { port, host }: Address,
  { socket, prepare = () => undefined }: ListenOptions = {},
): Promise<Listening> {
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 20_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 2_000,
    maxHeaderSize: mostHeaderBytes,
    // Refused by the handler, which says so.
    requireHostHeader: false,
  });
  const drain = new Drain(server);
  // A client that asks before it sends a body is answered by the route, which may refuse (RFC 9110 section 10.1.1).
  // Other expectations are left unheeded, as they may be.
  server.on('request', handler).on('checkContinue', handler).on('checkExpectation', handler);
  answerUnreadable(server);
  prepare(server);
  try {
    server.listen(socket ?? { port, host }, backlog);
    await once(server, 'listening');
  } catch (error) {
    throw listenProblem(error as NodeJS.ErrnoException, { port, host });
  }
  return { port: (server.address() as AddressInfo).port, close: grace => drain.stop(grace) };
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken',
  EACCES: 'the system does not allow it',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no host of that name',
};

/** The refusal for an error that the system met with an address. */
export function listenProblem(
  { code = '', message }: NodeJS.ErrnoException,
  { host, port }: Address,
): Problem {
  return new Problem(
    'unavailable',
    `Cannot listen on ${host}:${port}: ${reasons[code] ?? message}. Choose another.`,
  );
}
