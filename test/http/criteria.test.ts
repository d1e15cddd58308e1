import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HttpContext } from '../../src/http/context.js';
import { parametersFor, readCriteria, readWords } from '../../src/http/criteria.js';
import { standardLimits } from '../../src/limits.js';
import { assertProblem } from '../support/problems.js';
import { sharedServer } from '../support/server.js';

const { facetValues, filterValues } = standardLimits;
const url = (pairs: readonly (readonly [string, string])[]) =>
  new URLSearchParams(pairs.map(pair => [...pair]));

describe('criteria of a list', () => {
  let context: HttpContext;
  const slugs: Record<'actor' | 'theme' | 'need' | 'commons', string[]> = {
    actor: [],
    theme: [],
    need: [],
    commons: [],
  };
  before(async () => {
    const { house } = await sharedServer();
    context = house.context;
    for (const kind of Object.keys(slugs) as (keyof typeof slugs)[])
      slugs[kind] = [...(await house.register.entries(kind)).values()].map(({ slug }) => slug);
  });

  const read = (pairs: readonly (readonly [string, string])[]) => readCriteria('action', url(pairs), context);
  const given = (facet: keyof typeof slugs, count: number) =>
    slugs[facet].slice(0, count).map(slug => [facet, slug] as const);

  it('are the same however their URL is written', async () => {
    const parameters = fc.uniqueArray(
      fc.oneof(
        fc.constantFrom(['theme', 'health'], ['theme', 'water'], ['year', '2020'], ['year', '2021']),
        fc.constantFrom(['colour', 'red'], ['utm_source', 'x'], ['theme', '']),
      ) as fc.Arbitrary<[string, string]>,
      { selector: pair => pair.join('=') },
    );
    await fc.assert(
      fc.asyncProperty(parameters, fc.infiniteStream(fc.nat()), async (pairs, random) => {
        const shuffled = [...pairs, ...pairs.slice(0, 2)]
          .map(pair => [random.next().value as number, pair] as const)
          .sort(([a], [b]) => a - b)
          .map(([, pair]) => pair);
        const criteria = await read(shuffled);
        assert.deepEqual(criteria, await read(pairs));
        assert.deepEqual(parametersFor(criteria), parametersFor(await read(pairs)));
        assert.deepEqual(await read(parametersFor(criteria)), criteria);
      }),
      { numRuns: 50 },
    );
  });

  it('are asked by all of their parameters', async () => {
    const pairs = [
      ['q', 'eau'],
      ['theme', 'water'],
      ['since', '2020-01-01'],
      ['sort', 'date'],
      ['size', '20'],
      ['page', '2'],
    ] as const;
    assert.deepEqual(parametersFor(await read(pairs)), pairs);
  });

  it(`take ${facetValues} values of a facet, each counted once, and refuse one more`, async () => {
    const most = given('actor', facetValues);
    assert.equal((await read([...most, ...most])).facets?.['actor']?.length, facetValues);
    const { members, words } = await assertProblem(
      () => read(given('actor', facetValues + 1)),
      'bad-request',
      new RegExp(`"actor" may have ${facetValues} values`),
    );
    assert.deepEqual(members, { parameter: 'actor', limit: facetValues });
    assert.match(words.fr ?? '', new RegExp(`actor.*${facetValues} valeurs`));
  });

  it(`take ${filterValues} values over all facets, and refuse one more`, async () => {
    const most = [...given('actor', 20), ...given('commons', 20), ...given('need', 10)];
    assert.equal(most.length, filterValues);
    await read(most);
    const { members, words } = await assertProblem(
      () => read([...most, ['theme', 'water'], ['year', '2020']]),
      'bad-request',
      new RegExp(`${filterValues} values at most`),
    );
    assert.equal(members['limit'], filterValues);
    assert.match(words.fr ?? '', new RegExp(`${filterValues} valeurs`));
  });

  it('are bounded by settings', async () => {
    const strict = { register: context.register, limits: { ...standardLimits, facetValues: 1 } };
    await assertProblem(() => readCriteria('action', url(given('theme', 2)), strict), 'bad-request');
  });

  it('refuse thousands of values before any is looked up', async () => {
    const many = Array.from({ length: 4_000 }, (_, index) => ['theme', `x${index}`] as const);
    const started = performance.now();
    await assertProblem(() => read(many), 'bad-request', /"theme" may have/);
    assert.ok(performance.now() - started < 500);
  });

  it('refuse words that are too long or given twice', async () => {
    assert.equal(readWords(url([['q', ' eau ']])), 'eau');
    await assertProblem(() => readWords(url([['q', 'x'.repeat(201)]])), 'bad-request', /200/);
    await assertProblem(
      () =>
        readWords(
          url([
            ['q', 'a'],
            ['q', 'b'],
          ]),
        ),
      'bad-request',
      /once/,
    );
  });
});
