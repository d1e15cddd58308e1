import assert from 'node:assert/strict';
import { editorFiles, editorPaths } from '../../src/http/editor-files.js';
import { ask, browserAccepts, mediaType } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

const html = { accept: browserAccepts[0] };
const query = 'SELECT * { ?s ?p "</textarea><script>" }';

describe('what the SPARQL editor is made of', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const { path } of editorFiles)
    it(`/${path}: once and for all, compressed or not`, async () => {
      const plain = await server.ask(`/${path}`);
      const packed = await server.ask(`/${path}`, { headers: { 'accept-encoding': 'gzip' } });
      assert.deepEqual([plain.status, packed.status], [200, 200]);
      assert.equal(mediaType(plain), path.endsWith('.css') ? 'text/css' : 'text/javascript');
      for (const { headers } of [plain, packed]) {
        assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
      }
      assert.equal(plain.headers['content-encoding'], undefined);
      const isPacked = Number(plain.headers['content-length']) >= 1_000;
      assert.equal(packed.headers['content-encoding'], isPacked ? 'gzip' : undefined);
      assert.equal(plain.headers.etag !== packed.headers.etag, isPacked);
      assert.ok(Number(packed.headers['content-length']) <= Number(plain.headers['content-length']));
      assert.doesNotMatch(plain.text, /sourceMappingURL/);
      const known = await server.ask(`/${path}`, {
        headers: { 'if-none-match': String(plain.headers.etag) },
      });
      assert.deepEqual([known.status, known.text], [304, '']);
    });

  it('serves no source map and nothing else of its packages', async () => {
    for (const path of [
      `${editorPaths.yasgui}.map`,
      `${editorPaths.script}.map`,
      editorPaths.yasgui.replace('yasgui.min.js', 'yasgui.esm.js'),
      editorPaths.yasgui.replace('yasgui.min.js', '..%2fpackage.json'),
    ])
      assert.equal((await ask(server.port, `/${path}`)).status, 404, path);
  });

  it('lets scripts and requests of this origin into the page with the editor, and into no other answer', async () => {
    const policyOf = async (path: string) => {
      const { headers } = await server.ask(path, { headers: html });
      const directives = String(headers['content-security-policy']).split(';');
      return Object.fromEntries(
        directives.map(directive => directive.trim().split(/ (.*)/s, 2) as [string, string]),
      );
    };
    for (const path of ['/sparql', `/sparql?${new URLSearchParams({ edit: '1', query }).toString()}`]) {
      const { 'style-src': styles, ...policy } = await policyOf(path);
      assert.deepEqual(policy, {
        'default-src': "'none'",
        'img-src': "'self'",
        'font-src': "'self'",
        'form-action': "'self'",
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
        'script-src': "'self'",
        'connect-src': "'self'",
      });
      assert.match(String(styles), /^'self' 'unsafe-hashes'( 'sha256-[\w+/]{43}='){2}$/);
    }
    for (const path of ['/', '/action', '/nowhere', '/sparql?query=ASK%7B%7D', '/sparql?query=x'])
      assert.equal((await policyOf(path))['script-src'], undefined, path);
  });

  it('shows a query in the form, and does not run it', async () => {
    const path = `/sparql?${new URLSearchParams({ edit: '1', query }).toString()}`;
    const page = await server.ask(path, { headers: html });
    assert.equal(mediaType(page), 'text/html');
    assert.match(page.text, /SELECT \* \{ \?s \?p &quot;&lt;\/textarea>&lt;script>&quot; \}<\/textarea>/);
    assert.equal((await server.ask(path, { headers: { accept: 'text/csv' } })).status, 406);
  });

  it("offers prefixes, classes, properties and concepts to complete from, in the reader's language", async () => {
    const [french, english] = await Promise.all(
      ['fr', 'en'].map(async lang => {
        const answer = await server.ask(`/sparql/terms?lang=${lang}`);
        assert.equal(mediaType(answer), 'application/json');
        assert.equal(answer.headers['content-language'], lang);
        return JSON.parse(answer.text) as {
          prefixes: Record<string, string>;
          terms: { iri: string; sort: string; label?: string }[];
        };
      }),
    );
    assert.ok(french && english);
    assert.equal(french.prefixes['pac'], 'https://w3id.org/communaux/pac#');
    assert.equal(french.prefixes['commons'], 'http://localhost:3000/id/commons/');
    assert.equal(french.prefixes['action-type'], 'https://w3id.org/communaux/vocabulary/action-type#');
    const find = (iri: string, { terms }: typeof french) => terms.filter(term => term.iri === iri);
    const action = 'https://w3id.org/communaux/pac#PublicAction';
    assert.deepEqual(find(action, french), [{ iri: action, sort: 'class', label: 'action publique' }]);
    assert.deepEqual(find(action, english), [{ iri: action, sort: 'class', label: 'public action' }]);
    const funder = 'https://w3id.org/communaux/vocabulary/role#funder';
    assert.equal(find(funder, french)[0]?.sort, 'concept');
    const title = 'http://purl.org/dc/terms/title';
    assert.equal(find(title, english)[0]?.sort, 'property');
    assert.equal(new Set(french.terms.map(({ iri }) => iri)).size, french.terms.length);
    assert.ok(french.terms.length > 200);
  });
});
