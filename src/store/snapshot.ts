import type { Quad } from '@rdfjs/types';
import { quad } from '../rdf/terms.js';
import { columnNames, lowerBound, type Columns, type SharedColumns } from './columns.js';
import { openCursor, type Cursor, type Mask } from './cursor.js';
import { defaultGraphId, Dictionary, noTerm, type DictionaryHandle, type TermId } from './dictionary.js';
import { tags } from './term-tags.js';

/** A snapshot in a form that passes between threads without a copy. */
export interface SnapshotHandle {
  readonly revision: number;
  readonly dictionary: DictionaryHandle;
  readonly columns: SharedColumns;
}

/** How often a predicate is used. */
export interface PredicateStatistics {
  readonly triples: number;
  readonly subjects: number;
  readonly objects: number;
}

/** The register at one revision: immutable, sorted columns that every thread reads in place. */
export class Snapshot {
  readonly dictionary: Dictionary;
  readonly columns: Columns;
  readonly revision: number;
  readonly #counters = new Map<Mask, Cursor>();
  #subjects: number | undefined;
  #objects: number | undefined;
  /** Never touched, so it takes no memory; see `weightOf`. */
  readonly #weight: ArrayBuffer;

  constructor(readonly handle: SnapshotHandle) {
    this.revision = handle.revision;
    this.dictionary = new Dictionary(handle.dictionary);
    this.columns = Object.fromEntries(
      columnNames.map(name => [name, new Uint32Array(handle.columns[name])]),
    ) as Columns;
    this.#weight = weightOf(handle);
  }

  /** Number of distinct triples over all graphs. */
  get size(): number {
    return this.columns.spoS.length;
  }

  /** Number of different subjects. */
  get subjectCount(): number {
    return (this.#subjects ??= countRuns(this.columns.subjectOffsets));
  }

  /** Number of different objects. */
  get objectCount(): number {
    return (this.#objects ??= countRuns(this.columns.objectOffsets));
  }

  /** Number of quads. */
  get quadCount(): number {
    return this.columns.graphPositions.length;
  }

  /** Bytes of shared memory that this snapshot's columns and dictionary take. */
  get sharedBytes(): number {
    const { bytes, starts, tags, values, index } = this.handle.dictionary;
    return sizeOf([bytes, starts, tags, values, index]) + this.#weight.byteLength;
  }

  /** A new cursor for patterns with these components bound. */
  cursor(mask: Mask, objectOrder = false): Cursor {
    return openCursor(this.columns, mask, objectOrder);
  }

  /** Exact number of triples of a pattern; `noTerm` stands for a free component. */
  count(s: TermId, p: TermId, o: TermId): number {
    const mask = ((s ? 1 : 0) | (p ? 2 : 0) | (o ? 4 : 0)) as Mask;
    return this.#counter(mask, s, p, o).count;
  }

  statistics(p: TermId): PredicateStatistics {
    const { predicates, predicateSubjects, predicateObjects } = this.columns;
    const place = lowerBound(predicates, 0, predicates.length, p);
    if (predicates[place] !== p) return { triples: 0, subjects: 0, objects: 0 };
    return {
      triples: this.count(noTerm, p, noTerm),
      subjects: predicateSubjects[place]!,
      objects: predicateObjects[place]!,
    };
  }

  /** The position of a triple, or -1 when no graph has it. */
  position(s: TermId, p: TermId, o: TermId): number {
    const { low, count } = this.#counter(7, s, p, o);
    return count === 0 ? -1 : low;
  }

  /** The graphs that hold the triple at a position, ascending. */
  graphsAt(position: number): Uint32Array {
    const { spoGraph, severalPositions, severalOffsets, severalGraphs } = this.columns;
    if (spoGraph[position] !== noTerm) return spoGraph.subarray(position, position + 1);
    const place = lowerBound(severalPositions, 0, severalPositions.length, position);
    return severalGraphs.subarray(severalOffsets[place], severalOffsets[place + 1]);
  }

  /** Whether a graph holds the triple at a position. */
  isIn(graph: TermId, position: number): boolean {
    const only = this.columns.spoGraph[position]!;
    return only === noTerm ? this.graphsAt(position).includes(graph) : only === graph;
  }

  /** Positions of the triples of a graph, ascending. */
  graphPositions(graph: TermId): Uint32Array {
    const { graphIds, graphOffsets, graphPositions } = this.columns;
    const place = lowerBound(graphIds, 0, graphIds.length, graph);
    if (graphIds[place] !== graph) return graphPositions.subarray(0, 0);
    return graphPositions.subarray(graphOffsets[place], graphOffsets[place + 1]);
  }

  /** The quads of a graph. */
  graph(graph: TermId): Quad[] {
    const positions = this.graphPositions(graph);
    if (positions.length === 0) return [];
    const name = this.dictionary.term(graph) as Quad['graph'];
    return Array.from(positions, position => this.#quadAt(position, name));
  }

  /** The triples with that subject and predicate, each as the first graph that holds it has it. */
  about(subject: TermId, predicate: TermId): Quad[] {
    if (subject === noTerm || predicate === noTerm) return [];
    const { low, count } = this.#counter(3, subject, predicate, noTerm);
    return Array.from({ length: count }, (_, i) => {
      const [graph = defaultGraphId] = this.graphsAt(low + i);
      return this.#quadAt(low + i, this.dictionary.term(graph) as Quad['graph']);
    });
  }

  /** Every quad, graph by graph. */
  *quads(): Generator<Quad> {
    for (const graph of this.columns.graphIds) {
      const name = this.dictionary.term(graph) as Quad['graph'];
      for (const position of this.graphPositions(graph)) yield this.#quadAt(position, name);
    }
  }

  /** The quads with one of the predicates, graph by graph: only these are made of their terms. */
  *quadsWith(predicates: readonly string[]): Generator<Quad> {
    const ids = new Set(predicates.map(iri => this.dictionary.findText(tags.iri, iri)));
    const { graphIds, spoP } = this.columns;
    for (const graph of graphIds) {
      const name = this.dictionary.term(graph) as Quad['graph'];
      for (const position of this.graphPositions(graph))
        if (ids.has(spoP[position]!)) yield this.#quadAt(position, name);
    }
  }

  /** A cursor at the triples of a pattern, until it is asked for again. */
  #counter(mask: Mask, s: TermId, p: TermId, o: TermId): Cursor {
    const cursor = this.#counters.get(mask) ?? this.cursor(mask);
    this.#counters.set(mask, cursor);
    cursor.seek(s, p, o);
    return cursor;
  }

  #quadAt(position: number, graph: Quad['graph']): Quad {
    const { spoS, spoP, spoO } = this.columns;
    const [subject, predicate, object] = [spoS, spoP, spoO].map(column =>
      this.dictionary.term(column[position]!),
    );
    return quad(subject as Quad['subject'], predicate as Quad['predicate'], object as Quad['object'], graph);
  }
}

function sizeOf(buffers: readonly SharedArrayBuffer[]): number {
  return buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/**
 * V8 does not count shared memory when it decides whether to collect garbage (`PerIsolateAccountingLength` in
 * backing-store.cc), so that old snapshots would pile up in a thread that makes little other garbage. A private buffer
 * of the same size is counted; the operating system gives its pages out only when they are first used.
 */
function weightOf({ columns }: SnapshotHandle): ArrayBuffer {
  return new ArrayBuffer(sizeOf(Object.values(columns)));
}

/** Number of ids whose offsets leave room for at least one triple. */
function countRuns(offsets: Uint32Array): number {
  let count = 0;
  for (let id = 0; id + 1 < offsets.length; id += 1) if (offsets[id] !== offsets[id + 1]) count += 1;
  return count;
}
