import assert from 'node:assert/strict';
import type { Problem } from '../../src/errors.js';
import { widestLimits } from '../../src/limits.js';
import { parseQuery } from '../../src/sparql/parse.js';
import { hostilePages } from './hostile-pages.js';
import { hostileQueries } from './hostile-queries.js';

/** What the parser says against a query. */
function refusalOf(query: string): string | undefined {
  try {
    parseQuery(query, 'http://localhost/', widestLimits);
    return undefined;
  } catch (error) {
    return (error as Problem).kind;
  }
}

describe('the hostile tables', () => {
  const all = [...hostileQueries, ...hostilePages];

  it('hold at least 60 queries and 20 requests to pages', () => {
    assert.ok(hostileQueries.length >= 60, String(hostileQueries.length));
    assert.ok(hostilePages.length >= 20, String(hostilePages.length));
  });

  it('name each request once', () => {
    const names = all.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
  });

  // A slip of the pen would be refused at once, and attack nothing. Large ones are left to the server.
  it('are SPARQL, those that go into an address', () => {
    const short = hostileQueries.filter(({ method }) => method !== 'POST');
    for (const { name, path } of short) {
      const text = new URL(path, 'http://localhost').searchParams.get('query') ?? '';
      assert.notEqual(refusalOf(text), 'syntax-error', name);
    }
    assert.ok(short.length > 100);
  });

  // Beyond 16 kB of headers the request is refused before it reaches the register, and attacks nothing.
  it('ask what comes as far as the register', () => {
    for (const { name, path, headers = {} } of all) {
      const size = path.length + Object.entries(headers).flat().join('').length;
      assert.ok(size < 15_500, `${name}: ${String(size)}`);
      assert.match(path, /^\/[!-~]*$/, name);
    }
  });

  it('have bodies within the limit of a query, but those that are to be refused', () => {
    for (const { name, method, path, body = '', allowed } of all)
      if (method === 'POST' && path.startsWith('/sparql') && allowed.join() !== 'refusal')
        assert.ok(Buffer.byteLength(body) <= 300_000, `${name}: ${String(Buffer.byteLength(body))}`);
  });
});
