import type { Problem } from '../errors.js';
import type { SnapshotHandle } from '../store/snapshot.js';
import { Crew, type CrewOptions } from './crew.js';
import type { Place } from './place.js';
import type { QueryRun } from './query-run.js';
import type { QueryWorker } from './query-worker.js';
import { WaitingLine } from './waiting-line.js';

export interface LaneOptions extends CrewOptions {
  /** Queries that take turns on one worker. */
  readonly perWorker: number;
  /** Queries that may be tried on one worker besides: those that turn out to be light need no place. */
  readonly trials: number;
  /** Queries that may wait for a place; beyond it they are turned away. Those that were tried wait apart from the others. */
  readonly queueLength: number;
  readonly queueWaitMs: number;
  /** The newest state of the register. */
  readonly snapshot: () => SnapshotHandle;
}

/** Longest wait for the first worker to be up. */
const startMs = 30_000;

/** Workers of one kind, and the lines in which queries wait for them. */
export class Lane {
  readonly #crew: Crew;
  readonly #newcomers: WaitingLine<Place>;
  readonly #tried: WaitingLine<Place>;

  constructor(private readonly options: LaneOptions) {
    const bounds = { length: options.queueLength, waitMs: options.queueWaitMs, openMs: startMs };
    this.#newcomers = new WaitingLine(bounds);
    this.#tried = new WaitingLine(bounds);
    this.#crew = new Crew(options, () => {
      for (const line of this.#lines) line.open();
      for (const worker of this.#crew.atWork) this.#offer(worker);
      if (this.#lines.some(({ length }) => length > 0)) this.#crew.grow();
    });
  }

  /** How many workers it has, those that start included. */
  get workers(): number {
    return this.#crew.size;
  }

  /** How many died, or were ended because of a query. */
  get workersLost(): number {
    return this.#crew.lost;
  }

  /** Starts the first workers, for queries that may come later or never. */
  prepare(): void {
    this.#crew.prepare();
  }

  /** Starts the workers; without it, the first query does. */
  start(): void {
    this.#crew.start();
  }

  /**
   * Runs a query, on another worker when one is lost or stuck.
   * @throws Problem `overloaded`, `gone`, or that of `close`
   */
  async serve(run: QueryRun): Promise<'done' | 'unsupported'> {
    this.start();
    for (let wasTried = false; ;) {
      const line = wasTried ? this.#tried : this.#newcomers;
      const place = this.#placeFor(run, wasTried) ?? (await line.join(run));
      this.#crew.watch();
      const end = await run.stayOn(place, this.options.snapshot());
      if (this.#crew.atWork.includes(place.worker)) this.#offer(place.worker);
      if (end === 'done' || end === 'unsupported') return end;
      wasTried ||= end === 'tried';
    }
  }

  /** @param reason told to those that wait, and to those that come later */
  async close(reason: Problem): Promise<void> {
    for (const line of this.#lines) line.close(reason);
    await this.#crew.close();
  }

  get #lines() {
    return [this.#tried, this.#newcomers];
  }

  /** On the worker with the fewest queries that has room. A query whose client has left is turned away in the line. */
  #placeFor({ signal }: QueryRun, wasTried: boolean): Place | undefined {
    if (signal?.aborted) return undefined;
    const { perWorker, trials } = this.options;
    const workers = [...this.#crew.atWork].sort((a, b) => a.load - b.load);
    const worker = workers.find(({ placed }) => placed < perWorker);
    if (worker) return { worker };
    this.#crew.grow();
    const other = wasTried ? undefined : workers.find(({ load, placed }) => load - placed < trials);
    return other && this.#trialOn(other);
  }

  #trialOn(worker: QueryWorker): Place {
    return { worker, mayStay: () => worker.placed < this.options.perWorker };
  }

  /** Serves those in line as long as there is room. */
  #offer(worker: QueryWorker): void {
    const { perWorker, trials } = this.options;
    for (let { placed } = worker; placed < perWorker; placed += 1)
      if (!this.#tried.serve({ worker }) && !this.#newcomers.serve({ worker })) return;
    for (let tried = worker.load - worker.placed; tried < trials; tried += 1)
      if (!this.#newcomers.serve(this.#trialOn(worker))) return;
  }
}
