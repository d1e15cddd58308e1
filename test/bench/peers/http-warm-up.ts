import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askOverHttp } from './http-ask.js';

const requests = 300;

/**
 * Asks a server without any data until the client's own code is compiled: the first of the HTTP peers would be charged
 * for that, and the others not.
 */
export async function warmUpHttpClient(): Promise<void> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/sparql-results+json').end('{"head":{},"boolean":true}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/sparql`;
  for (let i = 0; i < requests; i += 1) await askOverHttp(endpoint, 'ASK {}', { rows: false, limit: 10_000 });
  server.closeAllConnections();
  server.close();
}
