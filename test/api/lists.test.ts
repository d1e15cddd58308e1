import assert from 'node:assert/strict';
import { kinds } from '../../src/register/kinds.js';
import { sharedServer } from '../support/server.js';
import { get, getJson, linkOf, pathOf, ready, storedTriples, triplesOf } from './support.js';

interface List {
  readonly totalItems: number;
  readonly view: Readonly<Record<string, string>>;
  readonly member: readonly { readonly id: string; readonly record: { readonly modified: string } }[];
}

/** The pages of a list, from the first, by the addresses of the next ones. */
async function pagesFrom(path: string): Promise<List[]> {
  const list = await getJson<List>(path);
  const { next } = list.view;
  return next === undefined ? [list] : [list, ...(await pagesFrom(pathOf(next)))];
}

/** Targets of a Link header by relation. */
function linksOf(header: string): Record<string, string> {
  const found = [...header.matchAll(/<([^>]*)>; rel="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, target = '', rel = '']) => [rel, target]));
}

const idsOf = (lists: readonly List[]) => lists.flatMap(({ member }) => member.map(({ id }) => id));

describe('lists of the API', () => {
  before(ready);

  for (const kind of kinds) {
    it(`${kind}: each record stands once, page after page`, async () => {
      const { register } = (await sharedServer()).house;
      const pages = await pagesFrom(`/api/${kind}?size=40`);
      const expected = [...(await register.entries(kind)).values()].map(entry =>
        register.identifiers.thing(entry),
      );
      assert.deepEqual(idsOf(pages).sort(), expected.sort());
      assert.ok(pages.every(({ totalItems }) => totalItems === expected.length));
    });

    it(`${kind}: says nothing that is not in the store`, async () => {
      const stored = await storedTriples();
      const { text } = await get(`/api/${kind}?size=500`);
      const said = await triplesOf(text);
      assert.deepEqual(
        [...said].filter(triple => !stored.has(triple)),
        [],
      );
      const { totalItems } = JSON.parse(text) as List;
      assert.ok(said.size >= totalItems * 4, 'each card has at least a type, a name, a record and its date');
    });
  }

  it('gives the neighbouring pages in the body and in the Link header alike', async () => {
    const answered = await get('/api/action?theme=funding&size=2&page=2');
    const { view } = JSON.parse(answered.text) as List;
    const links = linksOf(linkOf(answered));
    const { id, first, previous, next, last } = view;
    assert.equal(pathOf(id ?? ''), '/api/action?theme=funding&size=2&page=2');
    assert.deepEqual(
      [links['first'], links['prev'], links['next'], links['last']],
      [first, previous, next, last],
    );
    const neighbour = await getJson<List>(pathOf(previous ?? ''));
    assert.equal(neighbour.view['next'], id);
    const end = await getJson<List>(pathOf(last ?? ''));
    assert.equal(end.view['next'], undefined);
    assert.ok(!('prev' in linksOf(linkOf(await get('/api/action')))));
  });

  it('says nothing of paging to a JSON-LD processor', async () => {
    const triples = await triplesOf((await get('/api/event?size=3&page=2')).text);
    assert.deepEqual(
      [...triples].filter(triple => /totalItems|PartialCollectionView|hydra|\/api\//.test(triple)),
      [],
    );
    assert.equal((await triplesOf((await get('/api')).text)).size, 0);
  });

  it('narrows by words and filters as the pages do', async () => {
    const { register } = (await sharedServer()).house;
    for (const [parameters, criteria] of [
      ['q=adresse', { q: 'adresse' }],
      ['theme=geography&theme=open-data', { facets: { theme: ['geography', 'open-data'] } }],
      ['theme=geography&type=data', { facets: { theme: ['geography'], type: ['data'] } }],
      ['since=2026-11-22', { since: '2026-11-22' }],
      ['since=2999-01-01', { since: '2999-01-01' }],
    ] as const) {
      const list = await getJson<List>(`/api/commons?size=500&${parameters}`);
      const view = await register.list('commons', 'fr', { ...criteria, pageSize: 500 });
      assert.equal(list.totalItems, view.total, parameters);
      assert.deepEqual(
        list.member.map(({ id }) => id),
        view.items.map(({ path }) => `http://localhost:3000/id/${path}`),
        parameters,
      );
    }
  });

  it('sorts by date, the latest first', async () => {
    const { member } = await getJson<{ member: Record<string, string>[] }>('/api/event?sort=date&size=500');
    const dates = member.map(event => event['startDate'] ?? event['startMonth'] ?? event['startYear'] ?? '');
    assert.deepEqual(dates, [...dates].sort().reverse());
  });

  it('keeps one language of each text when asked to', async () => {
    const { text } = await get('/api/commons?lang=en&size=500');
    const triples = [...(await triplesOf(text))];
    assert.ok(triples.some(triple => triple.endsWith(',"en"]')));
    assert.deepEqual(
      triples.filter(triple => triple.endsWith(',"fr"]')),
      [],
    );
  });

  it('says the same with the context inlined', async () => {
    const linked = await triplesOf((await get('/api/need?size=5')).text);
    assert.deepEqual(await triplesOf((await get('/api/need?size=5&context=inline')).text), linked);
  });

  it('has no page after the last', async () => {
    assert.equal((await get('/api/action?page=9999')).status, 404);
  });
});
