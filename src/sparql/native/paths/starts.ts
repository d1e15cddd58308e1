import type { TermId } from '../../../store/dictionary.js';
import { RowList } from '../row-list.js';
import type { ActiveGraph } from './active-graph.js';
import { IdSet } from './id-set.js';
import type { Edge } from './steps.js';

/** The nodes at which the first triple of a path can begin, each once; of a single graph, all its nodes. */
export function startsOf(graph: ActiveGraph, edges: readonly Edge[]): Uint32Array {
  const links = edges.filter(edge => edge.kind === 'link');
  if (!graph.whole || links.length < edges.length) return graph.nodes();
  const seen = new IdSet(graph.idLimit, graph.memory);
  const starts = new RowList(64, graph.memory);
  for (const { predicate, backward } of links) {
    // In order of subjects, or of objects: each one's triples stand together.
    const cursor = graph.snapshot.cursor(2, backward);
    cursor.seek(0, predicate, 0);
    const nodes = (backward ? cursor.o : cursor.s)!;
    let last: TermId = -1;
    for (let at = cursor.low; at < cursor.high; at += 1) {
      const node = nodes[at]!;
      if (node !== last && seen.add(node)) starts.push(node);
      last = node;
    }
  }
  return starts.taken();
}

/** About how many they are in the union of all graphs. */
export function startCountOf({ snapshot, idLimit }: ActiveGraph, edges: readonly Edge[]): number {
  const count = (edge: Edge) => {
    if (edge.kind === 'negated') return idLimit;
    const { subjects, objects } = snapshot.statistics(edge.predicate);
    return edge.backward ? objects : subjects;
  };
  return edges.reduce((sum, edge) => sum + count(edge), 0);
}
