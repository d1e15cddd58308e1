import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { boundConnections, type ConnectionLimits } from '../../src/http/connections.js';
import { sendWhole } from '../../src/http/send-parts.js';
import { ask } from '../support/http.js';

const many: ConnectionLimits = {
  connections: 1_000,
  clientConnections: 1_000,
  sendStallMs: 60_000,
  sendRate: 0,
};
const large = Buffer.alloc(30_000_000, 'x');

describe('connections of a server', () => {
  let server: Server | undefined;
  const opened: Socket[] = [];

  afterEach(async () => {
    for (const socket of opened.splice(0)) socket.destroy();
    const closed = server && once(server, 'close');
    server?.close();
    server?.closeAllConnections();
    await closed;
  });

  async function serve(
    limits: Partial<ConnectionLimits>,
    handler: RequestListener = (_request, response) => response.end('here'),
    isTrusted?: (address: string) => boolean,
  ): Promise<number> {
    server = createServer({ keepAliveTimeout: 60_000 }, handler);
    boundConnections(server, { ...many, ...limits }, isTrusted);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  /** Opens a connection; what came of it is known a moment later. */
  function open(port: number, localAddress = '127.0.0.1'): Socket {
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    socket.on('error', () => undefined);
    opened.push(socket);
    return socket;
  }

  const alive = (sockets: readonly Socket[]) => sockets.filter(socket => !socket.destroyed).length;

  it('are at most so many of one address, and another address has its own', async () => {
    const port = await serve({ clientConnections: 3 });
    const sockets = Array.from({ length: 10 }, () => open(port).resume());
    await pause(200);
    assert.equal(alive(sockets), 3);
    const other = open(port, '127.0.0.2').resume();
    await pause(100);
    assert.equal(alive([other]), 1);
  });

  it('have their places back when they end', async () => {
    const port = await serve({ clientConnections: 2 });
    for (let round = 0; round < 5; round += 1) {
      const { text } = await ask(port, '/');
      assert.equal(text, 'here');
    }
  });

  it('of a trusted proxy are not counted', async () => {
    const port = await serve({ clientConnections: 1 }, undefined, address => address === '127.0.0.1');
    const sockets = Array.from({ length: 5 }, () => open(port).resume());
    await pause(100);
    assert.equal(alive(sockets), 5);
  });

  it('are at most so many of all together', async () => {
    const port = await serve({ connections: 4 });
    const sockets = Array.from({ length: 12 }, () => open(port).resume());
    await pause(200);
    assert.equal(alive(sockets), 4);
  });

  it('are cut when their reader stops', async () => {
    const port = await serve({ sendStallMs: 500 }, (_request, response) => void sendWhole(large, response));
    const socket = open(port);
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    socket.pause();
    const [{ socket: atServer }] = (await once(server!, 'request')) as [{ socket: Socket }];
    await once(atServer, 'close', { signal: AbortSignal.timeout(5_000) });
  });

  it('are cut when their reader is slower than the rate, and not when it is a little faster', async () => {
    const port = await serve(
      { sendStallMs: 1_000, sendRate: 20_000_000 },
      (_request, response) => void sendWhole(large, response),
    );
    const slow = open(port);
    slow.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    let taken = 0;
    slow.on('data', (part: Buffer) => {
      taken += part.length;
      slow.pause();
      setTimeout(() => slow.resume(), 50).unref();
    });
    const [{ socket: atServer }] = (await once(server!, 'request')) as [{ socket: Socket }];
    await once(atServer, 'close', { signal: AbortSignal.timeout(10_000) });
    assert.ok(taken < large.length);
    assert.equal((await ask(port, '/')).text.length, large.length);
  });

  it('are left alone while an answer is being made', async () => {
    const port = await serve({ sendStallMs: 200, sendRate: 1_000_000 }, (_request, response) => {
      setTimeout(() => response.end('late'), 1_500);
    });
    assert.equal((await ask(port, '/')).text, 'late');
  });

  it('are closed when they are idle', async () => {
    const port = await serve({ sendStallMs: 300 });
    const socket = open(port).resume();
    await once(socket, 'close', { signal: AbortSignal.timeout(5_000) });
  });
});
