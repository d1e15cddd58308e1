import type { Quad } from '@rdfjs/types';
import { Problem, type Words } from '../errors.js';
import { ntriplesTerm } from '../rdf/ntriples-term.js';
import { serializeInPieces } from '../rdf/serialize-in-pieces.js';
import { charactersOf, TripleGroups } from '../rdf/triple-groups.js';
import { faultOf, withPlainLabels } from '../rdf/well-formed.js';
import { answerMediaType, type AnswerFormats } from './formats.js';
import type { Memory } from './native/memory.js';
import { bytesOfText } from './native/weights.js';
import type { Cells, Result } from './result.js';
import { solutionWriters } from './results.js';
import { TextParts, tooMany } from './text-parts.js';

/** Rows, triples and bytes that one answer may hold (THREATS.md). */
export interface AnswerBounds {
  readonly rows: number;
  readonly bytes: number;
}

/** What an answer is written within. */
export interface WritingBounds extends AnswerBounds {
  /** Of the query, for graphs that are gathered; absent: none is counted. */
  readonly memory?: Memory;
  /** Lets others of the thread have their turn, if it is time for that. */
  readonly pause?: () => Promise<void> | undefined;
}

export interface WrittenAnswer {
  readonly mediaType: string;
  /** In parts: of a table as its rows come, of a graph once it is whole. */
  readonly text: AsyncIterable<string>;
}

/**
 * A result in the format that the client accepts for its kind. Tables are streamed some rows at a time; graphs are
 * gathered within the bounds, so that one that is too large is refused before anything of it was sent.
 * @throws Problem `not-acceptable` when the client accepts no format of this kind; while iterating, `size-limit`
 */
export function writeAnswer(result: Result, formats: AnswerFormats, bounds: WritingBounds): WrittenAnswer {
  if (result.type === 'graph') {
    const format = accepted(formats.graph, graphs, 'text/turtle');
    return { mediaType: answerMediaType(format), text: writeGraph(result, format, bounds) };
  }
  const format = accepted(formats.solutions, tables, 'application/sparql-results+json');
  return { mediaType: answerMediaType(format), text: writeRows(result, format, bounds) };
}

const graphs: Words = { en: 'RDF graph (CONSTRUCT, DESCRIBE)', fr: 'graphe RDF (CONSTRUCT, DESCRIBE)' };
const tables: Words = { en: 'result table (SELECT, ASK)', fr: 'tableau (SELECT, ASK)' };

function accepted<Format>(format: Format | undefined, answer: Words, suggestion: string): Format {
  if (format === undefined)
    throw new Problem('not-acceptable', {
      en: `The answer is a ${answer.en}, which no accepted format can hold. Accept ${suggestion}.`,
      fr: `La réponse est un ${answer.fr}, qu'aucun des formats acceptés ne peut écrire. Acceptez ${suggestion}.`,
    });
  return format;
}

type GraphResult = Extract<Result, { type: 'graph' }>;
type GraphFormat = NonNullable<AnswerFormats['graph']>;

async function* writeRows(
  result: Exclude<Result, GraphResult>,
  format: keyof typeof solutionWriters,
  bounds: AnswerBounds,
): AsyncGenerator<string> {
  const writer = solutionWriters[format];
  const parts = new TextParts(bounds.bytes);
  if (result.type === 'boolean') {
    parts.add(writer.boolean(result.value));
    yield* parts.take();
    return;
  }
  const { variables } = result;
  const write = writer.rowOf(variables);
  parts.add(writer.head(variables));
  yield* parts.take();
  let count = 0;
  for await (const rows of result.cells(writer.term)) {
    for (const row of rows) {
      if (count > 0) parts.add(writer.separator);
      count += 1;
      if (count > bounds.rows) throw tooMany(bounds.rows, 'rows');
      write(row, parts.add);
    }
    yield* parts.take();
  }
  parts.add(writer.tail);
  yield* parts.take();
}

/** A graph is a set; what is no RDF is no part of it (SPARQL 1.1 Query section 16.2). */
async function* writeGraph(
  { quads, triples }: GraphResult,
  format: GraphFormat,
  bounds: WritingBounds,
): AsyncGenerator<string> {
  const text = new GatheredText(bounds);
  if (format === 'ntriples')
    await writeLines(triples?.(ntriplesTerm) ?? linesOf(quads, bounds), text, bounds);
  else
    for await (const piece of serializeInPieces(await graphOf(quads, bounds), format)) {
      text.add(piece);
      await bounds.pause?.();
    }
  yield* text.end();
}

/** The text of a graph until it is whole. */
class GatheredText {
  readonly #parts: TextParts;
  readonly #gathered: string[] = [];

  constructor(private readonly bounds: WritingBounds) {
    this.#parts = new TextParts(bounds.bytes);
  }

  add(text: string): void {
    this.#parts.add(text);
    this.#keep(this.#parts.takeFull());
  }

  end(): readonly string[] {
    this.#keep(this.#parts.take());
    return this.#gathered;
  }

  #keep(parts: readonly string[]): void {
    for (const part of parts) {
      this.bounds.memory?.take(bytesOfText(part.length));
      this.#gathered.push(part);
    }
  }
}

/** What a triple takes, besides its terms and their names in tables. */
const bytesOfTriple = 400;

async function graphOf(quads: AsyncIterable<Quad>, { rows, bytes, memory }: WritingBounds) {
  const graph = new TripleGroups();
  let literals = 0;
  for await (const found of quads) {
    if (faultOf(found) || !graph.add(withPlainLabels(found))) continue;
    if (graph.size > rows) throw tooMany(rows, 'triples');
    // Each is written as often as it stands in a triple, and each of its characters takes a byte or more.
    if (found.object.termType === 'Literal') literals += found.object.value.length;
    if (literals > bytes) throw tooMany(bytes, 'bytes');
    memory?.take(bytesOfTriple + 2 * bytesOfText(charactersOf(found)));
  }
  return graph;
}

/** @param triples each once, as three terms in N-Triples */
async function writeLines(
  triples: AsyncIterable<Cells>,
  text: GatheredText,
  { rows: most }: AnswerBounds,
): Promise<void> {
  let count = 0;
  for await (const rows of triples)
    for (const [subject, predicate, object] of rows) {
      if (!subject || !predicate || !object) continue;
      count += 1;
      if (count > most) throw tooMany(most, 'triples');
      for (const piece of [subject, ' ', predicate, ' ', object, ' .\n']) text.add(piece);
    }
}

async function* linesOf(quads: AsyncIterable<Quad>, { memory }: WritingBounds): AsyncGenerator<Cells> {
  const seen = new Set<string>();
  for await (const { subject, predicate, object } of quads) {
    const row = [subject, predicate, object].map(ntriplesTerm);
    const line = row.join(' ');
    if (seen.has(line)) continue;
    memory?.take(bytesOfText(line.length));
    seen.add(line);
    yield [row];
  }
}
