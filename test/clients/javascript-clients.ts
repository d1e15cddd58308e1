import { QueryEngine } from '@comunica/query-sparql';
import type { QueryStringContext } from '@comunica/types';
import type { Quad, Term } from '@rdfjs/types';
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint';
import ParsingClient from 'sparql-http-client/ParsingClient.js';

export type Row = Readonly<Record<string, Term>>;

/** How programs ask an endpoint, whatever library they do it with. */
export interface Client {
  select(query: string): Promise<Row[]>;
  ask(query: string): Promise<boolean>;
  /** Also a DESCRIBE. */
  construct(query: string): Promise<Quad[]>;
}

export type ClientMaker = (endpoint: string) => Client;

/** Each client in each way that it has to send a query, with the method that this is. */
export const clients: readonly { name: string; method: 'GET' | 'POST'; make: ClientMaker }[] = [
  { name: 'fetch-sparql-endpoint by GET', method: 'GET', make: fetcher({ method: 'GET' }) },
  { name: 'fetch-sparql-endpoint by POST of a form', method: 'POST', make: fetcher({ method: 'POST' }) },
  {
    name: 'fetch-sparql-endpoint by POST of the query',
    method: 'POST',
    make: fetcher({ method: 'POST', directPost: true }),
  },
  { name: 'sparql-http-client by GET', method: 'GET', make: parsing('get') },
  { name: 'sparql-http-client by POST of a form', method: 'POST', make: parsing('postUrlencoded') },
  { name: 'sparql-http-client by POST of the query', method: 'POST', make: parsing('postDirect') },
  { name: 'Comunica by GET', method: 'GET', make: comunica('') },
  // Queries of 600 characters or more go by POST; Comunica writes them anew, without comments.
  { name: 'Comunica by POST', method: 'POST', make: comunica(`FILTER(?p != "${'x'.repeat(600)}")`) },
];

function fetcher(settings: { method: 'GET' | 'POST'; directPost?: boolean }): ClientMaker {
  return endpoint => {
    const asking = new SparqlEndpointFetcher(settings);
    return {
      select: async query => gathered<Row>(await asking.fetchBindings(endpoint, query)),
      ask: query => asking.fetchAsk(endpoint, query),
      construct: async query => gathered<Quad>(await asking.fetchTriples(endpoint, query)),
    };
  };
}

function parsing(operation: 'get' | 'postUrlencoded' | 'postDirect'): ClientMaker {
  return endpointUrl => {
    const { query: asking } = new ParsingClient({ endpointUrl });
    return {
      select: query => asking.select(query, { operation }),
      ask: query => asking.ask(query, { operation }),
      construct: async query => [...(await asking.construct(query, { operation }))],
    };
  };
}

/** @param filter put into each query, where its pattern closes */
function comunica(filter: string): ClientMaker {
  const engine = new QueryEngine();
  const filtered = (query: string) => query.replace(/\}(?=[^}]*$)/, `${filter} }`);
  return value => {
    const context: QueryStringContext = { sources: [{ type: 'sparql', value }] };
    return {
      select: async query => {
        const solutions = await (await engine.queryBindings(filtered(query), context)).toArray();
        return solutions.map(each =>
          Object.fromEntries([...each].map(([{ value: name }, term]) => [name, term])),
        );
      },
      ask: query => engine.queryBoolean(filtered(query), context),
      construct: async query => (await engine.queryQuads(filtered(query), context)).toArray(),
    };
  };
}

async function gathered<T>(stream: AsyncIterable<unknown>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of stream) all.push(item as T);
  return all;
}
