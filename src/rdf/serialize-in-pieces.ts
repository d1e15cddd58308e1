import { Writer } from 'n3';
import type { Quad } from '@rdfjs/types';
import { inChunks } from './chunks.js';
import type { GraphFormatId } from './formats.js';
import { namespaceOf, prefixesOf } from './prefixes.js';
import { serializeRdf } from './serialize.js';
import type { TripleGroups } from './triple-groups.js';

/** Graphs of so few triples and characters are written at once. */
const fewTriples = 1_000;
const fewCharacters = 500_000;

/** Writes chunks of triples, each in a piece of text; a piece may be empty. */
type PieceWriter = (graph: TripleGroups) => AsyncIterable<string> | Iterable<string>;

const writers: Readonly<Record<Exclude<GraphFormatId, 'ntriples'>, PieceWriter>> = {
  turtle: turtlePieces,
  async *jsonld(graph) {
    yield* (await import('../jsonld/write.js')).jsonLdPieces(inChunks(graph));
  },
  async *rdfxml(graph) {
    yield* (await import('./rdf-xml.js')).rdfXmlPieces(() => inChunks(graph));
  },
};

/**
 * A graph as text, in pieces each of which is made in a few milliseconds, so that others of the thread can have their turn
 * in between. What the pieces say is what `serializeRdf` says; of a large graph, lists are not abbreviated in JSON-LD.
 * @throws Problem `not-acceptable`, while iterating, when the format cannot say these triples
 */
export async function* serializeInPieces(
  graph: TripleGroups,
  format: Exclude<GraphFormatId, 'ntriples'>,
): AsyncGenerator<string> {
  if (graph.size <= fewTriples && graph.characters <= fewCharacters) yield await serializeRdf(graph, format);
  else yield* writers[format](graph);
}

function* turtlePieces(graph: TripleGroups): Generator<string> {
  const namespaces = new Set<string>();
  for (const chunk of inChunks(graph)) {
    for (const triple of chunk) for (const value of namesIn(triple)) namespaces.add(namespaceOf(value));
    yield '';
  }
  let text = '';
  const output = {
    write(piece: string, _encoding: string, done?: () => void) {
      text += piece;
      done?.();
    },
    end: (done?: () => void) => done?.(),
  };
  const prefixes = Object.fromEntries(prefixesOf(namespaces).map(({ prefix, iri }) => [prefix, iri]));
  const writer = new Writer(output, { format: 'Turtle', prefixes });
  for (const chunk of inChunks(graph)) {
    for (const { subject, predicate, object } of chunk) writer.addQuad(subject, predicate, object);
    yield text;
    text = '';
  }
  writer.end();
  yield text;
}

/** IRIs that may be shortened by a prefix. */
function namesIn({ subject, predicate, object }: Quad): string[] {
  return [
    subject.value,
    predicate.value,
    object.termType === 'Literal' ? object.datatype.value : object.value,
  ];
}
