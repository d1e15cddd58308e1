import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { listen, type Listening } from '../../src/http/server.js';

const host = '127.0.0.1';
const longGraceMs = 20_000;

/** Answers `/slow` in two halves, the second when it is let; everything else at once. */
class Halves {
  readonly #rest: (() => void)[] = [];

  readonly handle: RequestListener = ({ url }, response) => {
    if (url === '/waits') this.#rest.push(() => response.end('late'));
    else if (url === '/slow') {
      response.write('first ');
      this.#rest.push(() => response.end('second'));
    } else response.end('at once');
  };

  let(): void {
    for (const end of this.#rest.splice(0)) end();
  }
}

describe('a server that stops', () => {
  let halves: Halves;
  let server: Listening;
  let agent: Agent;

  beforeEach(async () => {
    halves = new Halves();
    server = await listen(halves.handle, { port: 0, host });
    agent = new Agent({ keepAlive: true });
  });
  afterEach(async () => {
    agent.destroy();
    await server.close(0);
  });

  const ask = async (path: string): Promise<IncomingMessage> => {
    const asked = request({ host, port: server.port, path, agent });
    asked.end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return response;
  };
  const textOf = async (response: IncomingMessage) => Buffer.concat(await response.toArray()).toString();
  const open = async (sent = ''): Promise<Socket> => {
    const socket = connect(server.port, host);
    await once(socket, 'connect');
    socket.on('error', () => undefined).write(sent);
    return socket;
  };

  it('takes no new connection', async () => {
    await server.close(longGraceMs);
    const [error] = (await once(connect(server.port, host), 'error')) as [NodeJS.ErrnoException];
    assert.equal(error.code, 'ECONNREFUSED');
  });

  it('lets an answer end that has begun, and its connection with it', async () => {
    const response = await ask('/slow');
    assert.equal(response.headers.connection, 'keep-alive');
    const closed = server.close(longGraceMs);
    await pause(50);
    const started = performance.now();
    halves.let();
    assert.equal(await textOf(response), 'first second');
    await closed;
    assert.ok(performance.now() - started < 3_000, 'before the connection would have been cut for idleness');
  });

  it('tells with an answer that has not begun that the connection ends', async () => {
    const asked = ask('/waits');
    await pause(50);
    const closed = server.close(longGraceMs);
    halves.let();
    const response = await asked;
    assert.equal(response.headers.connection, 'close');
    assert.equal(await textOf(response), 'late');
    await closed;
  });

  it('answers all that was asked on a connection before that ends', async () => {
    const socket = await open('GET /slow HTTP/1.1\r\nHost: x\r\n\r\nGET /next HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    const parts = socket.toArray();
    const closed = server.close(longGraceMs);
    await pause(50);
    halves.let();
    const text = Buffer.concat((await parts) as Buffer[]).toString();
    assert.match(text, /second\r\n0\r\n\r\nHTTP.*at once$/s);
    await closed;
  });

  it('does not wait for connections on which nothing is asked', async () => {
    const sockets = [await open(), await open('GET / HTTP/1.1\r\nHost')];
    const ends = sockets.map(socket => once(socket, 'close'));
    const started = performance.now();
    await server.close(longGraceMs);
    await Promise.all(ends);
    assert.ok(performance.now() - started < 5_000);
  });

  it('cuts what is left after the grace', async () => {
    const response = await ask('/slow');
    await server.close(100);
    await assert.rejects(textOf(response), { code: 'ECONNRESET' });
  });
});
