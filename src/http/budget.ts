/** Clients remembered at most; the one longest unseen makes room. */
const maxClients = 10_000;

/** Longest wait that a debt comes to: nobody is locked out for minutes for what is over. */
const longestWaitMs = 30_000;

/** What a client has left. */
export interface Standing {
  /** Milliseconds of processing. */
  readonly leftMs: number;
  /** Milliseconds until all of the budget is there again. */
  readonly fullInMs: number;
}

/**
 * Processing time that each client may use: a bucket of seconds that refills as time passes, as the Wikidata Query
 * Service does it. What a client takes beyond it is a debt, to be waited for, of a bounded size.
 */
export class Budget {
  readonly #clients = new Map<string, { left: number; seen: number }>();
  readonly #floor: number;

  constructor(
    /** Milliseconds of processing that a client may use at once. */
    readonly burstMs: number,
    /** Milliseconds of processing given back for each second that passes. */
    readonly refillMs: number,
    private readonly now: () => number = Date.now,
  ) {
    this.#floor = (-refillMs * longestWaitMs) / 1_000;
  }

  /** Milliseconds to wait before this client may ask again; 0 when it may. */
  waitFor(client: string): number {
    const { left } = this.#account(client);
    return left > 0 ? 0 : Math.ceil(((1 - left) / this.refillMs) * 1000);
  }

  standingOf(client: string): Standing {
    const { left } = this.#account(client);
    return { leftMs: Math.max(0, left), fullInMs: ((this.burstMs - left) / this.refillMs) * 1_000 };
  }

  spend(client: string, ms: number): void {
    const account = this.#account(client);
    account.left = Math.max(this.#floor, account.left - ms);
  }

  #account(client: string): { left: number } {
    const now = this.now();
    const known = this.#clients.get(client) ?? { left: this.burstMs, seen: now };
    const refilled = known.left + ((now - known.seen) / 1000) * this.refillMs;
    const account = { left: Math.min(this.burstMs, refilled), seen: now };
    this.#clients.delete(client);
    this.#clients.set(client, account);
    const [oldest] = this.#clients.keys();
    if (this.#clients.size > maxClients && oldest !== undefined) this.#clients.delete(oldest);
    return account;
  }
}

/** The client that an address stands for: an IPv6 customer holds a whole /64, however its zeros are written. */
export function clientOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
