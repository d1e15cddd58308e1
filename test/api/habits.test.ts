import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { kinds } from '../../src/register/kinds.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { mediaType } from '../support/http.js';
import { get, getJson, lineOf, linkOf, pathOf, ready, storedTriples, triplesOf } from './support.js';

interface List {
  readonly totalItems: number;
  readonly view: Readonly<Record<string, string>>;
  readonly member: readonly { readonly id: string }[];
}

const ids = ({ member }: List) => member.map(({ id }) => id);

describe('what clients of other APIs send', () => {
  before(ready);

  it('limit is size, and offset a place to begin at', async () => {
    const whole = ids(await getJson<List>('/api/commons?size=500'));
    assert.deepEqual(ids(await getJson<List>('/api/commons?limit=7')), whole.slice(0, 7));
    assert.deepEqual(ids(await getJson<List>('/api/commons?limit=7&offset=5')), whole.slice(5, 12));
    assert.deepEqual(ids(await getJson<List>('/api/commons?offset=190')), whole.slice(190));
    const { view } = await getJson<List>('/api/commons?limit=7&offset=7&theme=open-data');
    assert.equal(pathOf(view['next'] ?? ''), '/api/commons?theme=open-data&limit=7&offset=14');
    assert.equal(pathOf(view['previous'] ?? ''), '/api/commons?theme=open-data&limit=7&offset=0');
    const beyond = await getJson<List>('/api/commons?offset=5000');
    assert.deepEqual([beyond.member, beyond.totalItems], [[], whole.length]);
  });

  for (const [query, parameter] of [
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=5&size=6', 'limit'],
    ['offset=-1', 'offset'],
    ['offset=2&page=2', 'offset'],
    ['offset=x', 'offset'],
    ['format=docx', 'format'],
    ['formatt=csv', 'formatt'],
    ['limits=5', 'limits'],
  ] as const)
    it(`${query} is refused by its name`, async () => {
      const { status, text } = await get(`/api/commons?${query}`);
      assert.equal(status, 400);
      assert.equal((JSON.parse(text) as { parameter: string }).parameter, parameter);
    });

  for (const [name, type] of [
    ['json', 'application/ld+json'],
    ['jsonld', 'application/ld+json'],
    ['application/json', 'application/ld+json'],
    ['ttl', 'text/turtle'],
    ['turtle', 'text/turtle'],
    ['text/turtle', 'text/turtle'],
    ['rdf', 'application/rdf+xml'],
    ['nt', 'application/n-triples'],
    ['csv', 'text/csv'],
    ['CSV', 'text/csv'],
    ['geojson', 'application/geo+json'],
  ] as const)
    it(`format=${name} is ${type}, whatever is accepted`, async () => {
      const asked = `format=${encodeURIComponent(name)}`;
      for (const path of [`/api/commons?size=2&${asked}`, `/commons?size=2&${asked}`]) {
        const answer = await get(path, { accept: 'text/html' });
        assert.equal(answer.status, 200, path);
        assert.equal(mediaType(answer), type, path);
      }
      if (type === 'text/csv' || type === 'application/geo+json') return;
      assert.equal(mediaType(await get(`/api/commons/openstreetmap?${asked}`)), type);
    });

  it('a page ignores what it does not know', async () => {
    const plain = await get('/commons', { accept: 'text/html' });
    for (const query of ['utm_source=x', 'format=docx', 'debug=1', 'themes=water', 'fbclid=a&gclid=b'])
      assert.equal((await get(`/commons?${query}`, { accept: 'text/html' })).text, plain.text, query);
    for (const accept of ['text/csv', 'text/turtle'])
      assert.equal((await get('/commons?utm_source=x', { accept })).status, 200);
  });
});

describe('lists in other formats than JSON-LD', () => {
  before(ready);

  it('say in RDF what the cards say', async () => {
    const stored = await storedTriples();
    for (const kind of kinds)
      for (const format of ['turtle', 'ntriples', 'rdfxml'] as const) {
        const { text } = await get(`/api/${kind}?format=${format}&size=20`);
        const said = new Set((await parseRdf(text, { format, base: 'urn:base' })).map(lineOf));
        assert.deepEqual(
          said,
          await triplesOf((await get(`/api/${kind}?size=20`)).text),
          `${kind} ${format}`,
        );
        assert.ok([...said].every(triple => stored.has(triple)));
      }
  });

  it('are whole where they cannot say that they are a part, and parts where one is asked for', async () => {
    const rows = async (path: string) => {
      const answer = await get(path);
      return {
        count: (parse(answer.text, { bom: true, columns: true }) as unknown[]).length,
        link: linkOf(answer),
      };
    };
    const { totalItems } = await getJson<List>('/api/commons');
    for (const path of ['/api/commons?format=csv', '/commons?format=csv', '/commons.csv']) {
      assert.equal((await rows(path)).count, totalItems, path);
      const part = await rows(`${path}${path.includes('?') ? '&' : '?'}size=4&page=2`);
      assert.equal(part.count, 4, path);
      const next = /<([^>]*)>; rel="next"/.exec(part.link)?.[1] ?? '';
      assert.match(next, /size=4&page=3/);
      assert.equal((await rows(pathOf(next))).count, 4, next);
    }
  });
});
