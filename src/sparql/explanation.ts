import type { Snapshot } from '../store/snapshot.js';
import type { Evaluator, Execution } from './evaluator.js';
import { explanationFormats, type ExplanationFormat } from './formats.js';
import type { StepReport } from './native/explain.js';
import { Profiler, type QueryProfile } from './profile.js';
import type { Result } from './result.js';
import { writeAnswer, type WritingBounds, type WrittenAnswer } from './write-answer.js';

/** How a query was evaluated, how many rows its answer has, and how long it took to read. */
export interface Explanation extends QueryProfile {
  /** Rows of a table, triples of a graph before equal ones are one, 1 for a truth value. */
  readonly rows: number;
  readonly milliseconds: number;
}

/** What a query is evaluated with. */
interface Setting {
  readonly evaluator: Evaluator;
  readonly snapshot: Snapshot;
  readonly bounds: WritingBounds;
}

/**
 * Evaluates a query and reads its answer as if it were to be sent, and says instead how it came about.
 * @throws as `execute` of the evaluator; Problem `size-limit` while iterating, as the answer would
 */
export async function explain(
  execution: Execution,
  format: ExplanationFormat,
  { evaluator, snapshot, bounds }: Setting,
): Promise<WrittenAnswer> {
  const begun = performance.now();
  const profiler = new Profiler();
  const result = await evaluator.execute({ ...execution, profiler }, snapshot);
  const { mediaType } = explanationFormats.find(({ id }) => id === format) ?? explanationFormats[0];
  const finish = (rows: number) => {
    const milliseconds = Math.round((performance.now() - begun) * 1_000) / 1_000;
    return writers[format]({ rows, milliseconds, ...profiler.profile });
  };
  return { mediaType, text: afterReading(result, bounds, finish) };
}

async function* afterReading(
  result: Result,
  bounds: WritingBounds,
  finish: (rows: number) => string,
): AsyncGenerator<string> {
  const count = { rows: 0 };
  const formats = { solutions: 'tsv', graph: 'ntriples' } as const;
  const { text } = writeAnswer(counted(result, count), formats, bounds);
  // Nothing of the answer is kept.
  const reading = text[Symbol.asyncIterator]();
  while (!(await reading.next()).done);
  yield finish(count.rows);
}

function counted(result: Result, count: { rows: number }): Result {
  switch (result.type) {
    case 'solutions':
      return { ...result, cells: write => counting(result.cells(write), count, rows => rows.length) };
    case 'graph':
      return countedGraph(result, count);
    case 'boolean':
      count.rows = 1;
      return result;
  }
}

function countedGraph(
  { quads, triples }: Extract<Result, { type: 'graph' }>,
  count: { rows: number },
): Result {
  return {
    type: 'graph',
    quads: counting(quads, count, () => 1),
    ...(triples ? { triples: write => counting(triples(write), count, rows => rows.length) } : {}),
  };
}

async function* counting<T>(
  items: AsyncIterable<T>,
  count: { rows: number },
  rowsOf: (item: T) => number,
): AsyncGenerator<T> {
  for await (const item of items) {
    count.rows += rowsOf(item);
    yield item;
  }
}

const writers: Readonly<Record<ExplanationFormat, (explanation: Explanation) => string>> = {
  json: explanation => `${JSON.stringify(explanation, null, 2)}\n`,
  text: asText,
};

/** One line a step, each under the step that takes its rows, with the figures in columns before it. */
function asText(explanation: Explanation): string {
  const { engine, reason, plan, pushed = [], pushedMore, rows, milliseconds } = explanation;
  const lines = [`engine ${engine} · ${rows} rows · ${milliseconds} ms`];
  for (const name of explanation.unknownFunctions ?? [])
    lines.push(`The function <${name}> is not known here: each expression with it is an error.`);
  if (reason !== undefined) lines.push(`not native as a whole: ${reason}`);
  if (plan) lines.push('', head, ...stepLines(plan));
  if (reason !== undefined && pushed.length === 0) lines.push('No part of it was evaluated natively.');
  for (const [at, part] of pushed.entries())
    lines.push('', `evaluated natively, part ${at + 1}`, head, ...stepLines(part));
  if (pushedMore !== undefined) lines.push('', `and ${pushedMore} more, for single solutions`);
  return `${lines.join('\n')}\n`;
}

const columns = ['rows in', 'rows', 'expected', 'ms', 'own ms'] as const;
const width = 10;
const head = `${inColumns(columns)}  step`;

function stepLines(step: StepReport, depth = 0): string[] {
  const { name, detail, estimate, rowsIn, rows, milliseconds, ownMilliseconds, inputs } = step;
  const expected = estimate === undefined ? '' : figure(estimate * rowsIn);
  const figures = [String(rowsIn), String(rows), expected, figure(milliseconds), figure(ownMilliseconds)];
  const line = `${inColumns(figures)}  ${'  '.repeat(depth)}${name}${detail === undefined ? '' : `  ${detail}`}`;
  return [line, ...inputs.flatMap(input => stepLines(input, depth + 1))];
}

function inColumns(cells: readonly string[]): string {
  return cells.map(cell => cell.padStart(width)).join('');
}

/** Whole from a hundred on, with three digits below. */
function figure(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
