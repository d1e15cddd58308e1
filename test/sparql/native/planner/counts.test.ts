import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quad } from '@rdfjs/types';
import { anyQuads } from '../../../store/datasets.js';
import { ask, stepsOf, type Asking } from './ask.js';

/** A pattern's places: few terms, and variables that may stand twice. */
const subject = fc.constantFrom('?s', '?s', '?s', '?p', ':a', ':unknown');
const predicate = fc.constantFrom('?p', '?p', ':p', ':q');
const object = fc.constantFrom('?o', '?o', '?o', '?s', ':a', '"1"');

interface Case extends Asking {
  readonly data: readonly Quad[];
  readonly triple: string;
  readonly where: string;
  readonly from: string;
}

const anyCase = fc
  .tuple(
    anyQuads,
    fc.tuple(subject, predicate, object).map(parts => parts.join(' ')),
    fc.constantFrom(...(['plain', 'plain', 'named', 'graph'] as const)),
    fc.constantFrom('', '', 'FROM :g', 'FROM NAMED :g FROM NAMED :h FROM :a'),
    fc.constantFrom('union' as const, 'own' as const),
  )
  .map(([data, triple, place, from, defaultGraph]): Case => ({
    data,
    triple,
    where: { plain: triple, named: `GRAPH :g { ${triple} }`, graph: `GRAPH ?g { ${triple} }` }[place],
    from,
    defaultGraph,
  }));

/** The rows of the pattern itself, none of whose variables is unbound. */
async function walked(
  { data, where, from, defaultGraph }: Case,
  names: readonly string[],
): Promise<string[]> {
  return ask(data, `SELECT ${names.join(' ')} ${from} { ${where} }`, { defaultGraph: defaultGraph! });
}

const namesIn = (where: string) => [...new Set(where.match(/\?\w+/g) ?? [])];

describe('counts that are read off the index', () => {
  it('are those of walking over the solutions', () =>
    fc.assert(
      fc.asyncProperty(anyCase, async item => {
        const { data, where, from, defaultGraph } = item;
        const [name = '?s', ...names] = namesIn(where);
        const query = `SELECT (COUNT(*) AS ?n) (COUNT(${name}) AS ?m) ${from} { ${where} }`;
        const rows = await walked(item, [name, ...names]);
        const bound = namesIn(where).length > 0 ? rows.length : 0;
        assert.deepEqual(await ask(data, query, { defaultGraph: defaultGraph! }), [
          `${rows.length} ${bound}`,
        ]);
      }),
      { numRuns: 150 },
    ));

  it('are those of each group', () =>
    fc.assert(
      fc.asyncProperty(anyCase, fc.nat(), fc.nat(), async (item, one, other) => {
        const { data, where, from, defaultGraph } = item;
        const names = namesIn(where);
        fc.pre(names.length > 0);
        const [key, counted] = [names[one % names.length]!, names[other % names.length]!];
        const query = `SELECT ${key} (COUNT(*) AS ?n) (COUNT(DISTINCT ${counted}) AS ?d) ${from} { ${where} } GROUP BY ${key}`;
        const groups = new Map<string, string[]>();
        for (const row of await walked(item, [...new Set([key, counted])]))
          groups.set(row.split(' ')[0]!, [...(groups.get(row.split(' ')[0]!) ?? []), row]);
        const expected = [...groups].map(([term, rows]) => `${term} ${rows.length} ${new Set(rows).size}`);
        assert.deepEqual((await ask(data, query, { defaultGraph: defaultGraph! })).sort(), expected.sort());
      }),
      { numRuns: 150 },
    ));

  const data = ':a :p 1, 2 ; :q 1 . :b :p 1 . :g { :a :p 1 }';
  for (const [query, step] of [
    ['SELECT (COUNT(*) AS ?n) { ?s :p ?o }', 'values'],
    ['SELECT (COUNT(?o) AS ?n) { ?s ?p ?o }', 'values'],
    ['SELECT ?s (COUNT(*) AS ?n) { ?s :p ?o } GROUP BY ?s', 'count runs ?s <http://e/p> ?o'],
    ['SELECT ?o (COUNT(DISTINCT ?s) AS ?n) { ?s :p ?o } GROUP BY ?o', 'count runs ?s <http://e/p> ?o'],
    ['SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p', 'count runs ?s ?p ?o'],
    ['SELECT ?p { ?s ?p ?o } GROUP BY ?p', 'count runs ?s ?p ?o'],
  ] as const)
    it(`are there for ${query}`, async () => {
      assert.equal((await stepsOf(data, query))[0], step);
    });

  for (const query of [
    'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s :p ?o }',
    'SELECT (COUNT(?z) AS ?n) { ?s :p ?o }',
    'SELECT (COUNT(*) AS ?n) { ?s :p ?s }',
    'SELECT ?s (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o } GROUP BY ?s',
    'SELECT ?s (SUM(?o) AS ?n) { ?s :p ?o } GROUP BY ?s',
    'SELECT ?s ?o (COUNT(*) AS ?n) { ?s :p ?o } GROUP BY ?s ?o',
    'SELECT ?s (COUNT(*) AS ?n) { ?s :p ?o . ?s :q ?x } GROUP BY ?s',
    'SELECT ?s (COUNT(*) AS ?n) { ?s :p ?o FILTER(?o > 1) } GROUP BY ?s',
  ])
    it(`are not there for ${query}`, async () => {
      assert.ok((await stepsOf(data, query)).some(step => step.startsWith('group')));
    });
});
