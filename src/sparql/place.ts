import type { QueryId } from './messages.js';
import type { QueryWorker } from './query-worker.js';

/** Where a query may run. */
export interface Place {
  readonly worker: QueryWorker;
  /** The query is only tried: when it turns out not to be light, this tells whether it may stay. */
  readonly mayStay?: () => boolean;
}

/**
 * How a query left a worker. `lost`: the worker is gone or stuck, and the query is to be asked again on another. `tried`:
 * it is no light one, and is to be asked again where there is a place for it.
 */
export type StayEnd = 'done' | 'unsupported' | 'lost' | 'tried';

/** A query on a worker. */
export interface Stay {
  readonly worker: QueryWorker;
  readonly end: (end: StayEnd) => void;
  id: QueryId;
  mayStay: (() => boolean) | undefined;
  isLight: boolean;
}
