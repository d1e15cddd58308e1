/** How long a query works before it lets others of its thread go on, in milliseconds. */
const turnMs = 5;

/** One in so many turns goes to the query that waits longest. */
const turnsOfRound = 4;

/** What a query that is evaluated knows of the others on its thread. */
export interface Turn {
  /** Whether it is time to let others go on. */
  readonly isOver: boolean;
  /**
   * Lets others go on, and messages be read.
   * @throws Error when nobody waits for the query any more
   */
  pause(): Promise<void>;
}

/**
 * Shares a thread among queries, turn by turn. Most turns go to the query that has worked least, so that a light one is
 * soon through among heavy ones; some go to the one that waits longest, so that a heavy one goes on among any number of
 * light ones. Messages of the thread are read before each turn.
 */
export class Turns {
  /** In the order in which they came. */
  readonly #waiting: { readonly query: QueryTurn; readonly goOn: () => void }[] = [];
  #working: QueryTurn | undefined;
  #begun = performance.now();
  #counted = performance.now();
  #given = 0;

  /** @param told the number of the query whose turn begins, and 0 when nobody has one */
  constructor(private readonly told: (number: number) => void = () => undefined) {}

  /** @param number of a query, not 0 */
  join(number: number): QueryTurn {
    return new QueryTurn(number, this);
  }

  /** Milliseconds since the turn began. */
  get elapsed(): number {
    return performance.now() - this.#begun;
  }

  /** Settles when it is the query's turn: at once when nobody else is there. */
  async give(query: QueryTurn): Promise<void> {
    if (!this.#working && this.#waiting.length === 0) {
      this.#begin(query);
      return;
    }
    await new Promise<void>(goOn => {
      this.#waiting.push({ query, goOn });
      if (this.#waiting.length === 1) setImmediate(this.#next);
    });
  }

  /** The query works no more, for now or for ever. */
  end(query: QueryTurn): void {
    if (this.#working === query) this.#begin(undefined);
  }

  /**
   * Puts the time that has passed to the account of the query that works. What the thread does between two turns, such
   * as reading messages, is on the account of the former: of one query alone, all is.
   */
  count(): void {
    const now = performance.now();
    if (this.#working) this.#working.workedMs += now - this.#counted;
    this.#counted = now;
  }

  #begin(query: QueryTurn | undefined): void {
    this.count();
    this.#working = query;
    this.#begun = this.#counted;
    if (query) query.turnsTaken += 1;
    this.told(query?.number ?? 0);
  }

  /** One turn for each time that the thread comes round. */
  readonly #next = (): void => {
    let place = 0;
    this.#given += 1;
    if (this.#given % turnsOfRound > 0)
      for (const [at, { query }] of this.#waiting.entries())
        if (query.workedMs < this.#waiting[place]!.query.workedMs) place = at;
    const [next] = this.#waiting.splice(place, 1);
    if (this.#waiting.length > 0) setImmediate(this.#next);
    if (next && !next.query.hasLeft) this.#begin(next.query);
    next?.goOn();
  };
}

/** A query that has had so many turns is no light one: it has worked for a tenth of a second. */
const turnsOfLight = 100 / turnMs;

/** A query among those of its thread. */
export class QueryTurn implements Turn {
  /** Processor time that its turns took; `worked` tells it with what the present one has taken. */
  workedMs = 0;
  turnsTaken = 0;
  #toldMs = 0;
  #isStopped = false;
  #hasLeft = false;

  constructor(
    readonly number: number,
    private readonly turns: Turns,
  ) {}

  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** By turns, as a thread that waits for a processor may take long over a single one. */
  get isLight(): boolean {
    return this.turnsTaken <= turnsOfLight;
  }

  get isOver(): boolean {
    return this.turns.elapsed > turnMs;
  }

  async pause(): Promise<void> {
    // One that was stopped may have left already: it takes no turn from others.
    if (!this.#isStopped) await this.turns.give(this);
    if (this.#isStopped) throw new Error('Nobody waits for the answer any more.');
  }

  /** Waits for something that others do: time that is not the query's. */
  async rest(until: Promise<void>): Promise<void> {
    this.turns.end(this);
    await until;
    await this.pause();
  }

  /** Ends the query at its next pause. */
  stop(): void {
    this.#isStopped = true;
  }

  leave(): void {
    this.turns.end(this);
    this.#hasLeft = true;
  }

  /** Milliseconds that it has worked since this was asked last. */
  worked(): number {
    this.turns.count();
    const milliseconds = this.workedMs - this.#toldMs;
    this.#toldMs = this.workedMs;
    return milliseconds;
  }
}
