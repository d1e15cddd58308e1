import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '../errors.js';

export interface Listening {
  readonly port: number;
  /** Takes no new connection, lets answers under way end, cuts what is left after the grace given. */
  close(graceMs: number): Promise<void>;
}

/**
 * Listens, with bounds that cut slow and idle clients.
 * @param prepare is given the server before it listens
 * @throws Problem `unavailable` when the address cannot be listened on
 */
export function listen(
  handler: RequestListener,
  { port, host }: { port: number; host: string },
  prepare: (server: Server) => void = () => undefined,
): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 20_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 2_000,
      maxHeaderSize: 16_384,
    },
    handler,
  );
  // A client that asks before it sends a body is answered by the route, which may refuse (RFC 9110 section 10.1.1).
  server.on('checkContinue', handler);
  prepare(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(listenProblem(error, `${host}:${port}`));
    });
    server.listen(port, host, () => {
      resolve({ port: (server.address() as AddressInfo).port, close: grace => close(server, grace) });
    });
  });
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken',
  EACCES: 'the system does not allow it',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no host of that name',
};

function listenProblem({ code = '', message }: NodeJS.ErrnoException, address: string): Problem {
  return new Problem(
    'unavailable',
    `Cannot listen on ${address}: ${reasons[code] ?? message}. Choose another.`,
  );
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise(resolve => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
