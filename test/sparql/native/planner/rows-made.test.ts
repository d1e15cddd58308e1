import assert from 'node:assert/strict';
import type { Operator } from '../../../../src/sparql/native/operator.js';
import { ask } from './ask.js';

/** Everything is related to everything. */
const size = 8;
const nodes = Array.from({ length: size }, (_, i) => `:n${i}`);
const clique = `:g { ${nodes.map(node => `${node} :rel ${nodes.join(', ')} .`).join(' ')} }`;
const longPath = Array.from({ length: 8 }, () => ':rel').join('/');

/** Records in graphs of their own, each of which says of what class its thing is. */
const count = 300;
const records = Array.from(
  { length: count },
  (_, i) => `:r${i} { :r${i} a :Record ; :topic :t${i} . :t${i} a :Thing ; :name "${i}" . }`,
).join('\n');

/** How many rows all steps of a query give, and how many it answers. */
async function rowsMade(data: string, query: string): Promise<{ made: number; answered: number }> {
  let made = 0;
  const counted = (operator: Operator): Operator => ({
    explain: () => operator.explain(),
    *run(input) {
      for (const batch of operator.run(input)) {
        made += batch.length;
        yield batch;
      }
    },
  });
  const rows = await ask(data, query, { step: counted });
  return { made, answered: rows.length };
}

describe('rows that a plan makes', () => {
  for (const from of ['', 'FROM :g'])
    for (const [condition, answered] of [
      [`FILTER EXISTS { ?a ${longPath} ?b }`, size],
      [`FILTER NOT EXISTS { ?a ${longPath} ?b }`, 0],
      [`FILTER NOT EXISTS { ?a ${longPath} ?b . ?b :none ?c }`, size],
      [`MINUS { ?a ${longPath}/:none ?b }`, size],
      [`FILTER(?a = :none || EXISTS { ?a ${longPath} ?b })`, size],
      [
        `FILTER NOT EXISTS { ?a ${longPath} ?b OPTIONAL { ?b :rel/:rel/:rel/:rel ?c } FILTER(?b = :none) }`,
        size,
      ],
    ] as const)
      it(`are few where solutions are not counted: ${from} ${condition}`, async () => {
        const result = await rowsMade(clique, `SELECT DISTINCT ?a ${from} { ?a :rel ?any ${condition} }`);
        assert.equal(result.answered, answered);
        // 64 solutions, 8 steps, 8 nodes each of which leads to 8: a row for each path would be 8¹⁰.
        assert.ok(result.made < 40_000, `${result.made} rows`);
      });

  for (const pattern of [
    '?r a :Record . GRAPH ?r { ?t a ?c }',
    '?r :topic ?t . GRAPH ?r { ?t a ?c }',
    '?r a :Record . GRAPH ?r { ?t :name ?n . ?t a ?c }',
    '?r :topic ?t . GRAPH ?r { ?t :name ?n OPTIONAL { ?t a ?c } }',
    '?r a :Record . GRAPH ?r { ?r :topic ?t . ?t :name ?n }',
    'GRAPH ?r { ?r :topic ?t . ?t a ?c } ?r a :Record',
  ])
    it(`grow with the graph that is known, not with the store: ${pattern}`, async () => {
      const result = await rowsMade(records, `SELECT * { ${pattern} }`);
      assert.ok(result.answered >= count);
      assert.ok(result.made < 12 * count, `${result.made} rows`);
    });
});
