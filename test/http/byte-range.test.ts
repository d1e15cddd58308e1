import assert from 'node:assert/strict';
import { mediaType, type Answered } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

const path = '/dump/need.nt';

describe('parts of a file', () => {
  let server: Server;
  let whole: Answered;
  const ask = (range: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    server.ask(path, { method, headers: { range, ...headers } });
  before(async () => {
    server = await sharedServer();
    whole = await server.ask(path);
  });

  it('are told of with the whole, and when it was made', () => {
    assert.equal(whole.headers['accept-ranges'], 'bytes');
    assert.ok(Date.parse(String(whole.headers['last-modified'])) <= Date.now());
  });

  for (const [range, from, to] of [
    ['bytes=0-9', 0, 10],
    ['bytes=100-', 100, undefined],
    ['bytes=-7', -7, undefined],
    ['bytes=5-99999999999', 5, undefined],
  ] as const)
    it(`are what is asked for: ${range}`, async () => {
      const part = await ask(range, { 'accept-encoding': 'gzip, br' });
      const expected = whole.body.subarray(from, to);
      assert.equal(part.status, 206);
      assert.equal(part.headers['content-encoding'], undefined);
      assert.ok(part.body.equals(expected));
      const first = whole.body.byteLength + (from < 0 ? from : from - whole.body.byteLength);
      const last = first + expected.byteLength - 1;
      assert.equal(part.headers['content-range'], `bytes ${first}-${last}/${whole.body.byteLength}`);
      assert.equal(part.headers.etag, whole.headers.etag);
    });

  it('make the whole again, where a connection broke', async () => {
    const start = whole.body.subarray(0, 1_234);
    const rest = await ask('bytes=1234-', { 'if-range': String(whole.headers.etag) });
    assert.equal(rest.status, 206);
    assert.ok(Buffer.concat([start, rest.body]).equals(whole.body));
  });

  for (const [what, range, headers, method] of [
    ['of a file that changed', 'bytes=9-', { 'if-range': '"other"' }],
    ['of the packed file', 'bytes=9-', { 'if-range': '"x-gzip"' }],
    ['in several pieces', 'bytes=0-1,5-6', {}],
    ['in another unit', 'rows=0-1', {}],
    ['without sense', 'bytes=9-1', {}],
    ['by HEAD', 'bytes=0-1', {}, 'HEAD'],
  ] as const)
    it(`are the whole when they are asked for ${what}`, async () => {
      const answer = await ask(range, headers, method);
      assert.equal(answer.status, what === 'without sense' ? 416 : 200);
      if (answer.status === 200)
        assert.equal(Number(answer.headers['content-length']), whole.body.byteLength);
    });

  it('beyond the end are refused, with the length', async () => {
    const answer = await ask('bytes=99999999-');
    assert.deepEqual([answer.status, mediaType(answer)], [416, 'application/problem+json']);
    assert.equal(answer.headers['content-range'], `bytes */${whole.body.byteLength}`);
    assert.match(answer.text, new RegExp(`${whole.body.byteLength} bytes`));
  });

  it('are not sent to who has the file', async () => {
    assert.equal((await ask('bytes=0-9', { 'if-none-match': String(whole.headers.etag) })).status, 304);
  });
});
