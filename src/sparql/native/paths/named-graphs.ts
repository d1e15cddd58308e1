import { defaultGraphId, noTerm, type TermId } from '../../../store/dictionary.js';
import type { Snapshot } from '../../../store/snapshot.js';

const none = new Uint32Array(0);

/** The named graphs of the dataset that a query is asked over (SPARQL 1.1 Query section 13.3). */
export class NamedGraphs {
  readonly all: Uint32Array;
  readonly #members: ReadonlySet<TermId>;
  #lastNode = noTerm;
  #lastGraphs = none;

  /** @param named those of FROM NAMED; without it, all of the register */
  constructor(
    private readonly snapshot: Snapshot,
    named?: readonly TermId[],
  ) {
    this.all = Uint32Array.from(named ?? snapshot.columns.graphIds).filter(graph => graph !== defaultGraphId);
    this.#members = new Set(this.all);
  }

  /** The graph by itself, if it is one of them. */
  only(graph: TermId): Uint32Array {
    return this.#members.has(graph) ? Uint32Array.of(graph) : none;
  }

  /** Those in which a term is a node. */
  withNode(node: TermId): Uint32Array {
    if (node === this.#lastNode) return this.#lastGraphs;
    const { snapshot } = this;
    const { subjectOffsets, objectOffsets, opsP, opsS } = snapshot.columns;
    const found = new Set<TermId>();
    const collect = (position: number) => {
      for (const graph of snapshot.graphsAt(position)) if (this.#members.has(graph)) found.add(graph);
    };
    if (node + 1 < subjectOffsets.length) {
      for (let at = subjectOffsets[node]!; at < subjectOffsets[node + 1]!; at += 1) collect(at);
      for (let at = objectOffsets[node]!; at < objectOffsets[node + 1]!; at += 1)
        collect(snapshot.position(opsS[at]!, opsP[at]!, node));
    }
    this.#lastNode = node;
    this.#lastGraphs = Uint32Array.from(found);
    return this.#lastGraphs;
  }
}
