import type { Quad, Term } from '@rdfjs/types';

/** Writes a term in the manner of a format. */
export type TermWriter = (term: Term) => string;

/** Cells in the order of the variables; an unbound variable has none. */
export type Row = readonly (string | undefined)[];

/** Rows of an answer. */
export type Cells = readonly Row[];

/** What a query yields before it is written in a format. */
export type Result =
  | {
      readonly type: 'solutions';
      readonly variables: readonly string[];
      /** The rows, some at a time, their terms written by the writer given. */
      readonly cells: (write: TermWriter) => AsyncIterable<Cells>;
    }
  | { readonly type: 'boolean'; readonly value: boolean }
  | {
      readonly type: 'graph';
      readonly quads: AsyncIterable<Quad>;
      /** The same triples as rows of three terms, written by the writer given, each triple once; for engines that can. */
      readonly triples?: (write: TermWriter) => AsyncIterable<Cells>;
    };
