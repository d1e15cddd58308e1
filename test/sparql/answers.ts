import { Parser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { ComunicaEngine } from '../../src/sparql/comunica-engine.js';
import type { DefaultGraph } from '../../src/sparql/dataset.js';
import type { Evaluator, Execution } from '../../src/sparql/evaluator.js';
import type { AnswerFormats } from '../../src/sparql/formats.js';
import { NativeEvaluator } from '../../src/sparql/native-evaluator.js';
import type { Result } from '../../src/sparql/result.js';
import { writeAnswer, type AnswerBounds } from '../../src/sparql/write-answer.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';

export const baseIRI = 'http://localhost:3000/';

/** Quads from TriG; `:` stands for `http://e/`. */
export function trig(text: string): Quad[] {
  return new Parser({ format: 'TriG', baseIRI: 'http://e/' }).parse(`@prefix : <http://e/> . ${text}`);
}

/** An engine with the data that it is asked about. */
export interface TestEngine {
  execute(execution: Execution): Promise<Result>;
}

export type EngineOver = (text: string, defaultGraph?: DefaultGraph) => TestEngine;

const over =
  (open: (defaultGraph: DefaultGraph) => Evaluator): EngineOver =>
  (text, defaultGraph = 'union') => {
    const evaluator = open(defaultGraph);
    const snapshot = snapshotOf(trig(text));
    return { execute: execution => evaluator.execute(execution, snapshot) };
  };

/** The engines, each of which has to give the same answers. */
export const engines: Readonly<Record<string, EngineOver>> = {
  'the native engine': over(
    defaultGraph => new NativeEvaluator({ defaultGraph, baseIRI, memoryBound: 100_000_000 }),
  ),
  Comunica: over(defaultGraph => new ComunicaEngine({ defaultGraph, baseIRI })),
  'Comunica with native parts': over(
    defaultGraph => new ComunicaEngine({ defaultGraph, baseIRI, memoryBound: 100_000_000 }),
  ),
};

const wide: AnswerBounds = { rows: 1_000, bytes: 1_000_000 };

/** The whole text of an answer. */
export async function answerText(
  engine: TestEngine,
  execution: Execution,
  formats: AnswerFormats,
  bounds = wide,
): Promise<string> {
  let text = '';
  for await (const part of writeAnswer(await engine.execute(execution), formats, bounds).text) text += part;
  return text;
}

/** The rows of an answer as CSV, without its head, sorted. */
export async function rows(engine: TestEngine, query: string | Execution): Promise<string[]> {
  const execution = typeof query === 'string' ? { text: query } : query;
  const [, ...lines] = (await answerText(engine, execution, { solutions: 'csv' })).trimEnd().split('\r\n');
  return lines.sort();
}
