import assert from 'node:assert/strict';
import type { Asked } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

const form = 'application/x-www-form-urlencoded';
const direct = 'application/sparql-query';
const query = 'SELECT ?x { VALUES ?x { "é" } }';
const expected = 'x\r\né\r\n';

const post = (contentType: string, body: Buffer): Asked => ({
  method: 'POST',
  headers: { 'content-type': contentType, accept: 'text/csv' },
  body,
});

describe('the encoding of a query', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  it('is UTF-8, with a byte order mark or without, said or not', async () => {
    const utf8 = Buffer.from(query);
    for (const body of [utf8, Buffer.from(`\ufeff${query}`)])
      for (const charset of ['', ';charset=UTF-8', '; charset="utf-8"', ';charset=utf8'])
        assert.deepEqual((await server.ask('/sparql', post(direct + charset, body))).text, expected);
  });

  it('is refused with 415 when it is said to be another', async () => {
    for (const [charset, body] of [
      ['ISO-8859-1', Buffer.from(query, 'latin1')],
      ['windows-1252', Buffer.from(query, 'latin1')],
      ['UTF-16', Buffer.from(`\ufeff${query}`, 'utf16le')],
      ['utf-16le', Buffer.from(query, 'utf16le')],
      ['UTF-8-mac', Buffer.from(query)],
    ] as const)
      for (const type of [direct, form]) {
        const { status, text } = await server.ask('/sparql', post(`${type}; charset=${charset}`, body));
        assert.equal(status, 415, `${type} ${charset}`);
        assert.ok(text.includes(charset) && !text.includes('\ufffd'));
      }
  });

  it('is refused with 400 when its bytes are not UTF-8', async () => {
    const bodies: readonly (readonly [string, Buffer])[] = [
      [direct, Buffer.from(query, 'latin1')],
      [direct, Buffer.from(`\ufeff${query}`, 'utf16le')],
      [direct, Buffer.from(query, 'utf16le')],
      [direct, Buffer.concat([Buffer.from('ASK { ?s ?p "'), Buffer.of(0xc3), Buffer.from('" }')])],
      [form, Buffer.from(`query=${query}`, 'latin1')],
      [form, Buffer.from(`query=${encodeURIComponent(query).replace('%C3%A9', '%E9')}`)],
      [form, Buffer.from('query=ASK%20%7B%20%3Fs%20%3Fp%20%22%ED%A0%80%22%20%7D')],
    ];
    for (const [type, body] of bodies) {
      const { status, text } = await server.ask('/sparql', post(type, body));
      assert.equal(status, 400, body.toString('latin1'));
      assert.ok(!text.includes('\ufffd'));
    }
  });

  it('is refused with 400 in an address, and the bytes are named', async () => {
    for (const bytes of ['%E9', '%C3', '%C3%28', '%FF%FE', '%F5%80%80%80', '%e9']) {
      const written = encodeURIComponent(query).replace('%C3%A9', bytes);
      const { status, text } = await server.ask(`/sparql?query=${written}`);
      assert.equal(status, 400, bytes);
      assert.match(text, /is not UTF-8/);
      assert.ok(!text.includes('\ufffd'));
    }
    const graph = await server.ask(`/sparql?query=ASK%7B%7D&default-graph-uri=http://e/%E9`);
    assert.equal(graph.status, 400);
  });

  it('leaves a percent sign alone that encodes nothing', async () => {
    const written = encodeURIComponent(query).replace('%C3%A9', '5%+a%');
    const { text } = await server.ask(`/sparql?query=${written}`, { headers: { accept: 'text/csv' } });
    assert.equal(text, 'x\r\n5% a%\r\n');
  });
});
