import { QueryWorker, type WorkerOptions } from './query-worker.js';
import { stepLimit } from './stop-problems.js';

export interface CrewOptions extends WorkerOptions {
  /** Threads that queries are given to. */
  readonly size: number;
  /** How many of them are started ahead; the others when one more is asked for. Absent: all. */
  readonly ahead?: number;
  /** How many more threads there may be in the place of those that do not come round. One of them is kept ready. */
  readonly spares: number;
  /** Told of a worker that died of a fault of its own. */
  readonly onFault: (error: Error) => void;
}

/** How often workers are looked at while they have work, in milliseconds. */
const lookMs = 25;
/**
 * A worker that has not come round for so long is given nothing new, and the spare one is used: a turn takes 10 ms. On a
 * busy machine a thread may wait for so long for a processor.
 */
const stuckMs = 4 * lookMs;
/** After so long another spare is started. */
const replacedMs = 500;
/** A query that does not pause for so long is stopped; sooner when there is no other worker to turn to. */
const longestStepMs = 5_000;
const crowdedStepMs = 1_000;
/** A worker that dies while it starts is started again after this pause, so that a lasting fault does not spin. */
const restartPauseMs = 1_000;
/** The spare is started when the first workers have been up for so long: until then there is enough to do. */
const spareAfterMs = 3_000;

/**
 * The workers of one kind. One that does not come round, as a query on it does not pause, is left alone with that query,
 * and a spare one takes its place.
 */
export class Crew {
  /** The older, the sooner they are given queries. */
  readonly #workers = new Set<QueryWorker>();
  #wanted: number;
  #looking: NodeJS.Timeout | undefined;
  #isStarted = false;
  #isOpen = false;
  #isClosed = false;
  #lost = 0;

  /** @param changed told when there may be places that there were not before */
  constructor(
    private readonly options: CrewOptions,
    private readonly changed: () => void,
  ) {
    this.#wanted = options.ahead ?? options.size;
  }

  /** How many workers there are, those that start included. */
  get size(): number {
    return this.#workers.size;
  }

  /** How many died, or were ended because of a query. */
  get lost(): number {
    return this.#lost;
  }

  /** Those that queries are given to. */
  get atWork(): readonly QueryWorker[] {
    if (this.#isClosed) return [];
    return this.#silentUnder(stuckMs)
      .filter(({ isReady }) => isReady)
      .slice(0, this.options.size);
  }

  /** Starts the first workers, and no more than these until there is work; a second call does nothing. */
  prepare(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#fill();
  }

  /** Starts the first workers, unless they were, and later one to spare; a second call does nothing. */
  start(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.prepare();
    if ([...this.#workers].some(({ isReady }) => isReady)) this.#spareLater();
  }

  /** Starts one worker more, unless there are enough, or one is starting. */
  grow(): void {
    const workers = [...this.#workers];
    if (workers.length < this.options.size && workers.every(({ isReady }) => isReady)) this.#startWorker();
  }

  /** Looks at the workers from now on, until they have nothing to do. */
  watch(): void {
    this.#looking ??= setInterval(() => {
      this.#look();
    }, lookMs).unref();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#looking);
    await Promise.all([...this.#workers].map(worker => worker.kill()));
  }

  #silentUnder(ms: number): readonly QueryWorker[] {
    return [...this.#workers].filter(({ silentMs }) => silentMs < ms);
  }

  #look(): void {
    const before = this.#silentUnder(stuckMs).length;
    for (const worker of this.#workers) worker.look(lookMs);
    const now = this.#silentUnder(stuckMs).length;
    if (now < this.#workers.size) this.#doWithout();
    if (now !== before) this.changed();
    if (![...this.#workers].every(({ isIdle }) => isIdle)) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
    this.#trim();
  }

  /** Some do not come round. What can be asked elsewhere is, and what takes too long is ended. */
  #doWithout(): void {
    const stuck = [...this.#workers].filter(({ silentMs }) => silentMs >= stuckMs);
    if (this.atWork.length > 0) for (const worker of stuck) worker.moveOthers();
    const isCrowded = this.options.spares > 0 && stuck.length === this.#workers.size;
    const [longest] = stuck.sort((a, b) => b.silentMs - a.silentMs);
    if (longest && longest.silentMs >= replacedMs) this.#wantSpare();
    if (!longest || longest.silentMs < (isCrowded ? crowdedStepMs : longestStepMs)) return;
    longest.working?.fail(stepLimit(longest.silentMs));
    void longest.kill();
  }

  #spareLater(): void {
    if (!this.#isOpen) return;
    setTimeout(() => {
      this.#wantSpare();
    }, spareAfterMs).unref();
  }

  #wantSpare(): void {
    const { size, spares } = this.options;
    if (spares > 0) this.#wanted = size + 1;
    this.#fill();
  }

  #fill(): void {
    const most = this.options.size + this.options.spares;
    while (
      !this.#isClosed &&
      this.#silentUnder(replacedMs).length < this.#wanted &&
      this.#workers.size < most
    )
      this.#startWorker();
  }

  #startWorker(): void {
    if (this.#isClosed) return;
    const worker = new QueryWorker(this.options, {
      ready: () => {
        this.changed();
        this.#spareLater();
      },
      gone: (_, fault) => {
        this.#replace(worker, fault);
      },
    });
    this.#workers.add(worker);
  }

  #replace(worker: QueryWorker, fault: Error | undefined): void {
    if (!this.#workers.delete(worker) || this.#isClosed) return;
    this.#lost += 1;
    if (fault) this.options.onFault(fault);
    if (worker.isReady) this.#fill();
    else
      setTimeout(() => {
        this.#fill();
      }, restartPauseMs).unref();
  }

  /** Ends those that are too many, since others come round again. All are idle. */
  #trim(): void {
    for (const worker of [...this.#workers].slice(Math.max(this.#wanted, this.options.size))) {
      this.#workers.delete(worker);
      void worker.kill();
    }
  }
}
