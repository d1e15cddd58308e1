import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import { action } from './action.js';
import { actor } from './actor.js';
import { commons } from './commons.js';
import { event } from './event.js';
import { kinds, sizesOf, type Kind } from './kinds.js';
import { RecordWriter, type Register } from './record-writer.js';
import { catalogued } from './shared-parts.js';
import { funding, need, resource, territory, theme } from './smaller-kinds.js';
import { vocabularies, vocabularyStatements, type Vocabulary } from './vocabularies.js';

/** N-Quads with a graph a record, or the same triples without graphs. */
export type Syntax = 'n-quads' | 'n-triples';

export interface Size {
  readonly records: number;
  readonly triples: number;
  readonly bytes: number;
}

const writers: Readonly<Record<Kind, (writer: RecordWriter) => void>> = {
  action,
  actor,
  commons,
  event,
  funding,
  need,
  resource,
  territory,
  theme,
};

const chunkLength = 1 << 20;

/**
 * Writes a register of a number of records to a file: the same bytes for the same number and seed. A record depends on
 * nothing but its own index and the numbers of the kinds, so that no more than a chunk is ever held.
 */
export function generate(
  path: string,
  records: number,
  { syntax = 'n-quads', seed = 1 }: { readonly syntax?: Syntax; readonly seed?: number } = {},
): Size {
  const file = openSync(path, 'w');
  let [chunk, triples] = ['', 0];
  const flush = (): void => {
    writeFileSync(file, chunk);
    chunk = '';
  };
  try {
    for (const { graph, statements } of graphs({ sizes: sizesOf(records), seed })) {
      const end = syntax === 'n-quads' ? ` <${graph}> .\n` : ' .\n';
      for (const statement of statements) chunk += statement + end;
      triples += statements.length;
      if (chunk.length >= chunkLength) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return { records, triples, bytes: statSync(path).size };
}

/** The statements of a graph, without the dot. Every subject belongs to one graph, so no triple is in two. */
interface GraphStatements {
  readonly graph: string;
  readonly statements: readonly string[];
}

function* graphs(register: Register): Generator<GraphStatements> {
  for (const name of Object.keys(vocabularies) as Vocabulary[])
    yield {
      graph: `https://w3id.org/communaux/vocabulary/${name}`,
      statements: vocabularyStatements(name),
    };
  for (const kind of kinds)
    for (let index = 0; index < register.sizes[kind]; index++) {
      const writer = new RecordWriter(register, kind, index);
      writers[kind](writer);
      catalogued(writer);
      yield { graph: writer.document, statements: writer.statements };
    }
}
