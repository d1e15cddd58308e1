import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry } from '../../src/register/entries.js';
import { Narrowing } from '../../src/register/narrowing.js';

const facetNames = ['theme', 'type', 'actor', 'role'];
const values = ['a', 'b', 'c', 'd'];
const days = ['2026-01-01', '2026-02-01', '2026-03-01'];

const chosen = fc.uniqueArray(fc.constantFrom(...values));
const facets = fc.record(Object.fromEntries(facetNames.map(name => [name, chosen])));
const involvement = fc.record(
  { actor: fc.constantFrom(...values), role: fc.constantFrom(...values) },
  { requiredKeys: ['actor'] },
);
const entry = fc
  .record({
    theme: chosen,
    type: chosen,
    organisers: chosen,
    involvements: fc.array(involvement, { maxLength: 4 }),
    modified: fc.constantFrom(...days),
  })
  .map(({ theme, type, organisers, involvements, modified }): Entry => ({
    kind: 'need',
    slug: 'x',
    path: 'need/x',
    titles: [],
    descriptions: [],
    words: [],
    territories: [],
    modified,
    involvements,
    facets: {
      theme,
      type,
      actor: [...new Set([...organisers, ...involvements.map(({ actor }) => actor)])],
      role: [...new Set(involvements.flatMap(({ role }) => role ?? []))],
    },
  }));
const criteria = fc
  .record({ facets, since: fc.option(fc.constantFrom(...days), { nil: undefined }) })
  .map(({ facets, since }) => (since === undefined ? { facets } : { facets, since }));

/** The rule in its own words: any of a facet's values, all of the facets, an actor and a role in one involvement. */
function fits(
  entry: Entry,
  { facets, since }: { facets: Record<string, string[]>; since?: string },
): boolean {
  const inFacet = ([name, wanted]: [string, string[]]) =>
    wanted.length === 0 || wanted.some(value => (entry.facets[name] ?? []).includes(value));
  const { actor = [], role = [] } = facets;
  const inOne =
    actor.length === 0 ||
    role.length === 0 ||
    entry.involvements?.some(one => actor.includes(one.actor) && role.includes(one.role ?? ''));
  return Boolean(
    (since === undefined || entry.modified >= since) && inOne && Object.entries(facets).every(inFacet),
  );
}

describe('narrowing of a list', () => {
  it('keeps what has any wanted value of each facet, and is not too old', () => {
    fc.assert(
      fc.property(fc.array(entry), criteria, (entries, asked) => {
        const narrowing = new Narrowing(asked);
        assert.deepEqual(
          entries.filter(one => narrowing.keeps(one)),
          entries.filter(one => fits(one, asked)),
        );
      }),
    );
  });

  it('counts for each value the list that it would lead to in place of the others of its facet', () => {
    fc.assert(
      fc.property(fc.array(entry), criteria, (entries, asked) => {
        const counts = new Narrowing(asked).counts(entries);
        for (const name of facetNames)
          for (const value of values) {
            const led = { ...asked, facets: { ...asked.facets, [name]: [value] } };
            const length = entries.filter(one => fits(one, led)).length;
            assert.equal(counts.get(name)?.get(value) ?? 0, length, `${name}=${value}`);
          }
      }),
    );
  });
});
