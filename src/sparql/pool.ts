import { termToId, type Term as N3Term } from 'n3';
import { Problem } from '../errors.js';
import type { Answer, Asked, Query, SparqlEngine } from './engine.js';
import { Lane, type LaneOptions } from './lane.js';
import type { QueryMessage } from './messages.js';
import { QueryRun } from './query-run.js';
import { UnsentBuffer } from './unsent-buffer.js';

export interface PoolOptions extends Omit<LaneOptions, 'kind'> {
  readonly timeoutMs: number;
  /** Bytes of answers that may wait for their readers before queries wait, too. */
  readonly unsentBytes: number;
}

/** Comunica has a thread to itself; it takes a while to load, and is seldom asked for. */
const completeLane = { kind: 'complete', size: 2, ahead: 1, spares: 0, perWorker: 1, trials: 0 } as const;

/**
 * Runs queries in worker threads over the newest snapshot. Native workers take all of them; what these do not know goes
 * to others, which are started for the first such query and run one at a time.
 */
export class WorkerPool implements SparqlEngine {
  readonly #native: Lane;
  readonly #complete: Lane;
  readonly #unsent: UnsentBuffer;
  readonly #runs = new Set<QueryRun>();
  #isStopping = false;

  constructor(private readonly options: PoolOptions) {
    this.#native = new Lane({ ...options, kind: 'native' });
    this.#complete = new Lane({ ...options, ...completeLane });
    this.#unsent = new UnsentBuffer(options.unsentBytes);
  }

  /** Starts the native workers that a server which waits for its turn keeps: they take a while to be up. */
  prepare(): void {
    this.#native.prepare();
  }

  /** Starts the native workers ahead of the first query, and of the data. */
  start(): void {
    this.#native.start();
  }

  /** How many workers it has, those that start included. */
  get workers(): number {
    return this.#native.workers + this.#complete.workers;
  }

  /** How many died, or were ended because of a query. */
  get workersLost(): number {
    return this.#native.workersLost + this.#complete.workersLost;
  }

  /** Bytes of answers that wait for their readers. */
  get unsentBytes(): number {
    return this.#unsent.bytes;
  }

  answer(query: Query, asked: Asked = {}): Promise<Answer> {
    if (this.#isStopping) return Promise.reject(stopping());
    const { timeoutMs } = this.options;
    const run = new QueryRun(toMessage(query), asked, { timeoutMs, unsent: this.#unsent });
    this.#runs.add(run);
    void this.#serve(run).finally(() => {
      this.#runs.delete(run);
      run.finish();
    });
    return run.answer;
  }

  /** Turns away what runs, waits or comes from now on. Only answers that have begun go on. */
  stop(): void {
    this.#isStopping = true;
    for (const run of this.#runs) if (!run.isBegun) run.fail(stopping());
  }

  async close(): Promise<void> {
    this.#isStopping = true;
    for (const run of this.#runs) run.fail(stopping());
    await Promise.all([this.#native.close(stopping()), this.#complete.close(stopping())]);
  }

  async #serve(run: QueryRun): Promise<void> {
    try {
      const end = await this.#native.serve(run);
      if (end === 'done') return;
      if ((await this.#complete.serve(run)) === 'unsupported')
        run.fail(
          new Problem('refused', {
            en: 'This engine cannot evaluate the query.',
            fr: 'Ce moteur ne peut pas évaluer la requête.',
          }),
        );
    } catch (error) {
      run.fail(
        error instanceof Problem
          ? error
          : new Problem('internal', {
              en: 'The query could not be run.',
              fr: "La requête n'a pas pu être exécutée.",
            }),
      );
    }
  }
}

function stopping(): Problem {
  return new Problem(
    'unavailable',
    { en: 'The server is stopping. Ask again later.', fr: "Le serveur s'arrête. Réessayez plus tard." },
    { retryAfter: 5 },
  );
}

function toMessage({ bindings, ...query }: Query): QueryMessage {
  if (!bindings) return query;
  const ids = Object.entries(bindings).map(([name, term]) => [name, termToId(term as N3Term)] as const);
  return { ...query, bindings: Object.fromEntries(ids) };
}
