import assert from 'node:assert/strict';
import { facetCounts } from '../../src/register/facet-values.js';
import { facetsOf } from '../../src/register/facets.js';
import { kinds, type Kind } from '../../src/register/kinds.js';
import { assertKnownValues, knownValues, shortName } from '../../src/register/known-values.js';
import type { Register } from '../../src/register/read.js';
import { assertProblem } from '../support/problems.js';
import { sharedServer } from '../support/server.js';

/** Values that no record has: a record, a concept, a licence known by name and a year. */
const meant: readonly (readonly [kind: Kind, facet: string])[] = [
  ['commons', 'actor'],
  ['commons', 'theme'],
  ['action', 'type'],
];

describe('known values of a facet', () => {
  let register: Register;
  before(async () => {
    register = (await sharedServer()).house.register;
  });

  it('are all records, concepts and names of an authority, in use or not', async () => {
    for (const kind of kinds)
      for (const [name, { values }] of Object.entries(facetsOf[kind])) {
        const known = await knownValues(kind, name, register);
        for (const used of (await facetCounts(kind, name, register)).keys()) assert.ok(known.has(used));
        if ('kind' in values) assert.equal(known.size, (await register.entries(values.kind)).size);
        if (!('vocabulary' in values)) continue;
        const scheme = await register.vocabulary(`vocabulary/${values.vocabulary}`, 'fr');
        const concepts = scheme?.sections.flatMap(({ terms }) => terms.map(({ id }) => id)) ?? [];
        assert.ok(concepts.length > 0);
        for (const concept of concepts) assert.ok(known.has(concept), `${kind} ${name} ${concept}`);
      }
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
      assert.equal(members['parameter'], facet);
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

  for (const [kind, facet, value, near] of [
    ['commons', 'actor', 'ADEME', 'ademe'],
    ['commons', 'actor', 'ademme', 'ademe'],
    ['action', 'actor', 'agence de la transition écologique', 'ademe'],
    ['commons', 'actor', 'https://elsewhere.example/id/actor/ademe', 'ademe'],
    ['commons', 'territory', 'france', 'fr'],
    ['commons', 'type', 'logiciel', 'software'],
    ['commons', 'licence', 'mit', 'MIT'],
  ] as const)
    it(`are proposed by likeness: ${near} for ${facet}=${value}`, async () => {
      const { members, words } = await assertProblem(
        () => assertKnownValues(kind, { facets: { [facet]: [value] } }, register),
        'bad-request',
      );
      const proposed = members['near'] as string[];
      assert.ok(proposed.includes(near), proposed.join(', '));
      assert.ok(proposed.length <= 3);
      await assertKnownValues(kind, { facets: { [facet]: proposed } }, register);
      for (const told of [words.en, words.fr ?? '']) assert.ok(told.includes(near), told);
    });

  it('are not proposed for what looks like none', async () => {
    const { members } = await assertProblem(
      () => assertKnownValues('commons', { facets: { theme: ['zzzqqq'] } }, register),
      'bad-request',
    );
    assert.deepEqual(members, { parameter: 'theme' });
  });

  it('have an IRI and, where they are records, a path and a page, which mean the same', () => {
    const base = 'http://localhost:3000';
    const { actor, licence, type, year } = facetsOf.resource;
    for (const given of ['ademe', 'actor/ademe', `${base}/actor/ademe`, `${base}/id/actor/ademe`])
      assert.equal(shortName(given, actor!, register), 'ademe');
    assert.equal(shortName('https://spdx.org/licenses/MIT', licence!, register), 'MIT');
    const report = 'https://w3id.org/communaux/vocabulary/resource-type#report';
    assert.equal(shortName(report, type!, register), 'report');
    assert.equal(shortName('2021', year!, register), '2021');
    const other = `${base}/id/territory/fr`;
    assert.equal(shortName(other, actor!, register), other);
  });
});
