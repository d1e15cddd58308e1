import { Worker } from 'node:worker_threads';
import type { Problem } from '../errors.js';
import type { SnapshotHandle } from '../store/snapshot.js';
import type { MemoryBudget } from './memory-budget.js';
import type {
  AnswerMessage,
  FromWorker,
  QueryId,
  QueryMessage,
  ToWorker,
  WorkerKind,
  WorkerSettings,
  WorkerSetup,
} from './messages.js';
import { Pulse } from './pulse.js';

/** Told of what becomes of a query on a worker. */
export interface Receiver {
  /** Whether it has a place of its own, and not one for newcomers. */
  readonly hasPlace: boolean;
  /** Whether little is lost when it is asked again elsewhere, and nothing of its answer was handed on. */
  readonly isMovable: boolean;
  receive(message: AnswerMessage, workedMs: number): void;
  /** It is given up. */
  fail(problem: Problem): void;
  /** The worker does not come round: the query is to be asked again on another. */
  moved(): void;
  /** The worker is gone, and the query with it. */
  lost(loss: Loss): void;
}

/** What is known of the end of a worker. */
export interface Loss {
  /** What it died of; absent when it was ended. */
  readonly fault?: Error | undefined;
  /** Whether it ran no other query. */
  readonly wasAlone: boolean;
  /** Milliseconds for which the query held the thread at last without a pause. */
  readonly heldMs: number;
}

/** Told of the life of a worker. */
export interface WorkerListener {
  ready(worker: QueryWorker): void;
  /** @param fault what it died of; absent when it was ended */
  gone(worker: QueryWorker, fault?: Error): void;
}

export interface WorkerOptions {
  readonly kind: WorkerKind;
  readonly settings: WorkerSettings;
  /** Heap of one worker, in MB. */
  readonly heapMb: number;
  /** Of all queries; absent: there is no bound on that. */
  readonly memory?: MemoryBudget;
  /** The module that a worker runs, by default the one beside this. */
  readonly script?: URL;
}

/** A thread and the queries that it runs. */
export class QueryWorker {
  readonly #thread: Worker;
  readonly #pulse = new Pulse();
  readonly #running = new Map<QueryId, Receiver>();
  #snapshot: SnapshotHandle | undefined;
  #lastId = 0;
  #isReady = false;
  #isGone = false;
  #beats = 0;
  #silentMs = 0;

  constructor(
    private readonly options: WorkerOptions,
    private readonly listener: WorkerListener,
  ) {
    const { kind, settings, heapMb, memory, script = new URL('./worker.js', import.meta.url) } = options;
    const share = memory?.open();
    const own = { kind, pulse: this.#pulse.memory, ...(share ? { share } : {}) };
    const setup: WorkerSetup = { ...settings, ...own };
    this.#thread = new Worker(script, {
      workerData: setup,
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

  get kind(): WorkerKind {
    return this.options.kind;
  }

  /** How many queries it runs. */
  get load(): number {
    return this.#running.size;
  }

  /** How many of them have a place of their own. */
  get placed(): number {
    let placed = 0;
    for (const { hasPlace } of this.#running.values()) if (hasPlace) placed += 1;
    return placed;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Whether nothing is asked of it, and it works on nothing that was dropped. */
  get isIdle(): boolean {
    return this.load === 0 && this.#pulse.working === 0;
  }

  /** Milliseconds for which it has not come round, though it has work, as far as was looked. */
  get silentMs(): number {
    return this.#silentMs;
  }

  /** The query whose turn it is. */
  get working(): Receiver | undefined {
    return this.#running.get(this.#pulse.working);
  }

  /** Looks whether it has come round since it was looked at last, which was so many milliseconds ago. */
  look(elapsedMs: number): void {
    const { beats } = this.#pulse;
    const goesOn = beats !== this.#beats || this.isIdle;
    this.#silentMs = goesOn ? 0 : this.#silentMs + elapsedMs;
    this.#beats = beats;
  }

  /** Begins a query over a snapshot, which the worker is given first when it does not have it yet. */
  begin(query: QueryMessage, snapshot: SnapshotHandle, receiver: Receiver): QueryId {
    const id = (this.#lastId += 1);
    if (this.#isGone) {
      receiver.lost({ wasAlone: false, heldMs: 0 });
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

  /** Ends a query, of which nothing is heard any more. */
  drop(id: QueryId): void {
    this.#running.delete(id);
    this.send({ type: 'stop', id });
  }

  /** Has the queries asked elsewhere that can be, but the one whose turn it is. */
  moveOthers(): void {
    const { working } = this;
    for (const receiver of [...this.#running.values()])
      if (receiver !== working && receiver.isMovable) receiver.moved();
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
    const { id, message: said, workedMs } = message;
    const receiver = this.#running.get(id);
    if (said.type !== 'working' && (said.type !== 'part' || said.isLast)) this.#running.delete(id);
    receiver?.receive(said, workedMs);
  }

  #end(fault?: Error): void {
    if (this.#isGone) return;
    this.#isGone = true;
    const { working } = this;
    const lost = [...this.#running.values()];
    this.#running.clear();
    this.listener.gone(this, fault);
    for (const receiver of lost) {
      const heldMs = receiver === working ? this.#silentMs : 0;
      receiver.lost({ fault, wasAlone: lost.length === 1, heldMs });
    }
  }
}
