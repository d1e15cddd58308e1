import assert from 'node:assert/strict';
import { assertKnownValues, facetCounts } from '../../src/register/facet-values.js';
import type { Kind } from '../../src/register/kinds.js';
import type { Register } from '../../src/register/read.js';
import { assertProblem } from '../support/problems.js';
import { sharedServer } from '../support/server.js';

/** Values that no record has: a record, a concept, a licence known by name and a year. */
const meant: readonly (readonly [kind: Kind, facet: string])[] = [
  ['commons', 'actor'],
  ['commons', 'theme'],
  ['action', 'type'],
];

describe('values of a facet', () => {
  let register: Register;
  before(async () => {
    register = (await sharedServer()).house.register;
  });

  it('are those that records have, with how many have each', async () => {
    const counts = await facetCounts('commons', 'theme', register);
    const entries = [...(await register.entries('commons')).values()];
    for (const [value, count] of counts)
      assert.equal(entries.filter(({ facets }) => facets['theme']?.includes(value)).length, count);
    await assertKnownValues('commons', { facets: { theme: [...counts.keys()] } }, register);
  });

  for (const [kind, facet] of meant)
    it(`are also those that ${facet} of ${kind} could have, and that no record has now`, async () => {
      const counts = await facetCounts(kind, facet, register);
      const possible =
        facet === 'type'
          ? (await register.vocabulary('vocabulary/action-type', 'fr'))?.sections.flatMap(({ terms }) =>
              terms.map(({ id }) => id),
            )
          : [...(await register.entries(facet as Kind)).values()].map(({ slug }) => slug);
      const unused = (possible ?? []).filter(value => !counts.has(value));
      if (facet !== 'type') assert.ok(unused.length > 0);
      await assertKnownValues(kind, { facets: { [facet]: unused } }, register);
    });

  it('are any year', () => assertKnownValues('action', { facets: { year: ['1492', '2999'] } }, register));

  for (const [kind, facet, value] of [
    ['commons', 'theme', 'no-such-theme'],
    ['commons', 'theme', 'openstreetmap'],
    ['commons', 'actor', '../actor/dinum'],
    ['action', 'type', 'steward'],
    ['action', 'year', '20211'],
    ['action', 'year', 'MMXX'],
    ['commons', 'licence', 'MIT-2'],
    ['commons', 'type', '__proto__'],
  ] as const)
    it(`are not ${value} for ${facet}, which is refused by its name`, async () => {
      const { members, words } = await assertProblem(
        () => assertKnownValues(kind, { facets: { [facet]: [value] } }, register),
        'bad-request',
      );
      assert.deepEqual(members, { parameter: facet });
      for (const told of [words.en, words.fr ?? ''])
        assert.ok(told.includes(facet) && told.includes(value), told);
    });

  it('are told short', async () => {
    const value = 'x'.repeat(10_000);
    const { message } = await assertProblem(
      () => assertKnownValues('commons', { facets: { theme: [value] } }, register),
      'bad-request',
    );
    assert.ok(message.length < 300);
  });
});
