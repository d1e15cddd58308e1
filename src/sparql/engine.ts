import type { Term } from '@rdfjs/types';
import type { AnswerFormats, ExplanationFormat } from './formats.js';
import type { DatasetClause } from './parse.js';

/** Longest query text, in characters (security.md section 5). */
export const maxQueryLength = 300_000;

/** A query as asked. */
export interface Query {
  readonly text: string;
  /** Variables bound to terms before the query runs: values, never text spliced in. */
  readonly bindings?: Readonly<Record<string, Term>>;
  /** From the protocol; it takes the place of FROM in the text (SPARQL 1.1 Protocol section 2.1.4). */
  readonly dataset?: DatasetClause;
  readonly formats: AnswerFormats;
  /** Asks how the query is evaluated, instead of its answer: it is run, and no row of it is sent. */
  readonly explain?: ExplanationFormat;
}

/** An answer on its way. `body` fails with a Problem when a bound is reached after it has begun. */
export interface Answer {
  readonly mediaType: string;
  readonly body: AsyncIterable<Uint8Array>;
  /** All of the body, when it came at once: it can be sent as it is. */
  readonly whole?: Uint8Array;
}

/** PORT. Answers queries over the register. */
export interface SparqlEngine {
  /**
   * @param signal aborted when nobody waits for the answer any more
   * @throws Problem for a faulty or refused query, a reached bound, or an overloaded engine
   */
  answer(query: Query, signal?: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}
