import type { Quad } from '@rdfjs/types';
import type { Transaction } from './transaction.js';

/** PORT. Where the register's quads live. Another store, or a remote one, can stand behind it. */
export interface QuadStore {
  /** Grows by one with every transaction; 0 for an empty store. */
  readonly revision: number;
  /** Number of distinct triples over all graphs. */
  readonly size: number;
  /** The quads of one named graph; empty when there is no such graph. */
  graph(name: string): Promise<readonly Quad[]>;
  /** What any graph says of a thing by these properties, in their order: each triple once, as one graph has it. */
  about(thing: string, properties: readonly string[]): Promise<readonly Quad[]>;
  /** Names of the graphs that hold at least one quad, sorted. */
  graphNames(): Promise<readonly string[]>;
  /** Every quad, graph by graph. */
  quads(): Iterable<Quad>;
  /** Applies a whole transaction. Removals come first. */
  commit(transaction: Transaction): Promise<void>;
}
