import oxigraph from 'oxigraph';
import type { Quad, Term } from '@rdfjs/types';
import { quad } from '../../../../src/rdf/terms.js';
import type { TestData } from '../generate/datasets.js';
import { baseIRI, maxRows, type Answer, type Row, type TestEngine } from './test-engine.js';
import { refusal, rowOf } from './evaluator-answer.js';
import { printQuery } from '../generate/print-query.js';
import type { From, Query } from '../generate/query-tree.js';

/**
 * The reference from another house. It is given the dataset that the query asks for, ready made: its own merge of graphs
 * counts a triple once for each graph, where a merge is a set (SPARQL 1.1 Query section 13.2, RDF 1.1 Semantics section
 * 4.1), and its union of all graphs takes the place of what FROM says.
 */
export function oxigraphStore(data: TestData): TestEngine {
  const open = (from?: From) => new oxigraph.Store(datasetOf(data, from).map(toOxigraph));
  const whole = open();
  return {
    ask: query => {
      const { from, ...rest } = query;
      return Promise.resolve(askStore(from ? open(from) : whole, rest));
    },
  };
}

/** The dataset of a query, with its default graph as a graph of its own (section 13.2). */
function datasetOf({ quads, defaultGraph }: TestData, from: From | undefined): Quad[] {
  const isIn = (names: readonly Term[], { graph }: Quad) => names.some(name => name.equals(graph));
  const merged = ({ subject, predicate, object }: Quad) => quad(subject, predicate, object);
  if (from)
    return [
      ...quads.filter(item => isIn(from.unnamed, item)).map(merged),
      ...quads.filter(item => isIn(from.named, item)),
    ];
  return defaultGraph === 'own' ? [...quads] : [...quads.map(merged), ...quads];
}

function askStore(store: oxigraph.Store, query: Query): Answer {
  try {
    const result = store.query(printQuery(query), { base_iri: baseIRI });
    if (typeof result === 'boolean') return { type: 'boolean', value: result };
    if (typeof result === 'string') throw new Error('A serialised answer was not asked for.');
    if (result.length > maxRows) return { type: 'none', why: 'too many rows' };
    return query.form === 'construct'
      ? { type: 'graph', rows: withoutRepeats(result as Quad[]).map(rowOf) }
      : { type: 'solutions', rows: result as Row[] };
  } catch (error) {
    return refusal(error);
  }
}

/** It gives a triple of CONSTRUCT as often as the template makes it, where a graph is a set (section 16.2). */
function withoutRepeats(triples: readonly Quad[]): Quad[] {
  return [...new Map(triples.map(triple => [String(triple), triple])).values()];
}

function toOxigraph(item: Quad): oxigraph.Quad {
  return oxigraph.fromQuad(item) as oxigraph.Quad;
}
