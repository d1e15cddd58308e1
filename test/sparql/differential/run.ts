import fc from 'fast-check';
import { anyData, printData, type TestData } from './generate/datasets.js';
import { peers, underTest } from './engines/engines.js';
import type { Answer, EngineOver } from './engines/test-engine.js';
import { judge, type Bench, type Verdict } from './compare/judge.js';
import { printQuery } from './generate/print-query.js';
import { anyQuery } from './generate/queries.js';
import type { Query } from './generate/query-tree.js';
import { keyOf } from './compare/term-value.js';
import { Tally } from './tally.js';

/** Most queries over one dataset: loading it costs more than asking. Half as many on average. */
const queriesOfDataset = 40;
/** Datasets of a run of the property. */
const runs = 25;

/**
 * Generates datasets and queries, asks every engine, and gives the count of what was compared.
 * @throws Error with the smallest dataset and query that engines differ on
 */
export async function compareEngines(count: number, seed: number): Promise<Tally> {
  const tally = new Tally();
  const queries = fc.array(anyQuery, {
    minLength: 1,
    maxLength: queriesOfDataset,
    size: 'max',
  });
  // The queries come first, so that they are shrunk first: a dataset that they are asked over is opened once then.
  const property = fc.asyncProperty(queries, anyData, async (asked, data) => {
    const { bench, passed } = opened(data);
    for (const query of asked.filter(item => !passed.has(item))) {
      const verdict = await judge(bench, query);
      tally.add(query, verdict);
      if (verdict.faults.length > 0) throw new Error(report(data, query, verdict));
      passed.add(query);
    }
  });
  for (let run = 0; tally.compared < count; run += 1) {
    const left = Math.ceil((2 * (count - tally.compared)) / queriesOfDataset);
    // Biased values are small ones: fewer joins, fewer rows.
    const found = await fc.check(property, {
      numRuns: Math.min(left, runs),
      seed: seed + run,
      unbiased: true,
    });
    if (found.failed)
      throw new Error(
        `${printed(found.errorInstance)}\n(seed ${String(found.seed)}, path ${found.counterexamplePath})`,
      );
  }
  return tally;
}

const printed = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

interface Opened {
  readonly bench: Bench;
  /** Queries that the engines agreed on. */
  readonly passed: WeakSet<Query>;
}

const benches = new WeakMap<TestData, Opened>();

function opened(data: TestData): Opened {
  const known = benches.get(data) ?? { bench: open(data), passed: new WeakSet<Query>() };
  benches.set(data, known);
  return known;
}

/** Every engine over one dataset. */
function open(data: TestData): Bench {
  const over = (engines: Readonly<Record<string, EngineOver>>) =>
    Object.fromEntries(Object.entries(engines).map(([name, make]) => [name, make(data)]));
  return {
    data,
    peers: { comunica: peers.comunica(data), oxigraph: peers.oxigraph(data) },
    underTest: over(underTest),
  };
}

/** A difference for people: the query, the data, and what each engine gave. */
function report(data: TestData, query: Query, { faults, given }: Verdict): string {
  const answers = Object.entries(given).map(([name, answer]) => `${name}: ${printAnswer(answer)}`);
  return [...faults, printQuery(query), printData(data), ...answers].join('\n');
}

function printAnswer(answer: Answer): string {
  if (answer.type === 'boolean') return String(answer.value);
  if (answer.type === 'refused') return `refused: ${answer.message}`;
  if (answer.type === 'none') return answer.why;
  const rows = answer.rows.map(row =>
    [...row]
      .map(([column, value]) => `?${column} = ${keyOf(value)}`)
      .sort()
      .join('  '),
  );
  return [`${String(rows.length)} rows`, ...rows.slice(0, 40)].join('\n  ');
}
