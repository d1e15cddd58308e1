import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Asked } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

const form = 'application/x-www-form-urlencoded';
const direct = 'application/sparql-query';

const post = (contentType: string, body: string | Buffer, headers: Asked['headers'] = {}): Asked => ({
  method: 'POST',
  headers: { 'content-type': contentType, ...headers },
  body,
});

describe('bodies sent to the SPARQL endpoint', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  it('refuses bodies of another type with 415, naming those it takes', async () => {
    for (const type of [
      'application/json',
      'text/plain',
      'application/sparql-update',
      'multipart/form-data; boundary=x',
      'nonsense',
    ]) {
      const answer = await server.ask('/sparql', post(type, 'ASK {}'));
      assert.equal(answer.status, 415, type);
      assert.deepEqual((JSON.parse(answer.text) as { supported: unknown }).supported, [direct, form]);
    }
    assert.equal((await server.ask('/sparql', { method: 'POST' })).status, 415);
  });

  it('refuses compressed bodies and other charsets with 415', async () => {
    for (const encoding of ['gzip', 'deflate', 'br', 'identity, gzip']) {
      const asked = post(direct, gzipSync('ASK {}'), { 'content-encoding': encoding });
      assert.equal((await server.ask('/sparql', asked)).status, 415, encoding);
    }
    assert.equal((await server.ask('/sparql', post(`${direct}; charset=x-none`, 'ASK {}'))).status, 415);
  });

  it('takes a query of 290 kB and refuses one of more than 300 kB with 413', async () => {
    const padded = (length: number) => `ASK {} #${'x'.repeat(length - 8)}`;
    assert.equal((await server.ask('/sparql', post(direct, padded(290_000)))).status, 200);
    for (const asked of [post(direct, padded(300_001)), post(form, `query=${padded(310_000)}`)]) {
      const answer = await server.ask('/sparql', asked);
      assert.equal(answer.status, 413);
      assert.match((JSON.parse(answer.text) as { detail: string }).detail, /300 ?kB|300000/);
    }
  });

  /** Sends a header block alone, as written, and gives the first bytes that come back. */
  const firstAnswer = (headers: readonly string[]) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(['POST /sparql HTTP/1.1', 'Host: localhost', ...headers, '', ''].join('\r\n'));
      });
      socket.setTimeout(4_000, () => {
        socket.destroy(new Error('no answer before the body'));
      });
      socket.on('error', reject);
      socket.once('data', part => {
        socket.destroy();
        resolve(part.toString('latin1'));
      });
    });

  it('answers 415 and 413 before the body is read', async () => {
    const tooLong = ['Content-Type: application/sparql-query', 'Content-Length: 9000000'];
    assert.match(
      await firstAnswer(['Content-Type: application/json', 'Content-Length: 100']),
      /^HTTP\/1\.1 415 /,
    );
    assert.match(await firstAnswer(tooLong), /^HTTP\/1\.1 413 /);
    const compressed = [
      'Content-Type: application/sparql-query',
      'Content-Encoding: gzip',
      'Content-Length: 100',
    ];
    assert.match(await firstAnswer(compressed), /^HTTP\/1\.1 415 /);
  });

  it('asks for the body only where it will be read (Expect: 100-continue)', async () => {
    const expect = 'Expect: 100-continue';
    const good = ['Content-Type: application/sparql-query', 'Content-Length: 6', expect];
    assert.match(await firstAnswer(good), /^HTTP\/1\.1 100 /);
    assert.match(
      await firstAnswer(['Content-Type: text/plain', 'Content-Length: 6', expect]),
      /^HTTP\/1\.1 415 /,
    );
    const tooLong = ['Content-Type: application/sparql-query', 'Content-Length: 9000000', expect];
    assert.match(await firstAnswer(tooLong), /^HTTP\/1\.1 413 /);
  });
});
