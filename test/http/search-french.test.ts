import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { Kind } from '../../src/register/kinds.js';
import type { Register } from '../../src/register/read.js';
import { readMarkup, withClass, words } from '../pages/markup.js';
import { sharedServer } from '../support/server.js';

const found = (text: string) => withClass(readMarkup(text), 'total').map(words);

/** What each door finds: the search page, a list, its API and its files. */
async function everywhere(kind: Kind, q: string): Promise<Record<string, unknown>> {
  const server = await sharedServer();
  const query = new URLSearchParams({ q }).toString();
  const html = { headers: { accept: 'text/html' } };
  const get = async (path: string, asked = {}) => (await server.ask(`${path}?${query}`, asked)).text;
  const { totalItems, member } = JSON.parse(await get(`/api/${kind}`)) as {
    totalItems: number;
    member: { id: string }[];
  };
  const { features } = JSON.parse(await get(`/${kind}.geojson`)) as { features: { id: string }[] };
  const rows = parse(await get(`/${kind}.csv`), { bom: true, columns: true }) as { id: string }[];
  return {
    search: found(await get('/search', html)),
    page: found(await get(`/${kind}`, html)),
    totalItems,
    member: member.map(({ id }) => id),
    csv: rows.map(({ id }) => id),
    geojson: features.map(({ id }) => id),
  };
}

describe('a search in French', () => {
  let register: Register;
  before(async function () {
    this.timeout(120_000);
    const { house } = await sharedServer();
    await house.warm();
    register = house.register;
  });

  for (const [kind, phrase, word] of [
    ['need', "l'accessibilité", 'accessibilité'],
    ['commons', 'l’accessibilité', 'accessibilite'],
    ['action', "d'économie", 'économie'],
    ['resource', 'de l’État', 'état'],
    ['action', 'e\u0301conomie', 'économie'],
    ['commons', 'les données', 'données'],
  ] as const)
    it(`finds the same ${kind} for ${phrase} as for ${word}, at every door`, async () => {
      const expected = await everywhere(kind, word);
      assert.ok(Number(expected['totalItems']) > 0);
      assert.deepEqual(await everywhere(kind, phrase), expected);
    });

  for (const word of ["d'zzzqqq", 'l’zzzqqq', "qu'zzzqqq", "zzzqqq's", 'l zzzqqq', 'à zzzqqq'])
    it(`finds nothing for ${word}, which nobody wrote`, async () => {
      const { totalItems, csv, geojson } = await everywhere('action', word);
      assert.deepEqual([totalItems, csv, geojson], [0, [], []]);
      assert.equal((await register.search(word, 'fr')).total, 0);
    });

  it('finds for every word of a name the same with an article before it', async function () {
    this.timeout(60_000);
    const index = await register.fullText();
    const titles = [...(await register.entries('commons')).values()].flatMap(entry => entry.titles);
    const vowels = titles.flatMap(({ value }) => value.match(/(?<!\p{L})[aeiouyéèêàâîôû]\p{L}+/giu) ?? []);
    const names = [...new Set(vowels)].slice(0, 150);
    assert.ok(names.length > 50);
    for (const name of names)
      for (const article of ["l'", 'd’', "qu'"])
        assert.deepEqual(index.search(article + name), index.search(name), article + name);
  });
});
