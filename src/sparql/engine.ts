import type { Term } from '@rdfjs/types';
import type { AnswerFormats, ExplanationFormat } from './formats.js';
import type { DatasetClause } from './dataset.js';

/** Longest query text, in characters (THREATS.md). */
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
  /** Asks for the explanation of a plan that is not run. */
  readonly planOnly?: true;
}

/** An answer on its way. `body` fails with a Problem when a bound is reached after it has begun. */
export interface Answer {
  readonly mediaType: string;
  readonly body: AsyncIterable<Uint8Array>;
  /** All of the body, when it came at once: it can be sent as it is. */
  readonly whole?: Uint8Array;
}

/** Who asks a query, and what they want to be told besides the answer. */
export interface Asked {
  /** Aborted when nobody waits for the answer any more: it is either read to its end or given up by this. */
  readonly signal?: AbortSignal;
  /** Names the client: those of whom queries wait are served in turn. */
  readonly client?: string;
  /**
   * Told what the query costs as that becomes known, in milliseconds of processor time since the last call, also after
   * the answer began or failed. A query that was stopped at its limit of time or memory costs twice what it took.
   */
  readonly spent?: (ms: number) => void;
  /** Told, once, that nothing more is computed for the answer, which may not be read yet, or have failed. */
  readonly computed?: () => void;
}

/** PORT. Answers queries over the register. */
export interface SparqlEngine {
  /** @throws Problem for a faulty or refused query, a reached bound, an overloaded engine, or a client that is `gone` */
  answer(query: Query, asked?: Asked): Promise<Answer>;
  close(): Promise<void>;
}
