import assert from 'node:assert/strict';
import { kinds } from '../../src/register/kinds.js';
import type { Register } from '../../src/register/read.js';
import { languages } from '../../src/register/text.js';
import { shippedRecords } from '../support/data.js';
import { sharedServer } from '../support/server.js';
import { summariesOf } from '../support/summaries.js';

describe('home', () => {
  let register: Register;
  before(async () => {
    register = (await sharedServer()).house.register;
  });

  it('counts as many records of each kind as there are files', async () => {
    const { figures, triples } = await register.home('fr');
    assert.deepEqual(
      figures.map(({ kind }) => kind),
      kinds,
    );
    for (const { kind, count } of figures) assert.equal(count, (await shippedRecords(kind)).length, kind);
    assert.ok(figures.reduce((sum, { count }) => sum + count, 0) >= 900);
    assert.equal(triples, register.store.size);
  });

  for (const language of languages)
    it(`names the latest actions and events in ${language}, the latest first`, async () => {
      const { latest } = await register.home(language);
      assert.equal(latest.length, 6);
      const dates = latest.map(({ date }) => date ?? '');
      assert.deepEqual(dates, dates.toSorted().reverse());
      const lists = await Promise.all([
        summariesOf(register, 'action', language),
        summariesOf(register, 'event', language),
      ]);
      const others = lists
        .flatMap(list => [...list.values()])
        .filter(({ path }) => !latest.some(shown => shown.path === path));
      const [oldestShown = ''] = dates.slice(-1);
      for (const { date = '' } of others) assert.ok(date <= oldestShown, date);
      for (const { title } of latest) assert.equal(title.lang, language);
    });
});
