import { Parser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { ComunicaEngine, type Execution } from '../../src/sparql/comunica-engine.js';
import { Dataset, type DefaultGraph } from '../../src/sparql/dataset.js';
import type { AnswerFormats } from '../../src/sparql/formats.js';
import { writeAnswer, type AnswerBounds } from '../../src/sparql/write-answer.js';

export const baseIRI = 'http://localhost:3000/';

/** Quads from TriG; `:` stands for `http://e/`. */
export function trig(text: string): Quad[] {
  return new Parser({ format: 'TriG', baseIRI: 'http://e/' }).parse(`@prefix : <http://e/> . ${text}`);
}

export function engineOver(text: string, defaultGraph: DefaultGraph = 'union'): ComunicaEngine {
  return new ComunicaEngine(new Dataset(trig(text), defaultGraph), baseIRI);
}

const wide: AnswerBounds = { rows: 1_000, bytes: 1_000_000 };

/** The whole text of an answer. */
export async function answerText(
  engine: ComunicaEngine,
  execution: Execution,
  formats: AnswerFormats,
  bounds = wide,
): Promise<string> {
  let text = '';
  for await (const part of writeAnswer(await engine.execute(execution), formats, bounds).text) text += part;
  return text;
}

/** The rows of an answer as CSV, without its head, sorted. */
export async function rows(engine: ComunicaEngine, query: string | Execution): Promise<string[]> {
  const execution = typeof query === 'string' ? { text: query } : query;
  const [, ...lines] = (await answerText(engine, execution, { solutions: 'csv' })).trimEnd().split('\r\n');
  return lines.sort();
}
