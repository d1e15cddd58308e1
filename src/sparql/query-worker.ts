import { Worker } from 'node:worker_threads';
import type { SnapshotHandle } from '../store/snapshot.js';
import type { MemoryBudget } from './memory-budget.js';
import type { AnswerMessage, FromWorker, QueryId, QueryMessage, ToWorker, WorkerSetup } from './messages.js';

/** Told of what becomes of a query on a worker. */
export interface Receiver {
  receive(message: AnswerMessage): void;
  /**
   * The worker is gone, and the query with it.
   * @param fault what the worker died of; absent when it was ended
   * @param wasAlone whether the worker ran no other query
   */
  lost(fault: Error | undefined, wasAlone: boolean): void;
}

/** Told of the life of a worker. */
export interface WorkerListener {
  ready(worker: QueryWorker): void;
  /** @param fault what it died of; absent when it was ended */
  gone(worker: QueryWorker, fault?: Error): void;
}

/** What a worker is set up with: besides what it is told, the memory that it gets its share of. */
export interface WorkerOptions extends Omit<WorkerSetup, 'share'> {
  readonly memory?: MemoryBudget;
}

/** A thread and the queries that it runs. */
export class QueryWorker {
  readonly #thread: Worker;
  readonly #running = new Map<QueryId, Receiver>();
  #snapshot: SnapshotHandle | undefined;
  #lastId = 0;
  #isReady = false;
  #isGone = false;

  constructor(
    { memory, ...setup }: WorkerOptions,
    heapMb: number,
    private readonly listener: WorkerListener,
  ) {
    const share = memory?.open();
    this.#thread = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: { ...setup, share },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    this.#thread
      .on('message', (message: FromWorker) => {
        this.#receive(message);
      })
      .on('error', error => {
        this.#end(error);
      })
      .on('exit', () => {
        if (share) memory?.close(share);
        this.#end();
      });
  }

  /** How many queries it runs. */
  get load(): number {
    return this.#running.size;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Begins a query over a snapshot, which the worker is given first when it does not have it yet. */
  begin(query: QueryMessage, snapshot: SnapshotHandle, receiver: Receiver): QueryId {
    const id = (this.#lastId += 1);
    if (this.#isGone) {
      receiver.lost(undefined, false);
      return id;
    }
    this.#running.set(id, receiver);
    if (snapshot !== this.#snapshot) this.send({ type: 'snapshot', snapshot });
    this.#snapshot = snapshot;
    this.send({ type: 'query', id, query });
    return id;
  }

  send(message: ToWorker): void {
    if (!this.#isGone) this.#thread.postMessage(message);
  }

  /** Ends the thread, and with it every query that it runs. */
  async kill(): Promise<void> {
    this.#end();
    await this.#thread.terminate();
  }

  #receive(message: FromWorker): void {
    if (message.type === 'ready') {
      this.#isReady = true;
      this.listener.ready(this);
      return;
    }
    const receiver = this.#running.get(message.id);
    if (message.message.type !== 'part' || message.message.isLast) this.#running.delete(message.id);
    receiver?.receive(message.message);
  }

  #end(fault?: Error): void {
    if (this.#isGone) return;
    this.#isGone = true;
    const lost = [...this.#running.values()];
    this.#running.clear();
    this.listener.gone(this, fault);
    for (const receiver of lost) receiver.lost(fault, lost.length === 1);
  }
}
