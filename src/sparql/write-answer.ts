import { Store } from 'n3';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { serializeRdf } from '../rdf/serialize.js';
import { faultOf, withPlainLabels } from '../rdf/well-formed.js';
import { answerMediaType, type AnswerFormats } from './formats.js';
import type { Result } from './result.js';
import { solutionWriters } from './results.js';

/** Rows, triples and bytes that one answer may hold (security.md section 5). */
export interface AnswerBounds {
  readonly rows: number;
  readonly bytes: number;
}

export interface WrittenAnswer {
  readonly mediaType: string;
  readonly text: AsyncIterable<string>;
}

/**
 * A result in the format that the client accepts for its kind. Tables are streamed some rows at a time; graphs are
 * gathered within the bounds, as their writers need them whole.
 * @throws Problem `not-acceptable` when the client accepts no format of this kind; while iterating, `size-limit`
 */
export function writeAnswer(result: Result, formats: AnswerFormats, bounds: AnswerBounds): WrittenAnswer {
  if (result.type === 'graph') {
    const format = accepted(formats.graph, 'RDF graph (CONSTRUCT, DESCRIBE)', 'text/turtle');
    return {
      mediaType: answerMediaType(format),
      text: limitBytes(writeGraph(result.quads, format, bounds), bounds),
    };
  }
  const format = accepted(formats.solutions, 'result table (SELECT, ASK)', 'application/sparql-results+json');
  return { mediaType: answerMediaType(format), text: limitBytes(writeRows(result, format, bounds), bounds) };
}

function accepted<Format>(format: Format | undefined, answer: string, suggestion: string): Format {
  if (format === undefined)
    throw new Problem(
      'not-acceptable',
      `The answer is a ${answer}, which no accepted format can hold. Accept ${suggestion}.`,
    );
  return format;
}

async function* writeRows(
  result: Exclude<Result, { type: 'graph' }>,
  format: keyof typeof solutionWriters,
  bounds: AnswerBounds,
): AsyncGenerator<string> {
  const writer = solutionWriters[format];
  if (result.type === 'boolean') {
    yield writer.boolean(result.value);
    return;
  }
  const { variables } = result;
  const row = writer.rowOf(variables);
  yield writer.head(variables);
  let count = 0;
  for await (const rows of result.cells(writer.term)) {
    const separator = count > 0 ? writer.separator : '';
    count += rows.length;
    if (count > bounds.rows) throw tooMany(bounds.rows, 'rows');
    if (rows.length > 0) yield separator + rows.map(row).join(writer.separator);
  }
  yield writer.tail;
}

async function* writeGraph(
  quads: AsyncIterable<Quad>,
  format: NonNullable<AnswerFormats['graph']>,
  bounds: AnswerBounds,
): AsyncGenerator<string> {
  // A graph is a set; what is no RDF is no part of it (SPARQL 1.1 Query section 16.2).
  const graph = new Store();
  let count = 0;
  for await (const found of quads) {
    if (faultOf(found) || !graph.addQuad(withPlainLabels(found))) continue;
    count += 1;
    if (count > bounds.rows) throw tooMany(bounds.rows, 'triples');
  }
  yield await serializeRdf(graph, format);
}

async function* limitBytes(text: AsyncIterable<string>, { bytes }: AnswerBounds): AsyncGenerator<string> {
  let sent = 0;
  for await (const part of text) {
    sent += Buffer.byteLength(part);
    if (sent > bytes) throw tooMany(bytes, 'bytes');
    yield part;
  }
}

function tooMany(limit: number, unit: string): Problem {
  return new Problem(
    'size-limit',
    `The answer is larger than ${limit} ${unit}. Add a LIMIT, or narrow the pattern.`,
    { limit, unit },
  );
}
