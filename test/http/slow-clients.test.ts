import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { sharedServer, type Server } from '../support/server.js';

interface Cut {
  readonly afterMs: number;
  readonly received: string;
}

/** Opens a connection, lets `send` write on it, and waits until the server closes it. */
function untilCut({ port }: Server, send: (socket: Socket) => void): Promise<Cut> {
  const started = performance.now();
  let received = '';
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      send(socket);
    });
    socket.on('data', part => (received += part.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve({ afterMs: performance.now() - started, received });
    });
  });
}

/** Writes a header now and then, and never the end of the block. */
function drip(socket: Socket): void {
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
  const timer = setInterval(() => {
    socket.write('X-Slow: 1\r\n');
  }, 500);
  socket.on('close', () => {
    clearInterval(timer);
  });
}

describe('slow and idle clients', () => {
  let server: Server;
  let slow: Promise<Cut>;
  let silent: Promise<Cut>;
  let kept: Promise<Cut>;
  const idle: Socket[] = [];

  // All wait at the same time: the longest bound is that of the headers, 10 s.
  before(async () => {
    server = await sharedServer();
    slow = untilCut(server, drip);
    silent = untilCut(server, () => undefined);
    kept = untilCut(server, socket => socket.write('GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    await Promise.all(
      Array.from({ length: 600 }, () => {
        const socket = connect(server.port, '127.0.0.1');
        idle.push(socket);
        socket.on('error', () => undefined).resume();
        return new Promise(resolve => socket.once('connect', resolve));
      }),
    );
  });

  it('do no harm when there are 600: a page answers within a second', async () => {
    const open = idle.filter(({ readyState }) => readyState === 'open').length;
    assert.ok(open > 500, String(open));
    const started = performance.now();
    assert.equal((await server.ask('/health')).status, 200);
    assert.equal((await server.ask('/commons/openstreetmap')).status, 200);
    assert.ok(performance.now() - started < 1_000);
  });

  it('are cut after a few seconds when a kept connection stays idle', async () => {
    const { afterMs, received } = await kept;
    assert.match(received, /^HTTP\/1\.1 200 /);
    assert.ok(afterMs < 9_000, String(afterMs));
  });

  it('are cut when their headers take more than 10 s', async () => {
    const { afterMs, received } = await slow;
    assert.ok(afterMs > 9_000 && afterMs < 16_000, String(afterMs));
    assert.match(received, /^(HTTP\/1\.1 408 |$)/);
  });

  it('are cut when they say nothing at all', async () => {
    const { afterMs } = await silent;
    assert.ok(afterMs < 16_000, String(afterMs));
    await Promise.all(
      idle.map(socket => (socket.closed ? undefined : new Promise(resolve => socket.once('close', resolve)))),
    );
    assert.equal((await server.ask('/health')).status, 200);
  });
});

describe('malformed HTTP', () => {
  const requests: readonly (readonly [name: string, text: string, answer: RegExp])[] = [
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['an address beyond 16 kB', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, /^HTTP\/1\.1 414 /],
    [
      'an address of 90 kB',
      `GET /sparql?query=${'%20'.repeat(30_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      /^HTTP\/1\.1 414 /,
    ],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'two lengths (request smuggling)',
      'POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nASK{}',
      /^HTTP\/1\.1 400 /,
    ],
    [
      'a length and chunks (request smuggling)',
      'POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1\.1 400 /,
    ],
    [
      'a chunk without a length',
      'POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n',
      /^HTTP\/1\.1 400 /,
    ],
    ['another protocol', '\u0016\u0003\u0001\u0002', /^HTTP\/1\.1 400 /],
    [
      'headers beyond 16 kB',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      /^HTTP\/1\.1 431 /,
    ],
    ['a method that nobody knows', 'FROBNICATE / HTTP/1.1\r\nHost: a\r\n\r\n', /^HTTP\/1\.1 (400|405) /],
  ];
  for (const [name, text, answer] of requests)
    it(`${name} is refused`, async () => {
      const server = await sharedServer();
      const { received } = await untilCut(server, socket => socket.write(text, 'latin1'));
      assert.match(received, answer);
      assertProblem(received);
    });

  it('is told in French to those who name it', async () => {
    const text = `GET / HTTP/1.1\r\nHost: a\r\nAccept-Language: fr\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`;
    const { received } = await untilCut(await sharedServer(), socket => socket.write(text));
    assert.match(received, /Content-Language: fr\r\n/);
    assert.match(String(assertProblem(received)['detail']), /^Les en-têtes/);
  });

  it('within an answer under way cuts it, and adds nothing to it', async () => {
    const asked = 'GET /dump/register.nt HTTP/1.1\r\nHost: a\r\n\r\n';
    const { received } = await untilCut(await sharedServer(), socket => {
      socket.write(asked);
      socket.once('data', () => socket.write('no HTTP at all\r\n\r\n'));
    });
    assert.match(received, /^HTTP\/1\.1 200 /);
    assert.ok(!received.includes('problem+json'));
  });
});

/** The problem document that an answer is (RFC 9457), which other sites may read. */
function assertProblem(received: string): Record<string, unknown> {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  assert.match(head, /\r\nContent-Type: application\/problem\+json/i);
  assert.match(head, /\r\nAccess-Control-Allow-Origin: \*/i);
  assert.match(head, /\r\nConnection: close/i);
  const problem = JSON.parse(body) as Record<string, unknown>;
  assert.equal(problem['status'], Number(head.slice(9, 12)));
  assert.match(String(problem['detail']), /^.{20,}\.$/);
  return problem;
}
