import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/sparql/parse.js';
import type { Batch } from '../../../src/sparql/native/batch.js';
import { standardLimits } from '../../../src/limits.js';
import { Measured, reportOf, Stopwatch, type StepReport } from '../../../src/sparql/native/explain.js';
import { Memory } from '../../../src/sparql/native/memory.js';
import { Chain, type Operator } from '../../../src/sparql/native/operator.js';
import { planQuery } from '../../../src/sparql/native/plan-query.js';
import { snapshotOf } from '../../../src/store/build-snapshot.js';
import { baseIRI, trig } from '../answers.js';

const snapshot = snapshotOf(
  trig(
    Array.from({ length: 300 }, (_, i) => `:s${i} :p ${i % 50} ; :next :s${i + 1} ; a :T${i % 3} .`).join(
      '\n',
    ),
  ),
);

/** The plan of a query, run to its end, with what its steps have counted. */
function run(text: string): { rows: number; report: StepReport } {
  const { algebra } = parseQuery(`PREFIX : <http://e/> ${text}`, baseIRI);
  const watch = new Stopwatch();
  const plan = planQuery(algebra, ['s'], {
    snapshot,
    defaultGraph: 'union',
    baseIRI,
    memory: new Memory(10_000_000),
    limits: standardLimits,
    step: operator => new Measured(operator, watch),
  });
  let rows = 0;
  for (const { length } of plan.solutions()) rows += length;
  return { rows, report: reportOf(plan.root) };
}

function steps(report: StepReport): StepReport[] {
  return [report, ...report.inputs.flatMap(steps)];
}

/** A step that takes its time for each batch, and gives each row twice. */
class Doubling implements Operator {
  constructor(
    private readonly name: string,
    private readonly milliseconds: number,
  ) {}

  explain() {
    return { name: this.name, estimate: 2 };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) {
      const end = performance.now() + this.milliseconds;
      while (performance.now() < end);
      yield batch;
      yield batch;
    }
  }
}

describe('the explanation of a plan', () => {
  it('has the last step at its root, and under each step those that it takes rows from', () => {
    const { rows, report } = run(
      'SELECT ?s { ?s a :T1 ; :p ?n OPTIONAL { ?s :next ?m . ?m a :T0 } FILTER(?n < 10) } ORDER BY ?n LIMIT 7',
    );
    assert.equal(rows, 7);
    assert.deepEqual([report.name, report.rows], ['slice', 7]);
    const [sort] = report.inputs;
    assert.deepEqual([sort?.name, sort?.rowsIn], ['top k', 20]);
    const optional = steps(report).find(({ name }) => name === 'optional');
    assert.deepEqual([optional?.rowsIn, optional?.rows, optional?.inputs.length], [20, 20, 2]);
    const names = steps(report).map(({ name }) => name);
    assert.deepEqual(names.filter(name => name === 'index join').length, 4);
  });

  it('counts out of a step what goes into the next', () => {
    const { report } = run('SELECT ?s { ?s a :T1 ; :p ?n ; :next ?m FILTER(?n > 40) }');
    for (const step of steps(report)) {
      const [before] = step.inputs;
      assert.equal(step.rowsIn, before ? before.rows : 1, step.name);
    }
  });

  it('gives each step its own time, and with it the time of its inputs', () => {
    const watch = new Stopwatch();
    const measured = (name: string, milliseconds: number) =>
      new Measured(new Doubling(name, milliseconds), watch);
    const plan = new Chain([measured('fast', 0), measured('slow', 5), measured('last', 1)]);
    const batch = { length: 3, columns: [] };
    const begun = performance.now();
    assert.equal([...plan.run([batch, { length: 0, columns: [] }])].length, 16);
    const elapsed = performance.now() - begun;
    const all = steps(reportOf(plan));
    assert.deepEqual(
      all.map(({ name, rowsIn, rows, batchesIn, batches }) => [name, rowsIn, rows, batchesIn, batches]),
      [
        ['last', 12, 24, 4, 8],
        ['slow', 6, 12, 2, 4],
        ['fast', 3, 6, 1, 2],
      ],
    );
    const own = all.map(({ ownMilliseconds }) => ownMilliseconds);
    const [whole, waitedFor] = all.map(({ milliseconds }) => milliseconds);
    assert.ok((own[1] ?? 0) >= 20 && (own[0] ?? 0) >= 8);
    const sum = own.reduce((total, each) => total + each, 0);
    assert.ok(Math.abs((whole ?? 0) - sum) < 0.01 && sum <= elapsed + 0.01);
    assert.ok(Math.abs((whole ?? 0) - (own[0] ?? 0) - (waitedFor ?? 0)) < 0.01);
  });

  it('ends the steps before when nobody wants more rows', () => {
    let ended = false;
    const source: Operator = {
      explain: () => ({ name: 'source' }),
      *run() {
        try {
          for (;;) yield { length: 1, columns: [] };
        } finally {
          ended = true;
        }
      },
    };
    const solutions = new Measured(source, new Stopwatch()).run([])[Symbol.iterator]();
    assert.equal(solutions.next().value?.length, 1);
    solutions.return?.();
    assert.ok(ended);
  });

  it('passes on what a step throws, and measures those that go on', () => {
    const watch = new Stopwatch();
    const failing: Operator = {
      explain: () => ({ name: 'failing' }),
      *run(): Iterable<Batch> {
        throw new RangeError('broken');
      },
    };
    const step = new Measured(failing, watch);
    assert.throws(() => [...step.run([])], RangeError);
    const time = step.ownMilliseconds;
    const next = new Measured(new Doubling('next', 3), watch);
    assert.equal([...next.run([{ length: 1, columns: [] }])].length, 2);
    assert.equal(step.ownMilliseconds, time);
    assert.ok(next.ownMilliseconds >= 3);
  });

  it('is that of an empty pattern for a plan without steps', () => {
    assert.equal(run('SELECT ?s { }').report.name, 'empty pattern');
  });
});
