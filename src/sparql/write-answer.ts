import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { ntriplesTerm } from '../rdf/ntriples-term.js';
import { serializeRdf } from '../rdf/serialize.js';
import { TripleGroups } from '../rdf/triple-groups.js';
import { faultOf, withPlainLabels } from '../rdf/well-formed.js';
import { answerMediaType, type AnswerFormats } from './formats.js';
import type { Cells, Result } from './result.js';
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
      text: limitBytes(writeGraph(result, format, bounds), bounds),
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

type GraphResult = Extract<Result, { type: 'graph' }>;

async function* writeRows(
  result: Exclude<Result, GraphResult>,
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

/** A graph is a set; what is no RDF is no part of it (SPARQL 1.1 Query section 16.2). */
async function* writeGraph(
  { quads, triples }: GraphResult,
  format: NonNullable<AnswerFormats['graph']>,
  bounds: AnswerBounds,
): AsyncGenerator<string> {
  if (format === 'ntriples') {
    yield await writeLines(triples?.(ntriplesTerm) ?? linesOf(quads), bounds);
    return;
  }
  const graph = new TripleGroups();
  let count = 0;
  for await (const found of quads) {
    if (faultOf(found) || !graph.add(withPlainLabels(found))) continue;
    count += 1;
    if (count > bounds.rows) throw tooMany(bounds.rows, 'triples');
  }
  yield await serializeRdf(graph, format);
}

/** @param triples each once, as three terms in N-Triples */
async function writeLines(triples: AsyncIterable<Cells>, bounds: AnswerBounds): Promise<string> {
  let text = '';
  let count = 0;
  for await (const rows of triples) {
    for (const [subject, predicate, object] of rows) {
      if (!subject || !predicate || !object) continue;
      text += `${subject} ${predicate} ${object} .\n`;
      count += 1;
    }
    if (count > bounds.rows) throw tooMany(bounds.rows, 'triples');
    // Each character takes a byte or more.
    if (text.length > bounds.bytes) throw tooMany(bounds.bytes, 'bytes');
  }
  return text;
}

async function* linesOf(quads: AsyncIterable<Quad>): AsyncGenerator<Cells> {
  const seen = new Set<string>();
  for await (const { subject, predicate, object } of quads) {
    const row = [subject, predicate, object].map(ntriplesTerm);
    const line = row.join(' ');
    if (!seen.has(line)) yield [row];
    seen.add(line);
  }
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
