import { Problem } from '../errors.js';

/** Graphs that a query is asked over (SPARQL 1.1 Protocol section 2.1.4; SPARQL 1.1 Query section 13.2). */
export interface DatasetClause {
  readonly default: readonly string[];
  readonly named: readonly string[];
}

/** What a query without a dataset clause sees as its default graph (setting `_DEFAULT_GRAPH`). */
export type DefaultGraph = 'union' | 'own';

const maxGraphs = 1_000;

/**
 * The graphs that make the dataset of a query (SPARQL 1.1 Query section 13.2): what the protocol asks for takes the place
 * of what the query says (SPARQL 1.1 Protocol section 2.1.4).
 * @returns undefined when neither names any: the dataset is the whole register
 * @throws Problem `bad-request` for more graphs than the bound
 */
export function graphsAsked(
  byProtocol: DatasetClause | undefined,
  byQuery: DatasetClause | undefined,
): DatasetClause | undefined {
  const asked = byProtocol ?? byQuery;
  if (asked && asked.default.length + asked.named.length > maxGraphs)
    throw new Problem(
      'bad-request',
      {
        en: `The query names more than ${maxGraphs} graphs. Name fewer.`,
        fr: `La requête nomme plus de ${maxGraphs} graphes. Nommez-en moins.`,
      },
      { limit: maxGraphs },
    );
  return asked;
}
