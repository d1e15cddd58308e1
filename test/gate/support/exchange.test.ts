import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exchange } from './exchange.js';

describe('an exchange', () => {
  let server: Server;
  let port: number;
  const answers: Readonly<Record<string, RequestListener>> = {
    '/whole': (_request, response) => response.end('{}\n'),
    '/large': (_request, response) => response.end(`start${'x\n'.repeat(200_000)}end`),
    '/cut': (_request, response) => {
      response.write('{');
      setTimeout(() => response.destroy(), 50);
    },
    '/short': (_request, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('12345');
      setTimeout(() => response.socket?.end(), 50);
    },
    '/none': (_request, response) => response.destroy(),
    '/never': () => undefined,
    '/address': (request, response) => response.end(request.socket.remoteAddress),
  };

  before(async () => {
    server = createServer((request, response) => answers[request.url ?? '']?.(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  const endings: readonly (readonly [path: string, status: number, ending: string])[] = [
    ['/whole', 200, 'whole'],
    ['/cut', 200, 'cut'],
    ['/short', 200, 'cut'],
    ['/none', 0, 'none'],
    ['/never', 0, 'late'],
  ];
  for (const [path, status, ending] of endings)
    it(`to ${path} ends ${ending}`, async () => {
      const reply = await exchange({ path }, { port, timeoutMs: 500 });
      assert.deepEqual([reply.status, reply.ending], [status, ending]);
    });

  it('keeps the start and the end of a large body, and counts its lines', async () => {
    const { head, tail, bytes, lines } = await exchange({ path: '/large' }, { port });
    assert.deepEqual([bytes, lines], [400_008, 200_000]);
    assert.match(head, /^startx/);
    assert.match(tail, /x\nend$/);
    assert.ok(head.length + tail.length < 200_000);
  });

  it('comes from the address given', async () => {
    assert.equal((await exchange({ path: '/address' }, { port, address: '127.0.0.9' })).head, '127.0.0.9');
  });

  it('is tried once more when a kept connection was closed meanwhile, and only then', async () => {
    const agent = new Agent({ keepAlive: true });
    assert.equal((await exchange({ path: '/whole' }, { port, agent })).ending, 'whole');
    const second = exchange({ path: '/whole' }, { port, agent });
    server.closeIdleConnections();
    assert.equal((await second).ending, 'whole');
    assert.equal((await exchange({ path: '/none' }, { port, agent: new Agent() })).ending, 'none');
    agent.destroy();
  });
});
