import fc from 'fast-check';
import { anyData, printData, type TestData } from './datasets.js';
import { peers, underTest } from './engines.js';
import type { Answer, EngineOver } from './test-engine.js';
import { judge, type Bench, type Verdict } from './judge.js';
import { printQuery } from './print-query.js';
import { anyQuery } from './queries.js';
import type { Query } from './query-tree.js';
import { keyOf } from './term-value.js';
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
  const property = fc.asyncProperty(anyData, queries, async (data, asked) => {
    const bench = open(data);
    for (const query of asked) {
      const verdict = await judge(bench, query);
      tally.add(query, verdict);
      if (verdict.faults.length > 0) throw new Error(report(data, query, verdict));
    }
  });
  for (let run = 0; tally.compared < count; run += 1)
    await fc.assert(property, { numRuns: runs, seed: seed + run });
  return tally;
}

/** Every engine over one dataset. */
export function open(data: TestData): Bench {
  const over = (engines: Readonly<Record<string, EngineOver>>) =>
    Object.fromEntries(Object.entries(engines).map(([name, make]) => [name, make(data)]));
  return {
    data,
    peers: { comunica: peers.comunica(data), oxigraph: peers.oxigraph(data) },
    underTest: over(underTest),
  };
}

/** A difference for people: the query, the data, and what each engine gave. */
export function report(data: TestData, query: Query, { faults, given }: Verdict): string {
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
