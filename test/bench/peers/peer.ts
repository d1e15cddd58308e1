/** What it took to load a file. */
export interface Loaded {
  readonly milliseconds: number;
  /** Bytes that the peer's process grew by, after a garbage collection where there is one. */
  readonly residentBytes: number;
  /** Bytes of heap and of array buffers (shared ones too) that the load left. Only peers in Node know. */
  readonly heldBytes?: number;
}

export interface Reply {
  readonly milliseconds: number;
  /** Number of solutions or triples; 1 for a boolean. */
  readonly count: number;
  /** The answer in the form that is compared between peers, in the order of the answer. Only when asked for. */
  readonly rows?: readonly string[];
}

export interface AskOptions {
  readonly rows: boolean;
  /** In milliseconds. */
  readonly limit: number;
}

/**
 * The port that everything compared stands behind. `process` peers are timed inside a process of their own, from the
 * text of the query to all its terms in memory; `http` peers from the request to the last byte of the answer.
 */
export interface Peer {
  readonly name: string;
  readonly over: 'process' | 'http';
  /** @param file N-Quads, seen by queries as the union of its graphs unless they say GRAPH */
  load(file: string): Promise<Loaded>;
  /** @throws OverTime when there is no answer within the limit; the peer can be asked again after that */
  ask(query: string, options: AskOptions): Promise<Reply>;
  /** Ends every process that the peer started. */
  close(): Promise<void>;
}

export class OverTime extends Error {
  constructor() {
    super('No answer within the time limit.');
  }
}
