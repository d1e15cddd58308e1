import assert from 'node:assert/strict';
import { mediaType } from '../support/http.js';
import { sharedServer } from '../support/server.js';
import { get, getJson, pathOf, ready, storedTriples, triplesOf } from './support.js';

interface List {
  readonly totalItems: number;
  readonly view: Readonly<Record<string, string>>;
  readonly member: readonly { readonly id: string }[];
}

const ids = ({ member }: List) => member.map(({ id }) => pathOf(id).replace('/id/', ''));

describe('a search over the API', () => {
  before(ready);

  for (const q of ['adresse', "l'accessibilité", 'osm', 'zzzqqq', ''])
    it(`finds what the search page finds, the best first: ${q || 'no words'}`, async () => {
      const { register } = (await sharedServer()).house;
      const query = new URLSearchParams({ q, size: '500' }).toString();
      const list = await getJson<List>(`/api/search?${query}`);
      const view = await register.search(q, 'fr');
      assert.equal(list.totalItems, view.total);
      assert.deepEqual(
        ids(list).slice(0, view.items.length),
        view.items.map(({ path }) => path),
      );
    });

  it('gives the cards of the lists, page by page', async () => {
    const list = await getJson<List>('/api/search?q=adresse&size=2&page=2&lang=fr');
    assert.equal(list.member.length, 2);
    const next = await getJson<List>(pathOf(list.view['next'] ?? ''));
    assert.equal(pathOf(next.view['previous'] ?? ''), pathOf(list.view['id'] ?? ''));
    const [first] = (await getJson<List>('/api/search?q=base+adresse+nationale')).member;
    const card = (await getJson<List>('/api/commons?q=base+adresse+nationale')).member[0];
    assert.deepEqual(first, card);
    const stored = await storedTriples();
    const said = await triplesOf((await get('/api/search?q=adresse')).text);
    assert.ok(said.size > 10 && [...said].every(triple => stored.has(triple)));
  });

  it('keeps to the kinds asked for', async () => {
    const some = await getJson<List>('/api/search?q=eau&kind=commons&kind=action&limit=500');
    const all = await getJson<List>('/api/search?q=eau&limit=500');
    assert.deepEqual(
      ids(some),
      ids(all).filter(path => /^(commons|action)\//.test(path)),
    );
  });

  for (const [query, parameter] of [
    ['q=eau&kinds=commons', 'kinds'],
    ['q=eau&kind=common', 'kind'],
    ['q=a&q=b', 'q'],
    [`q=${'x'.repeat(201)}`, 'q'],
    ['q=eau&page=0', 'page'],
    ['q=eau&format=csv', 'format'],
  ] as const)
    it(`refuses ${query.slice(0, 30)} by its name`, async () => {
      const { status, text } = await get(`/api/search?${query}`);
      assert.equal(status, 400);
      assert.equal((JSON.parse(text) as { parameter: string }).parameter, parameter);
    });

  it('is what the search page answers programs, too, and a page for readers', async () => {
    const json = await get('/search?q=adresse&utm_source=x', { accept: 'application/json' });
    assert.deepEqual(JSON.parse(json.text), await getJson('/api/search?q=adresse'));
    assert.equal(mediaType(await get('/search?q=adresse', { accept: '*/*' })), 'text/html');
    const { available } = JSON.parse((await get('/search?q=a', { accept: 'image/png' })).text) as {
      available: string[];
    };
    assert.deepEqual(available, ['text/html', 'application/ld+json']);
    assert.equal((await getJson<{ search: string }>('/api')).search, 'http://localhost:3000/api/search');
  });
});
