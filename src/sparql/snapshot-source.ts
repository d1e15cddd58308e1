import { Readable } from 'node:stream';
import type { Quad, Source, Stream, Term } from '@rdfjs/types';
import { namedNode, quad } from '../rdf/terms.js';
import type { Cursor } from '../store/cursor.js';
import { maskOf } from '../store/cursor.js';
import { defaultGraphId, noTerm, type TermId } from '../store/dictionary.js';
import type { Snapshot } from '../store/snapshot.js';
import type { DefaultGraph } from './dataset.js';
import type { DatasetClause } from './dataset.js';

/** What is asked for: ids of terms, `noTerm` for what is free. */
type Ids = readonly [s: TermId, p: TermId, o: TermId];

type Part = Term | null | undefined;

/** The dataset of a query (SPARQL 1.1 Query section 13.2), read from the columns as RDF/JS quads. */
export class SnapshotSource implements Source {
  /** The graphs whose merge is the default graph; undefined for the union of all. */
  readonly #merged: ReadonlySet<TermId> | undefined;
  /** The named graphs; undefined for all. */
  readonly #named: ReadonlySet<TermId> | undefined;

  constructor(
    private readonly snapshot: Snapshot,
    defaultGraph: DefaultGraph,
    asked?: DatasetClause,
  ) {
    const idsOf = (names: readonly string[]) =>
      new Set(names.map(name => snapshot.dictionary.find(namedNode(name))).filter(id => id !== noTerm));
    this.#merged = asked
      ? idsOf(asked.default)
      : defaultGraph === 'own'
        ? new Set([defaultGraphId])
        : undefined;
    this.#named = asked && idsOf(asked.named);
  }

  /** Quads of the default graph, of one named graph, or, without a graph, of every named graph. */
  match(subject?: Part, predicate?: Part, object?: Part, graph?: Part): Stream {
    return Readable.from(this.#quads(subject, predicate, object, graph));
  }

  /** Exact: a plan of joins is made from it. */
  countQuads(subject?: Part, predicate?: Part, object?: Part, graph?: Part): number {
    const ids = this.#ids(subject, predicate, object);
    if (!ids) return 0;
    if (graph?.termType === 'DefaultGraph' && !this.#merged) return this.snapshot.count(...ids);
    let count = 0;
    for (const found of this.#triples(ids, graph)) count += found.graphs.length;
    return count;
  }

  *#quads(subject: Part, predicate: Part, object: Part, graph: Part): Generator<Quad> {
    const ids = this.#ids(subject, predicate, object);
    if (!ids) return;
    const { dictionary } = this.snapshot;
    for (const { triple, graphs } of this.#triples(ids, graph)) {
      const [s, p, o] = triple.map(id => dictionary.term(id));
      for (const id of graphs)
        yield quad(
          s as Quad['subject'],
          p as Quad['predicate'],
          o as Quad['object'],
          dictionary.term(id) as Quad['graph'],
        );
    }
  }

  /** Undefined when a term stands in no triple. */
  #ids(...parts: [Part, Part, Part]): Ids | undefined {
    const ids = parts.map(part => (part ? this.snapshot.dictionary.find(part) : noTerm));
    return parts.some((part, at) => part && ids[at] === noTerm) ? undefined : (ids as unknown as Ids);
  }

  /** Each triple that matches in the graphs asked for, with the graphs that it is given out in. */
  *#triples(ids: Ids, graph: Part): Generator<{ triple: readonly TermId[]; graphs: readonly TermId[] }> {
    const { snapshot } = this;
    const cursor = snapshot.cursor(maskOf(ids[0] !== noTerm, ids[1] !== noTerm, ids[2] !== noTerm));
    cursor.seek(...ids);
    const graphsOf = this.#graphsOf(graph);
    for (let at = cursor.low; at < cursor.high; at += 1) {
      const triple = tripleAt(cursor, at, ids);
      const graphs = graphsOf(triple);
      if (graphs.length > 0) yield { triple, graphs };
    }
  }

  /** In which of the graphs asked for a triple stands; the default graph has it once (section 13.1, a merge). */
  #graphsOf(graph: Part): (triple: Ids) => readonly TermId[] {
    const { snapshot } = this;
    const holders = (triple: Ids) => [...snapshot.graphsAt(snapshot.position(...triple))];
    if (graph?.termType === 'DefaultGraph') {
      const merged = this.#merged;
      if (!merged) return () => [defaultGraphId];
      return triple => (holders(triple).some(id => merged.has(id)) ? [defaultGraphId] : []);
    }
    const named = (id: TermId) => id !== defaultGraphId && (this.#named?.has(id) ?? true);
    if (!graph) return triple => holders(triple).filter(named);
    const one = snapshot.dictionary.find(graph);
    return triple => holders(triple).filter(id => id === one && named(id));
  }
}

function tripleAt({ s, p, o }: Cursor, at: number, ids: Ids): Ids {
  return [s?.[at] ?? ids[0], p?.[at] ?? ids[1], o?.[at] ?? ids[2]];
}
