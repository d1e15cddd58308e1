import { clientGone, Problem } from '../errors.js';
import { backlogMs } from './backlog.js';

export interface PlaceBounds {
  /** Queries of one client that may run at once. */
  readonly running: number;
  /** Queries of one client that may wait besides. */
  readonly waiting: number;
  /** Whether clients asked already while there was no server, and all that they asked comes at once. */
  readonly isRestart?: boolean;
}

/** So many queries of one client may wait just after a restart: no client knows of it, nor could ask less. */
const mostAfterRestart = 100;

/** What a client has at the moment. */
interface Client {
  running: number;
  /** First come, first served. */
  readonly waiting: Set<() => void>;
}

/** Keeps one client from having more queries at once than its share. */
export class ClientPlaces {
  /** Those that have a query here: the others are forgotten. */
  readonly #clients = new Map<string, Client>();
  readonly #openedAt = performance.now();

  constructor(private readonly bounds: PlaceBounds) {}

  /** How many clients have a query here. */
  get clients(): number {
    return this.#clients.size;
  }

  /**
   * Waits until the client may have one more query run.
   * @returns what is to be called when the query runs no more; further calls do nothing
   * @throws Problem `too-many-queries` at once when too many wait already; `gone` when the signal says so
   */
  async enter(name: string, signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) throw clientGone();
    const client = this.#clients.get(name) ?? { running: 0, waiting: new Set() };
    this.#clients.set(name, client);
    if (client.running < this.bounds.running) client.running += 1;
    else await this.#wait(client, signal);
    let isInside = true;
    return () => {
      if (isInside) this.#leave(name, client);
      isInside = false;
    };
  }

  /** Settles when a query of the client has left its place to this one. */
  #wait({ waiting }: Client, signal?: AbortSignal): Promise<void> {
    if (waiting.size >= this.#mostWaiting) throw tooMany(this.bounds);
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const abort = () => {
        waiting.delete(enter);
        reject(clientGone());
      };
      signal?.addEventListener('abort', abort, { once: true });
      waiting.add(enter);
    });
  }

  get #mostWaiting(): number {
    const { waiting, isRestart = false } = this.bounds;
    const isBack = isRestart && performance.now() - this.#openedAt < backlogMs;
    return isBack ? Math.max(waiting, mostAfterRestart) : waiting;
  }

  #leave(name: string, client: Client): void {
    for (const next of client.waiting) {
      client.waiting.delete(next);
      next();
      return;
    }
    client.running -= 1;
    if (client.running === 0) this.#clients.delete(name);
  }
}

function tooMany({ running, waiting }: PlaceBounds): Problem {
  return new Problem(
    'too-many-queries',
    {
      en: `You have ${running} queries running and ${waiting} waiting, as many as one client may. Ask again when one of them is answered.`,
      fr: `Vous avez ${running} requêtes en cours et ${waiting} en attente, le plus qu'un client puisse avoir. Reposez la vôtre quand l'une d'elles aura sa réponse.`,
    },
    { retryAfter: 2 },
  );
}
