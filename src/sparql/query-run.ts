import { clientGone, type Problem } from '../errors.js';
import type { SnapshotHandle } from '../store/snapshot.js';
import { AnswerParts, onlyPart } from './answer-parts.js';
import { Cost } from './cost.js';
import { Deadline } from './deadline.js';
import type { Answer, Asked } from './engine.js';
import type { AnswerMessage, QueryMessage } from './messages.js';
import type { Place, Stay, StayEnd } from './place.js';
import { problemOf } from './query-fault.js';
import type { Loss, Receiver } from './query-worker.js';
import { brokenOff, costsTwice, deathOf, timeLimit } from './stop-problems.js';
import type { UnsentBuffer } from './unsent-buffer.js';

export interface RunOptions {
  /** Milliseconds that it may take on workers, without the time for which it waits there for its reader. */
  readonly timeoutMs: number;
  readonly unsent: UnsentBuffer;
}

/** How long a query may go on after it was told to stop. One that computes without a pause does not hear of it. */
const stopMs = 500;

/** One query, from its first worker to the last part of its answer. */
export class QueryRun implements Receiver {
  readonly answer: Promise<Answer>;
  readonly signal: AbortSignal | undefined;
  readonly client: string | undefined;
  readonly #parts: AnswerParts;
  readonly #deadline: Deadline;
  readonly #cost: Cost;
  #resolve!: (answer: Answer) => void;
  #reject!: (problem: Problem) => void;
  /** Whether the asker has something of the answer. */
  #isBegun = false;
  #isSettled = false;
  #crashes = 0;
  #costsTwice = false;
  /** Whether its explanation was asked for before it came to its end. */
  #isCutShort = false;
  #mediaType: string | undefined;
  #stay: Stay | undefined;
  #killer: NodeJS.Timeout | undefined;

  constructor(
    private readonly query: QueryMessage,
    private readonly asked: Asked,
    { timeoutMs, unsent }: RunOptions,
  ) {
    this.signal = asked.signal;
    this.client = asked.client;
    this.#cost = new Cost(asked.spent);
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#deadline = new Deadline(timeoutMs, () => {
      const problem = timeLimit(timeoutMs);
      if (query.explain) this.#endExplained(problem);
      else this.#stop(problem);
    });
    this.#parts = new AnswerParts(unsent, {
      more: () => {
        if (!this.#isSettled && this.#stay) this.#deadline.run();
        this.#send('more');
      },
      closed: () => {
        this.signal?.removeEventListener('abort', this.#abort);
        this.#stop(clientGone());
      },
    });
    this.signal?.addEventListener('abort', this.#abort);
  }

  get hasPlace(): boolean {
    return this.#stay?.mayStay === undefined;
  }

  /** Whether a part of its answer is there. */
  get isBegun(): boolean {
    return this.#isBegun;
  }

  get isMovable(): boolean {
    return this.#isSettled || (!this.#isBegun && this.#stay?.isLight === true);
  }

  /** Runs on a worker until that has no more to do with it. */
  stayOn({ worker, mayStay }: Place, snapshot: SnapshotHandle): Promise<StayEnd> {
    if (this.#isSettled) return Promise.resolve('done');
    this.#deadline.run();
    return new Promise(end => {
      const stay: Stay = { worker, end, id: 0, mayStay, isLight: true };
      this.#stay = stay;
      stay.id = worker.begin(this.query, snapshot, this);
    });
  }

  /** Gives up, unless the answer is complete: whoever waits for it is told why. */
  fail(problem: Problem): void {
    if (this.#isSettled) return;
    this.#settle();
    this.#costsTwice = costsTwice.has(problem.kind);
    this.#parts.end(problem);
    if (this.#isBegun) return;
    this.#parts.drop();
    this.#reject(problem);
  }

  receive(message: AnswerMessage, workedMs: number): void {
    this.#cost.add(workedMs);
    switch (message.type) {
      case 'working':
        if (this.#stay) this.#stay.isLight = message.isLight;
        break;
      case 'part':
        this.#takePart(message);
        break;
      case 'problem':
        this.fail(problemOf(message));
        this.#leave('done');
        break;
      case 'unsupported':
        this.#leave('unsupported');
        break;
    }
    this.#endTrial();
  }

  moved(): void {
    this.#drop('lost');
  }

  lost({ fault, wasAlone, heldMs }: Loss): void {
    this.#cost.add(heldMs);
    if (fault && wasAlone) this.fail(deathOf(fault));
    // Of several queries nobody knows whose fault it was: each has one more try.
    if (fault) this.#crashes += 1;
    if (this.#isBegun || this.#crashes > 1) this.fail(brokenOff());
    this.#leave('lost');
  }

  /** No worker has to do with it any more. */
  finish(): void {
    if (this.#costsTwice) this.#cost.double();
    if (this.#parts.isEmpty) this.signal?.removeEventListener('abort', this.#abort);
    this.asked.computed?.();
  }

  #takePart({ mediaType, bytes, isLast }: Extract<AnswerMessage, { type: 'part' }>): void {
    if (!this.#isSettled) {
      if (isLast) this.#settle();
      if (isLast && this.#mediaType === undefined)
        this.#begin({ mediaType, body: onlyPart(bytes), whole: bytes });
      else {
        this.#mediaType = mediaType;
        this.#parts.add(bytes, isLast);
        if (this.#parts.isFull) this.#deadline.pause();
        if (isLast || this.hasPlace) this.#beginInParts();
      }
    }
    if (isLast) this.#end();
  }

  #end(): void {
    const worker = this.#stay?.worker;
    this.#leave('done');
    // Comunica does not hear that it has to stop while it works on what it has.
    if (this.#isCutShort && worker?.kind === 'complete') void worker.kill();
  }

  /** What is tried is told of to nobody, so that it can be asked again. */
  #endTrial(): void {
    const stay = this.#stay;
    if (this.#isSettled || !stay?.mayStay) return;
    if (stay.isLight && !this.#parts.isFull) return;
    if (!stay.mayStay()) {
      this.#drop('tried');
      return;
    }
    stay.mayStay = undefined;
    this.#beginInParts();
  }

  #beginInParts(): void {
    if (!this.#isBegun && this.#mediaType !== undefined)
      this.#begin({ mediaType: this.#mediaType, body: this.#parts.body() });
  }

  #begin(answer: Answer): void {
    this.#isBegun = true;
    this.#resolve(answer);
  }

  readonly #abort = (): void => {
    this.#stop(clientGone());
    // What is complete may still be unread.
    this.#parts.end(clientGone());
    this.#parts.drop();
  };

  /** Frees the worker: gently at first, and if that is not heard by ending it. */
  #stop(problem: Problem): void {
    if (this.#isSettled) return;
    this.fail(problem);
    this.#send('stop');
    const worker = this.#stay?.worker;
    if (worker) this.#killer = setTimeout(() => void worker.kill(), stopMs);
  }

  /** Has the worker tell what the query has done until now, unless it takes too long even for that. */
  #endExplained(problem: Problem): void {
    this.#costsTwice = true;
    this.#isCutShort = true;
    const stay = this.#stay;
    stay?.worker.send({ type: 'stop', id: stay.id, because: problem.words });
    this.#killer = setTimeout(() => {
      this.#stop(problem);
    }, stopMs);
  }

  #send(type: 'more' | 'stop'): void {
    if (this.#stay) this.#stay.worker.send({ type, id: this.#stay.id });
  }

  #settle(): void {
    this.#isSettled = true;
    this.#deadline.pause();
  }

  /** Leaves a worker that has not come to an end with it. */
  #drop(end: StayEnd): void {
    this.#stay?.worker.drop(this.#stay.id);
    this.#leave(end);
  }

  #leave(end: StayEnd): void {
    clearTimeout(this.#killer);
    this.#deadline.pause();
    if (!this.#isSettled) {
      // It is asked again.
      this.#parts.drop();
      this.#mediaType = undefined;
    }
    const stay = this.#stay;
    this.#stay = undefined;
    stay?.end(this.#isSettled ? 'done' : end);
  }
}
