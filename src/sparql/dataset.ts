import { Store } from 'n3';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { namedNode, quad } from '../rdf/terms.js';
import type { DatasetClause } from './parse.js';

/** What a query without a dataset clause sees as its default graph (setting `_DEFAULT_GRAPH`). */
export type DefaultGraph = 'union' | 'own';

const maxGraphs = 1_000;

/** The RDF dataset of a query: a default graph and named graphs (SPARQL 1.1 Query section 13.1). */
export class Dataset {
  readonly #named = new Store();
  readonly #whole: Store;

  constructor(quads: Iterable<Quad>, defaultGraph: DefaultGraph) {
    this.#whole = new Store();
    for (const item of quads) {
      this.#whole.addQuad(item);
      if (item.graph.termType === 'DefaultGraph') continue;
      this.#named.addQuad(item);
      // A merge of graphs is a set: the same triple in two graphs counts once.
      if (defaultGraph === 'union') this.#whole.addQuad(inDefaultGraph(item));
    }
  }

  /**
   * The store to query. With a clause, its default graph is the merge of the graphs named there, and no other named
   * graph is seen (section 13.2). An unknown graph is empty.
   * @throws Problem `bad-request` when the clause names more graphs than the bound.
   */
  select(clause?: DatasetClause): Store {
    if (!clause) return this.#whole;
    if (clause.default.length + clause.named.length > maxGraphs)
      throw new Problem('bad-request', `The query names more than ${maxGraphs} graphs. Name fewer.`, {
        limit: maxGraphs,
      });
    const selected = new Store();
    for (const name of clause.default)
      for (const item of this.#named.match(null, null, null, namedNode(name)))
        selected.addQuad(inDefaultGraph(item));
    for (const name of clause.named)
      for (const item of this.#named.match(null, null, null, namedNode(name))) selected.addQuad(item);
    return selected;
  }
}

function inDefaultGraph({ subject, predicate, object }: Quad): Quad {
  return quad(subject, predicate, object);
}
