import type { NamedNode } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { defaultGraphId } from '../store/dictionary.js';
import type { DatasetClause } from './dataset.js';
import type { Snapshot } from '../store/snapshot.js';

/** Graphs over which a pattern is spread: each is a branch of a union, for which Comunica takes 50 ms and more. */
const mostGraphs = 200;

/**
 * The named graphs of a dataset that there are (SPARQL 1.1 Query section 13.2).
 * @throws Problem `refused` for more of them than a pattern is spread over
 */
export function namedGraphs(snapshot: Snapshot, asked: DatasetClause | undefined): NamedNode[] {
  const { dictionary, columns } = snapshot;
  const named = asked && new Set(asked.named);
  const graphs = [...columns.graphIds]
    .filter(id => id !== defaultGraphId)
    .map(id => dictionary.term(id))
    .filter((term): term is NamedNode => term.termType === 'NamedNode' && (named?.has(term.value) ?? true));
  if (graphs.length <= mostGraphs) return graphs;
  throw new Problem('refused', {
    en: `A sub-query inside GRAPH with a variable would be evaluated in ${graphs.length} graphs, one after the other, ${mostGraphs} being the limit. Put it outside, or name the graphs with FROM NAMED.`,
    fr: `Une sous-requête dans GRAPH avec une variable serait évaluée dans ${graphs.length} graphes l'un après l'autre, la limite étant ${mostGraphs}. Sortez-la, ou nommez les graphes par FROM NAMED.`,
  });
}
