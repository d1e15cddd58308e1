import type { Quad, Term } from '@rdfjs/types';
import type { Evaluator } from '../../../../src/sparql/evaluator.js';
import { Unsupported } from '../../../../src/sparql/native/unsupported.js';
import type { Result } from '../../../../src/sparql/result.js';
import type { Snapshot } from '../../../../src/store/snapshot.js';
import { maxRows, type Answer, type Row } from './test-engine.js';
import { printQuery } from '../generate/print-query.js';
import type { Query } from '../generate/query-tree.js';

/** An evaluator that has not answered by then, in ms, is left out. */
const patience = 2_000;

/**
 * What an evaluator gives to a query: `none` when that does not come, and a refusal also for an error that Comunica
 * throws from inside an iterator, where no caller can catch it.
 */
export async function ask(evaluator: Evaluator, snapshot: Snapshot, query: Query): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const otherwise = new Promise<Answer>(resolve => {
    timer = setTimeout(() => resolve({ type: 'none', why: 'too late' }), patience);
    process.setUncaughtExceptionCaptureCallback(error => resolve(refusal(error)));
  });
  const answer = evaluator
    .execute({ text: printQuery(query) }, snapshot)
    .then(read)
    .catch(refusal);
  return Promise.race([answer, otherwise]).finally(() => {
    clearTimeout(timer);
    process.setUncaughtExceptionCaptureCallback(null);
  });
}

async function read(result: Result): Promise<Answer> {
  if (result.type === 'boolean') return result;
  const rows = result.type === 'graph' ? triplesOf(result.quads) : solutionsOf(result);
  const all: Row[] = [];
  for await (const row of rows) {
    all.push(row);
    if (all.length > maxRows) return { type: 'none', why: 'too many rows' };
  }
  return { type: result.type, rows: all };
}

async function* triplesOf(quads: AsyncIterable<Quad>): AsyncGenerator<Row> {
  for await (const item of quads) yield rowOf(item);
}

/** Terms are written as their places in a list, and so read back. */
async function* solutionsOf({
  variables,
  cells,
}: Extract<Result, { type: 'solutions' }>): AsyncGenerator<Row> {
  const terms: Term[] = [];
  for await (const rows of cells(term => String(terms.push(term) - 1)))
    for (const row of rows)
      yield new Map(
        variables.flatMap((name, column) => {
          const term = row[column] === undefined ? undefined : terms[Number(row[column])];
          return term ? [[name, term] as const] : [];
        }),
      );
}

/** A triple as a row. */
export function rowOf({ subject, predicate, object }: Quad): Row {
  return new Map<string, Term>([
    ['s', subject],
    ['p', predicate],
    ['o', object],
  ]);
}

export function refusal(error: unknown): Answer {
  if (error instanceof Unsupported) return { type: 'none', why: error.message };
  return { type: 'refused', message: error instanceof Error ? error.message : String(error) };
}
