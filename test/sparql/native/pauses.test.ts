import assert from 'node:assert/strict';
import type { Batch } from '../../../src/sparql/native/batch.js';
import type { Operator } from '../../../src/sparql/native/operator.js';
import { ask } from './planner/ask.js';

/** A step that tells when another takes batch after batch and gives nothing: others of its thread would wait for it. */
class Watched implements Operator {
  constructor(
    private readonly operator: Operator,
    private readonly tell: (name: string) => void,
  ) {}

  explain() {
    return this.operator.explain();
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    let taken = 0;
    const counted = function* () {
      for (const batch of input) {
        taken += 1;
        yield batch;
      }
    };
    for (const batch of this.operator.run(counted())) {
      if (taken > 1) this.tell(this.explain().name);
      taken = 0;
      yield batch;
    }
    if (taken > 1) this.tell(this.explain().name);
  }
}

const data = Array.from(
  { length: 5_000 },
  (_, i) => `:s${i} :p ${i % 50} ; :next :s${i + 1} ; :tag "t${i % 7}" .`,
).join('\n');

const queries = [
  'SELECT ?s { ?s :p ?n . ?n :next ?x }',
  'SELECT ?s { ?s :p ?n ; :none ?x }',
  'SELECT ?s { ?s :p ?n FILTER(?n > 1000) }',
  'SELECT (COUNT(*) AS ?c) { ?s :p ?n ; :next ?m . ?m :p 3 }',
  'SELECT ?n (COUNT(*) AS ?c) { ?s :p ?n ; :next ?m . FILTER(STRLEN(STR(?m)) > 3) } GROUP BY ?n',
  'SELECT ?s { ?s :p ?n OPTIONAL { ?s :none ?x } FILTER(!BOUND(?x) && ?n > 1000) }',
  'SELECT ?s { ?s :p ?n FILTER NOT EXISTS { ?s :next ?m . ?m :tag ?t } }',
  'SELECT ?s { ?s :p ?n MINUS { ?s :next ?m } }',
  'SELECT ?s { { ?s :p ?n . ?s :none ?x } UNION { ?s :tag ?n . ?s :none ?x } }',
  'SELECT DISTINCT ?t { ?s :p ?n ; :tag ?t } ORDER BY ?t LIMIT 2',
  'SELECT ?s { ?s :tag ?t BIND(CONCAT(?t, "x") AS ?u) FILTER(?u = "y") } ORDER BY ?u',
  'SELECT ?s { ?s :p ?n . ?s :next+ :none }',
  'SELECT ?s { ?s :p ?n { SELECT ?s { ?s :next ?m . ?m :none ?x } } }',
  'SELECT ?s { ?s :p ?n . GRAPH ?g { ?s :next ?m } }',
];

describe('the steps of a plan', () => {
  for (const query of queries)
    it(`give a batch, or a pause, for each that they take: ${query}`, async () => {
      const restless = new Set<string>();
      let steps = 0;
      const step = (operator: Operator) => {
        steps += 1;
        return new Watched(operator, name => restless.add(name));
      };
      await ask(data, query, { step });
      assert.ok(steps > 1);
      assert.deepEqual([...restless], []);
    });
});
