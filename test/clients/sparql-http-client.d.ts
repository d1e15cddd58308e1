/** What the tests use of sparql-http-client, which brings no types. */
declare module 'sparql-http-client/ParsingClient.js' {
  import type { DatasetCore, Term } from '@rdfjs/types';

  interface Asked {
    readonly operation: 'get' | 'postUrlencoded' | 'postDirect';
  }

  // eslint-disable-next-line no-restricted-exports -- the package does
  export default class ParsingClient {
    constructor(options: { readonly endpointUrl: string });
    readonly query: {
      select(query: string, asked: Asked): Promise<Record<string, Term>[]>;
      ask(query: string, asked: Asked): Promise<boolean>;
      construct(query: string, asked: Asked): Promise<DatasetCore>;
    };
  }
}
