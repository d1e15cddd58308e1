import assert from 'node:assert/strict';
import { kinds } from '../../src/register/kinds.js';
import type { Register } from '../../src/register/read.js';
import { languages } from '../../src/register/text.js';
import { shippedRecords } from '../support/data.js';
import { assertProblem } from '../support/problems.js';
import { sharedServer } from '../support/server.js';
import { summariesOf } from '../support/summaries.js';

describe('summaries', () => {
  let register: Register;
  before(async () => {
    register = (await sharedServer()).house.register;
  });

  for (const language of languages)
    it(`list every record of every kind once in ${language}, with a title in that language`, async () => {
      for (const kind of kinds) {
        const found = await summariesOf(register, kind, language);
        assert.deepEqual([...found.keys()].sort(), await shippedRecords(kind));
        for (const [path, summary] of found) {
          assert.equal(summary.path, path);
          assert.equal(summary.kind, kind);
          assert.equal(summary.title.lang, language, path);
        }
      }
    });

  it('say what a commons is, where and since when', async () => {
    const summary = (await summariesOf(register, 'commons', 'fr')).get('commons/openstreetmap');
    assert.deepEqual(summary?.title, { value: 'OpenStreetMap', lang: 'fr' });
    assert.match(summary?.description?.value ?? '', /^Base de données géographique mondiale/);
    assert.deepEqual(summary?.type, { value: 'Données', lang: 'fr' });
    assert.deepEqual(summary?.territories.map(({ value }) => value).sort(), ['Monde', 'Royaume-Uni']);
    assert.equal(summary?.date, '2004');
  });

  it('say it in the reader’s language', async () => {
    const summary = (await summariesOf(register, 'action', 'en')).get('action/ademe-appel-communs-2023');
    assert.deepEqual(summary?.title, {
      value: 'Call for commons "Sobriety and resilience of territories" 2023',
      lang: 'en',
    });
    assert.equal(summary?.type?.value, 'Call for commons');
    assert.equal(summary?.date, '2023-05-02');
  });

  it('know the type of every kind that has one', async () => {
    for (const kind of ['action', 'commons', 'need', 'actor', 'resource', 'territory'] as const)
      for (const { type, path } of (await summariesOf(register, kind, 'fr')).values()) assert.ok(type, path);
  });

  it('stand in the alphabetical order of people: accents, case and numbers as words are read', async () => {
    for (const language of languages)
      for (const kind of kinds) {
        const titles = [...(await summariesOf(register, kind, language)).values()].map(
          ({ title }) => title.value,
        );
        const plain = titles.map(title => title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
        const letters = plain.map(title => /^[a-z]/.exec(title)?.[0] ?? '');
        const initials = letters.filter(letter => letter !== '');
        assert.deepEqual(initials, initials.toSorted(), `${kind} in ${language}`);
      }
    const territories = [...(await summariesOf(register, 'territory', 'fr')).values()].map(
      ({ title }) => title.value,
    );
    const position = (title: string) => territories.indexOf(title);
    assert.ok(position('Estonie') < position('États-Unis') || position('États-Unis') === -1);
  });

  it('fill the pages of a list, fifty a page', async () => {
    const all = [...(await summariesOf(register, 'action', 'fr')).keys()];
    const first = await register.list('action', 'fr');
    assert.deepEqual([first.total, first.page, first.pages], [all.length, 1, Math.ceil(all.length / 50)]);
    assert.deepEqual(
      first.items.map(({ path }) => path),
      all.slice(0, 50),
    );
    const last = await register.list('action', 'fr', { page: first.pages });
    assert.deepEqual(
      last.items.map(({ path }) => path),
      all.slice((first.pages - 1) * 50),
    );
    await assertProblem(() => register.list('action', 'fr', { page: first.pages + 1 }), 'not-found');
    const { items, total, page, pages, facets } = await register.list('contact', 'fr');
    assert.deepEqual(
      { items, total, page, pages, facets },
      { items: [], total: 0, page: 1, pages: 1, facets: [] },
    );
  });
});
