import { Problem } from '../errors.js';
import type { Snapshot } from '../store/snapshot.js';
import type { Evaluator, Execution } from './evaluator.js';
import { planOf, writers, writersOfPlans, type Explanation } from './explanation-text.js';
import { explanationFormats, type ExplanationFormat } from './formats.js';
import { Profiler } from './profile.js';
import type { Result } from './result.js';
import { writeAnswer, type WritingBounds, type WrittenAnswer } from './write-answer.js';

/** What is asked of an explanation. */
interface Asked {
  readonly format: ExplanationFormat;
  /** Whether the query is not to be run. */
  readonly planOnly: boolean;
}

/** What a query is evaluated with. */
interface Setting {
  readonly evaluator: Evaluator;
  readonly snapshot: Snapshot;
  readonly bounds: WritingBounds;
  /** Resolves with the reason when the query is told to stop. */
  readonly stopped?: Promise<string>;
}

/**
 * Says how a query is evaluated. It is run, and its answer read as if it were to be sent; one that meets a bound when it
 * has a plan is explained as far as it came.
 * @throws as `execute` of the evaluator
 */
export async function explain(
  execution: Execution,
  { format, planOnly }: Asked,
  setting: Setting,
): Promise<WrittenAnswer> {
  const { mediaType } = explanationFormats.find(({ id }) => id === format) ?? explanationFormats[0];
  const profiler = new Profiler();
  if (planOnly) {
    setting.evaluator.plan({ ...execution, profiler }, setting.snapshot);
    return { mediaType, text: only(writersOfPlans[format](planOf(profiler.profile))) };
  }
  const explanation = await run({ ...execution, profiler }, profiler, setting);
  return { mediaType, text: only(writers[format](explanation)) };
}

async function run(execution: Execution, profiler: Profiler, setting: Setting): Promise<Explanation> {
  const begun = performance.now();
  const count = { rows: 0 };
  const reading = read(execution, count, setting).catch((error: unknown) => {
    if (error instanceof Problem && profiler.isPlanned) return error.message;
    throw error;
  });
  // What computes on for a while when it is told to stop ends at its next pause.
  const stopped = await Promise.race([reading, ...(setting.stopped ? [setting.stopped] : [])]);
  const milliseconds = Math.round((performance.now() - begun) * 1_000) / 1_000;
  return { ...count, milliseconds, ...(stopped === undefined ? {} : { stopped }), ...profiler.profile };
}

/** Reads the answer to its end, and keeps nothing of it. */
async function read(
  execution: Execution,
  count: { rows: number },
  { evaluator, snapshot, bounds }: Setting,
): Promise<undefined> {
  const result = await evaluator.execute(execution, snapshot);
  const formats = { solutions: 'tsv', graph: 'ntriples' } as const;
  const { text } = writeAnswer(counted(result, count), formats, bounds);
  const reading = text[Symbol.asyncIterator]();
  while (!(await reading.next()).done);
}

async function* only(text: string): AsyncGenerator<string> {
  yield text;
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
