import assert from 'node:assert/strict';
import { get } from 'node:http';
import { brotliDecompressSync, createGunzip, gunzipSync } from 'node:zlib';
import { mediaType, sparqlPath, type Answered } from '../support/http.js';
import { sharedServer, startServer, type Server } from '../support/server.js';

const unpack = { br: brotliDecompressSync, gzip: gunzipSync } as const;
const many = 'SELECT * { ?s ?p ?o } LIMIT 20000';
const paths = [
  ...['/', '/commons', '/commons/openstreetmap', '/commons.csv', '/event.ics', '/commons/openstreetmap.ttl'],
  ...['/api/commons', '/api/openapi.json', '/catalog.ttl', '/dump/need.nt', '/ontology', '/assets/style.css'],
  ...['/sparql/terms', sparqlPath(many, { format: 'json' }), sparqlPath('SELECT * { ?s ?p ?o } LIMIT 30')],
];

describe('compressed answers', () => {
  let server: Server;
  const ask = (path: string, coding?: string, headers: Readonly<Record<string, string>> = {}) =>
    server.ask(path, {
      headers: { ...headers, ...(coding === undefined ? {} : { 'accept-encoding': coding }) },
    });
  const codingOf = ({ headers }: Answered) => headers['content-encoding'];
  before(async () => {
    server = await sharedServer();
  });

  for (const path of paths)
    it(`are the same when unpacked: ${path.slice(0, 60)}`, async () => {
      const plain = await ask(path);
      assert.equal(plain.status, 200, plain.text);
      assert.equal(codingOf(plain), undefined);
      for (const coding of ['gzip', 'br'] as const) {
        const packed = await ask(path, coding);
        // Parts that are sent as they come are packed as gzip only.
        if (coding === 'br' && codingOf(packed) === undefined && path.includes('20000')) continue;
        assert.equal(codingOf(packed), coding);
        assert.ok(unpack[coding](packed.body).equals(plain.body));
        assert.ok(packed.body.byteLength < plain.body.byteLength / 2);
        assert.equal(mediaType(packed), mediaType(plain));
        for (const { headers } of [plain, packed]) assert.match(String(headers.vary), /\bAccept-Encoding\b/);
      }
    });

  it('have a tag for each coding, each of which is known again', async () => {
    for (const path of ['/commons', '/dump/need.nt', '/api/commons']) {
      const answers = await Promise.all([undefined, 'gzip', 'br'].map(coding => ask(path, coding)));
      assert.equal(new Set(answers.map(({ headers }) => headers.etag)).size, 3);
      for (const [at, coding] of [undefined, 'gzip', 'br'].entries()) {
        const again = await ask(path, coding, { 'if-none-match': String(answers[at]?.headers.etag) });
        assert.deepEqual([again.status, again.text, codingOf(again)], [304, '', undefined]);
        const other = await ask(path, coding, {
          'if-none-match': String(answers[(at + 1) % 3]?.headers.etag),
        });
        assert.equal(other.status, 200);
      }
    }
  });

  it('are told of by HEAD as by GET', async () => {
    for (const path of ['/dump/need.nt', '/commons']) {
      const headers = { 'accept-encoding': 'gzip' };
      const [got, head] = await Promise.all([
        server.ask(path, { headers }),
        server.ask(path, { method: 'HEAD', headers }),
      ]);
      assert.equal(codingOf(head), 'gzip');
      assert.equal(Number(head.headers['content-length']), got.body.byteLength);
    }
  });

  it('are what the client takes, and likes best', async () => {
    for (const [said, coding] of [
      ['gzip, deflate, br', /^(gzip|br)$/],
      ['gzip;q=0.1, br;q=0.9', /^br$/],
      ['gzip;q=0, br;q=0', /^undefined$/],
      ['identity', /^undefined$/],
      ['deflate, zstd', /^undefined$/],
      ['*', /^(gzip|br)$/],
      ['nonsense;;q=x', /^undefined$/],
    ] as const)
      assert.match(String(codingOf(await ask('/commons', said))), coding, said);
  });

  it('leave alone what is short, and what is refused', async () => {
    for (const path of [sparqlPath('ASK {}'), '/health', '/nowhere', sparqlPath('nonsense'), '/robots.txt'])
      assert.equal(codingOf(await ask(path, 'gzip, br')), undefined, path);
    const refused = await ask(sparqlPath('SELECT (REPLACE("a", "(", "b") AS ?x) {}'), 'gzip');
    assert.equal(codingOf(refused), undefined);
  });

  it('come as they are made where there is no room to keep them back, and are cut visibly when they cannot be finished', async () => {
    const cramped = await startServer({ unsentMb: 1 });
    const endless = sparqlPath('SELECT * { ?a ?b ?c . ?d ?e ?f }', { format: 'csv' });
    const headers = { 'accept-encoding': 'gzip' };
    const first = await new Promise<string>((resolve, reject) => {
      const asked = get({ port: cramped.port, path: endless, headers }, response => {
        response.pipe(createGunzip()).once('data', (rows: Buffer) => {
          asked.destroy();
          resolve(rows.toString());
        });
      });
      asked.on('error', reject);
    });
    assert.match(first, /^a,b,c,d,e,f\r\n/);
    await assert.rejects(cramped.ask(endless, { headers }), { code: 'ECONNRESET' });
  });
});
