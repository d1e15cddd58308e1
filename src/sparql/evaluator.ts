import type { Term } from '@rdfjs/types';
import type { Snapshot } from '../store/snapshot.js';
import type { Memory } from './native/memory.js';
import type { Turn } from './native/turns.js';
import type { DatasetClause } from './dataset.js';
import type { Profiler } from './profile.js';
import type { Result } from './result.js';

/** A query ready to run. */
export interface Execution {
  readonly text: string;
  /** From the protocol. */
  readonly dataset?: DatasetClause;
  /** Variables bound to terms before the query runs. */
  readonly bindings?: Readonly<Record<string, Term>>;
  /** Of the query among those of its thread; absent when it has the thread to itself. */
  readonly turn?: Turn;
  /** That the query takes, ended by whoever gave it; absent: one of the evaluator's own bound. */
  readonly memory?: Memory;
  /** To be told how the query is evaluated. */
  readonly profiler?: Profiler;
}

/** PORT. Evaluates queries over a snapshot of the register, in the thread that asks. */
export interface Evaluator {
  /**
   * @throws Problem for a faulty or refused query, and, while the result is read, for a reached bound; Unsupported for
   * what the evaluator does not know, before it gives anything; what the pauses of the turn throw
   */
  execute(execution: Execution, snapshot: Snapshot): Promise<Result>;
  /**
   * Plans a query without running it; its profiler is told.
   * @throws as `execute` before it gives anything
   */
  plan(execution: Execution, snapshot: Snapshot): void;
}
