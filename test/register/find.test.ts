import assert from 'node:assert/strict';
import { compose, type House } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { kinds } from '../../src/register/kinds.js';
import { languages } from '../../src/register/text.js';
import { searches } from './searches.js';

describe('searching and narrowing', () => {
  let house: House;
  before(async () => {
    house = await compose(
      readConfig({ port: 0, baseUrl: 'http://localhost:3000', workers: 1 }, {}),
      createLog('silent'),
    );
  });
  after(() => house.close());

  it(`puts what people look for among the first three of ${searches.length} searches`, async () => {
    assert.ok(searches.length >= 40);
    const index = await house.register.fullText();
    const missed = searches.filter(([words, path]) => !index.search(words).slice(0, 3).includes(path));
    assert.deepEqual(missed, []);
  });

  it('finds the same in a list of one kind, and nothing of another kind', async () => {
    const { items } = await house.register.list('commons', 'fr', { q: 'adresse nationale' });
    assert.equal(items[0]?.path, 'commons/base-adresse-nationale');
    assert.ok(items.every(({ kind }) => kind === 'commons'));
    const none = await house.register.list('theme', 'fr', { q: 'openstreetmap' });
    assert.equal(none.total, 0);
  });

  for (const kind of kinds)
    it(`counts for each facet value of ${kind} the list that it leads to, alone and under another filter`, async () => {
      const { register } = house;
      const whole = await register.list(kind, 'fr');
      for (const { name, values } of whole.facets)
        for (const { id, count } of values) {
          const narrowed = await register.list(kind, 'en', { facets: { [name]: [id] } });
          assert.equal(narrowed.total, count, `${kind}?${name}=${id}`);
        }
      const [first, second] = whole.facets;
      const [chosen] = first?.values ?? [];
      if (!first || !second || !chosen) return;
      const under = await register.list(kind, 'fr', { facets: { [first.name]: [chosen.id] } });
      for (const { id, count } of under.facets.find(({ name }) => name === second.name)?.values ?? []) {
        const facets: Record<string, string[]> = { [first.name]: [chosen.id], [second.name]: [id] };
        assert.equal((await register.list(kind, 'fr', { facets })).total, count, JSON.stringify(facets));
      }
    });

  it('takes any of several values of one facet', async () => {
    const total = async (theme: string[]) =>
      (await house.register.list('commons', 'fr', { facets: { theme } })).total;
    const [health, water, both] = [
      await total(['health']),
      await total(['water']),
      await total(['health', 'water']),
    ];
    assert.ok(health > 0 && water > 0 && both > Math.max(health, water) && both <= health + water);
  });

  it('sorts by title in the order of the language, by date and by last update', async () => {
    for (const language of languages) {
      const { items } = await house.register.list('actor', language, { pageSize: 300 });
      const titles = items.map(({ title }) => title.value);
      const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
      assert.deepEqual(titles, [...titles].sort(collator.compare));
    }
    const { items } = await house.register.list('event', 'fr', { sort: 'date' });
    const dates = items.map(({ date }) => date ?? '');
    assert.deepEqual(dates, [...dates].sort().reverse());
  });

  it('keeps to records modified since a day', async () => {
    const since = async (day: string) => (await house.register.list('need', 'fr', { since: day })).total;
    assert.equal(await since('2026-11-22'), (await house.register.list('need', 'fr')).total);
    assert.equal(await since('2999-01-01'), 0);
  });

  it('gives every value a name in both languages, never an IRI', async () => {
    for (const kind of kinds)
      for (const language of languages)
        for (const { values } of (await house.register.list(kind, language)).facets)
          for (const { id, label } of values)
            assert.doesNotMatch(label.value, /^https?:|^$/, `${kind} ${id}`);
  });
});
