import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createApp } from '../../src/http/app.js';
import { Budget } from '../../src/http/budget.js';
import type { HttpContext } from '../../src/http/context.js';
import { ask, browserAccepts, sparqlPath, type Answered } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

const light = sparqlPath('ASK {}');

let asked = 0;

/** A query that takes a few milliseconds, another one each time: answers that are kept cost nothing. */
const some = () => sparqlPath(`SELECT * { ?s ?p ?o } LIMIT ${2_000 + (asked += 1)}`);

const typeOf = ({ text }: Answered) => (JSON.parse(text) as { type: string }).type;

describe('limits of one client', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  /** Asks an app over the shared register, with some of its parts changed. */
  async function asking<T>(changed: Partial<HttpContext>, use: (port: number) => Promise<T>): Promise<T> {
    const listening = createServer(createApp({ ...server.house.context, ...changed })).listen(0, '127.0.0.1');
    await once(listening, 'listening');
    try {
      return await use((listening.address() as AddressInfo).port);
    } finally {
      listening.close();
    }
  }

  const forwarded = (by: string) => ({ headers: { 'x-forwarded-for': by } });

  it('are told with every answer, in the terms of the RateLimit header fields', () =>
    asking({ queryBudget: new Budget(60_000, 500) }, async port => {
      const query = await ask(port, light);
      assert.equal(query.headers['ratelimit-policy'], '"queries";q=60000;w=120;qu="cpu-ms"');
      assert.match(String(query.headers['ratelimit']), /^"queries";r=\d+;t=\d+$/);
      const page = await ask(port, '/about');
      assert.match(String(page.headers['ratelimit-policy']), /^"pages";q=\d+;w=\d+;qu="cpu-ms"$/);
    }));

  it('stop pages of one who used up their time, in the language of the reader, and not its queries', () =>
    asking({ pageBudget: new Budget(0.5, 0.1) }, async port => {
      assert.equal((await ask(port, '/commons')).status, 200);
      const refused = await ask(port, '/commons');
      assert.equal(refused.status, 429);
      assert.equal(typeOf(refused), 'https://w3id.org/communaux/problem/too-many-pages');
      assert.ok(Number(refused.headers['retry-after']) >= 1);
      const page = await ask(port, '/commons', {
        headers: { accept: browserAccepts[0], 'accept-language': 'fr' },
      });
      assert.match(page.text, /pour un client\. Attendez un peu/);
      assert.equal((await ask(port, light)).status, 200);
      assert.equal((await ask(port, '/health')).status, 200);
    }));

  it('tell clients apart behind a trusted proxy', () =>
    asking({ queryBudget: new Budget(1, 0.01), trustedProxies: ['127.0.0.1'] }, async port => {
      assert.equal((await ask(port, some(), forwarded('203.0.113.1'))).status, 200);
      assert.equal((await ask(port, some(), forwarded('203.0.113.1'))).status, 429);
      assert.equal((await ask(port, some(), forwarded('203.0.113.2'))).status, 200);
      // What the client itself wrote stands before what the proxy added.
      assert.equal((await ask(port, some(), forwarded('203.0.113.9, 203.0.113.1'))).status, 429);
    }));

  it('take no header of anyone else for an address', () =>
    asking({ queryBudget: new Budget(1, 0.01), trustedProxies: ['192.0.2.1'] }, async port => {
      assert.equal((await ask(port, some(), forwarded('203.0.113.1'))).status, 200);
      assert.equal((await ask(port, some(), forwarded('203.0.113.2'))).status, 429);
    }));
});

describe('a request of two hosts', () => {
  it('is refused', async () => {
    const { port } = await sharedServer();
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\nConnection: close\r\n\r\n');
    let received = '';
    for await (const part of socket) received += String(part);
    assert.match(received, /^HTTP\/1\.1 400 [^]*more than one Host header/);
  });
});

describe('an answer over HTTP/1.0', () => {
  /** All that the server sends, and how the connection ended. */
  async function raw(
    path: string,
    version = '1.0',
    fields: readonly string[] = [],
  ): Promise<{ received: string; end: string }> {
    const { port } = await sharedServer();
    const socket = connect(port, '127.0.0.1');
    const head = [
      `GET ${path} HTTP/${version}`,
      'Host: a',
      'Accept: text/csv',
      'Connection: close',
      ...fields,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    let received = '';
    socket.on('data', part => (received += part.toString('latin1')));
    const end = await new Promise<string>(resolve => {
      socket.on('end', () => {
        resolve('end');
      });
      socket.on('error', (error: NodeJS.ErrnoException) => {
        resolve(String(error.code));
      });
    });
    return { received, end };
  }

  it('comes with its length', async () => {
    const { received } = await raw(sparqlPath('SELECT * { ?s ?p ?o } LIMIT 20000'));
    const [head = '', body = ''] = received.split('\r\n\r\n', 2);
    assert.match(head, /^HTTP\/1\.1 200 /);
    assert.equal(Number(/content-length: (\d+)/i.exec(head)?.[1]), body.length);
    assert.equal(body.trimEnd().split('\r\n').length, 20_001);
  });

  for (const via of ['HTTP/1.0 nginx', '1.1 inner, 1.0 a.example (Apache)'])
    it(`comes with its length to a proxy whose client speaks it (Via: ${via})`, async () => {
      const path = sparqlPath('SELECT * { ?s ?p ?o } LIMIT 20000');
      assert.match((await raw(path, '1.1', [`Via: ${via}`])).received, /^HTTP[^]*\r\ncontent-length: \d{6}/i);
      const newer = await raw(path, '1.1', ['Via: HTTP/1.1 nginx, 2.0 b']);
      assert.match(newer.received, /^HTTP[^]*\r\ntransfer-encoding: chunked\r\n/i);
    });

  it('that is larger than the bound is refused, and never looks whole', async () => {
    const { received } = await raw(sparqlPath('SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 200000'));
    assert.match(received, /^HTTP\/1\.1 (503|422) /);
    assert.match(received, /100000 rows/);
  });
});
