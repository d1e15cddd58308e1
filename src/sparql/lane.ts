import type { SnapshotHandle } from '../store/snapshot.js';
import type { MemoryBudget } from './memory-budget.js';
import type { WorkerKind, WorkerSettings } from './messages.js';
import type { QueryRun, StayEnd } from './query-run.js';
import { QueryWorker } from './query-worker.js';
import { WaitingLine } from './waiting-line.js';

export interface LaneOptions {
  readonly kind: WorkerKind;
  /** Worker threads. */
  readonly size: number;
  /** Queries that take turns on one worker. */
  readonly perWorker: number;
  /** Queries that may wait for a place; beyond it they are turned away. */
  readonly queueLength: number;
  readonly queueWaitMs: number;
  /** Heap of one worker, in MB. */
  readonly heapMb: number;
  readonly settings: WorkerSettings;
  /** The memory of all queries; absent: there is no bound on that. */
  readonly memory?: MemoryBudget;
  /** The newest state of the register. */
  readonly snapshot: () => SnapshotHandle;
  /** Told of a worker that died of a fault of its own. */
  readonly onFault: (error: Error) => void;
}

/** A worker that dies while it starts is started again after this pause, so that a lasting fault does not spin. */
const restartPauseMs = 1_000;

/** Longest wait for the first worker to be up. */
const startMs = 30_000;

/** Workers of one kind, and the line in which queries wait for them. */
export class Lane {
  readonly #workers = new Set<QueryWorker>();
  readonly #line: WaitingLine<QueryWorker>;
  #isStarted = false;
  #isClosed = false;
  #workersStarted = 0;

  constructor(private readonly options: LaneOptions) {
    const { queueLength, queueWaitMs } = options;
    this.#line = new WaitingLine({ length: queueLength, waitMs: queueWaitMs, openMs: startMs });
  }

  /** How many workers it has had, those that were replaced included. */
  get workersStarted(): number {
    return this.#workersStarted;
  }

  /** Starts the workers; without it, the first query does. */
  start(): void {
    if (this.#isStarted || this.#isClosed) return;
    this.#isStarted = true;
    for (let i = 0; i < this.options.size; i += 1) this.#startWorker();
  }

  /**
   * Runs a query, on another worker when one is lost.
   * @throws Problem `overloaded`
   */
  async serve(run: QueryRun): Promise<Exclude<StayEnd, 'lost'>> {
    this.start();
    for (;;) {
      // A query whose client has left, or that comes too late, goes to the line to be turned away there.
      const free = this.#isClosed || run.signal?.aborted ? undefined : this.#leastBusy();
      const worker = free ?? (await this.#line.join(run.signal));
      const end = await run.stayOn(worker, this.options.snapshot());
      this.#offer(worker);
      if (end !== 'lost') return end;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#line.close();
    await Promise.all([...this.#workers].map(worker => worker.kill()));
  }

  /** The worker with the fewest queries, if one more is not too many for it. */
  #leastBusy(): QueryWorker | undefined {
    const [best] = [...this.#workers]
      .filter(({ isReady, load }) => isReady && load < this.options.perWorker)
      .sort((a, b) => a.load - b.load);
    return best;
  }

  /** Serves those in line as long as there are places. */
  #offer(worker: QueryWorker): void {
    if (!this.#workers.has(worker)) return;
    for (let load = worker.load; load < this.options.perWorker; load += 1)
      if (!this.#line.serve(worker)) return;
  }

  #startWorker(): void {
    if (this.#isClosed) return;
    const { kind, settings, heapMb, memory } = this.options;
    const worker = new QueryWorker({ ...settings, kind, ...(memory ? { memory } : {}) }, heapMb, {
      ready: () => {
        this.#line.open();
        this.#offer(worker);
      },
      gone: (_, fault) => {
        this.#replace(worker, fault);
      },
    });
    this.#workers.add(worker);
    this.#workersStarted += 1;
  }

  #replace(worker: QueryWorker, fault: Error | undefined): void {
    this.#workers.delete(worker);
    if (fault) this.options.onFault(fault);
    if (worker.isReady) this.#startWorker();
    else
      setTimeout(() => {
        this.#startWorker();
      }, restartPauseMs).unref();
  }
}
