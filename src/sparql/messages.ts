import type { SnapshotHandle } from '../store/snapshot.js';
import type { Problem, ProblemKind, ProblemMembers } from '../errors.js';
import type { Limits } from '../limits.js';
import type { DefaultGraph } from './dataset.js';
import type { AnswerFormats, ExplanationFormat } from './formats.js';
import type { ShareHandle } from './memory-budget.js';
import type { DatasetClause } from './dataset.js';
import type { AnswerBounds } from './write-answer.js';

/**
 * What passes between the pool and a worker. The register's columns are shared memory, which is not copied; terms travel
 * as n3 identifiers.
 */

/** `native` workers run many queries in turns, and give back what they do not know; `complete` ones know everything. */
export type WorkerKind = 'native' | 'complete';

/** What a worker is told besides the data. */
export interface WorkerSettings {
  readonly baseIRI: string;
  readonly defaultGraph: DefaultGraph;
  readonly bounds: AnswerBounds;
  /** Bytes that one query may hold. */
  readonly memoryBound: number;
  /** By how many steps its priority is below that of other threads, once it is ready. Absent: 0. */
  readonly niceness?: number;
  /** The other bounds; absent: the standard ones. */
  readonly limits?: Limits;
}

/** Given to a worker when it starts. The data come later: a worker is made ready while they are still being read. */
export interface WorkerSetup extends WorkerSettings {
  readonly kind: WorkerKind;
  /** Of the worker's pulse. */
  readonly pulse: SharedArrayBuffer;
  /** Of the memory of all queries; absent: there is no bound on that. */
  readonly share?: ShareHandle;
}

export interface QueryMessage {
  readonly text: string;
  readonly dataset?: DatasetClause;
  readonly bindings?: Readonly<Record<string, string>>;
  readonly formats: AnswerFormats;
  readonly explain?: ExplanationFormat;
  readonly planOnly?: true;
}

/** Number of a query on its worker, from 1 on. */
export type QueryId = number;

/** How many parts of an answer a worker may be ahead of what it was told to go on with. */
export const partsAhead = 8;

export type ToWorker =
  /** What queries from now on see, sent before the first of them; those that run keep what they began with. */
  | { readonly type: 'snapshot'; readonly snapshot: SnapshotHandle }
  | { readonly type: 'query'; readonly id: QueryId; readonly query: QueryMessage }
  /** There is room for one part more. */
  | { readonly type: 'more'; readonly id: QueryId }
  /** Nobody waits for the answer any more; or, with a reason, the query has to end, and its explanation is told. */
  | { readonly type: 'stop'; readonly id: QueryId; readonly because?: Problem['words'] };

/** What a worker says about a query; all but `working` and a part that is not the last end it. */
export type AnswerMessage =
  | { readonly type: 'working'; readonly isLight: boolean }
  | {
      readonly type: 'part';
      readonly mediaType: string;
      readonly bytes: Uint8Array;
      readonly isLast: boolean;
    }
  /** The query needs a worker of the complete kind. */
  | { readonly type: 'unsupported' }
  | {
      readonly type: 'problem';
      readonly kind: ProblemKind;
      readonly words: Problem['words'];
      readonly members: ProblemMembers;
      /** The stack of a fault of ours, for the log. */
      readonly fault?: string;
    };

export type FromWorker =
  | { readonly type: 'ready' }
  | {
      readonly type: 'answer';
      readonly id: QueryId;
      readonly message: AnswerMessage;
      /** Milliseconds that the query has worked since its last message. */
      readonly workedMs: number;
    };
