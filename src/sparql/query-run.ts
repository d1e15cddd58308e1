import { Problem } from '../errors.js';
import type { SnapshotHandle } from '../store/snapshot.js';
import { AnswerParts } from './answer-parts.js';
import type { Answer } from './engine.js';
import type { AnswerMessage, QueryId, QueryMessage } from './messages.js';
import { problemOf } from './query-fault.js';
import type { QueryWorker, Receiver } from './query-worker.js';

/** How a query left a worker. `lost`: the worker is gone, and the query is to be asked again on another. */
export type StayEnd = 'done' | 'unsupported' | 'lost';

export interface RunLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** How long a query may go on after it was told to stop. One that computes without a pause does not hear of it. */
const stopMs = 500;

/** One query, from its first worker to the last part of its answer. */
export class QueryRun implements Receiver {
  readonly answer: Promise<Answer>;
  readonly signal: AbortSignal | undefined;
  readonly #parts: AnswerParts;
  readonly #timeoutMs: number;
  #begin!: (answer: Answer) => void;
  #refuse!: (problem: Problem) => void;
  #deadline: NodeJS.Timeout | undefined;
  #isBegun = false;
  #isSettled = false;
  #crashes = 0;
  #stay: { readonly worker: QueryWorker; id: QueryId; readonly end: (end: StayEnd) => void } | undefined;
  #killer: NodeJS.Timeout | undefined;

  constructor(
    private readonly query: QueryMessage,
    { timeoutMs, signal }: RunLimits,
  ) {
    this.signal = signal;
    this.#timeoutMs = timeoutMs;
    this.answer = new Promise((resolve, reject) => {
      this.#begin = resolve;
      this.#refuse = reject;
    });
    this.#parts = new AnswerParts({
      taken: () => {
        this.#send('more');
      },
      left: () => {
        this.#abort();
      },
    });
  }

  /** Whether a worker has to do with it. */
  get isRunning(): boolean {
    return this.#stay !== undefined;
  }

  /** Runs on a worker until that has no more to do with it. The deadline counts from the first worker on. */
  stayOn(worker: QueryWorker, snapshot: SnapshotHandle): Promise<StayEnd> {
    this.#startClock();
    if (this.#isSettled) return Promise.resolve('done');
    return new Promise(resolve => {
      const stay = { worker, id: 0, end: resolve };
      this.#stay = stay;
      stay.id = worker.begin(this.query, snapshot, this);
    });
  }

  /** Gives up, unless the answer is complete: whoever waits for it is told why. */
  fail(problem: Problem): void {
    if (this.#isSettled) return;
    this.#settle();
    this.#refuse(problem);
    this.#parts.end(problem);
  }

  receive(message: AnswerMessage): void {
    switch (message.type) {
      case 'part':
        this.#takePart(message);
        break;
      case 'problem':
        this.fail(problemOf(message));
        this.#leave('done');
        break;
      case 'unsupported':
        this.#leave(this.#isSettled ? 'done' : 'unsupported');
        break;
    }
  }

  lost(fault: Error | undefined, wasAlone: boolean): void {
    if (fault && wasAlone) this.fail(faultProblem(fault));
    // Of several queries nobody knows whose fault it was: each has one more try.
    if (fault) this.#crashes += 1;
    if (this.#isBegun || this.#crashes > 1) this.fail(brokenOff());
    this.#leave(this.#isSettled ? 'done' : 'lost');
  }

  #takePart({ mediaType, bytes, isLast }: Extract<AnswerMessage, { type: 'part' }>): void {
    if (!this.#isSettled) {
      this.#parts.add(bytes);
      const whole = isLast && !this.#isBegun ? { whole: bytes } : {};
      if (!this.#isBegun) this.#begin({ mediaType, body: this.#parts.body(), ...whole });
      this.#isBegun = true;
      if (isLast) {
        this.#settle();
        this.#parts.end();
      }
    }
    if (isLast) this.#leave('done');
  }

  #startClock(): void {
    if (this.#deadline) return;
    this.#deadline = setTimeout(() => {
      this.#stop(timeLimit(this.#timeoutMs));
    }, this.#timeoutMs);
    this.signal?.addEventListener('abort', this.#abort);
    if (this.signal?.aborted) this.#abort();
  }

  readonly #abort = (): void => {
    this.#stop(new Problem('unavailable', 'The client left before the answer was complete.'));
  };

  /** Frees the worker: gently at first, and if that is not heard by ending it. */
  #stop(problem: Problem): void {
    if (this.#isSettled) return;
    this.fail(problem);
    this.#send('stop');
    const worker = this.#stay?.worker;
    if (worker) this.#killer = setTimeout(() => void worker.kill(), stopMs);
  }

  #send(type: 'more' | 'stop'): void {
    if (this.#stay) this.#stay.worker.send({ type, id: this.#stay.id });
  }

  #settle(): void {
    this.#isSettled = true;
    clearTimeout(this.#deadline);
    this.signal?.removeEventListener('abort', this.#abort);
  }

  #leave(end: StayEnd): void {
    clearTimeout(this.#killer);
    const stay = this.#stay;
    this.#stay = undefined;
    stay?.end(end);
  }
}

function timeLimit(timeoutMs: number): Problem {
  return new Problem(
    'time-limit',
    `The query was stopped after ${timeoutMs / 1000} s, the limit here. Narrow it, add a LIMIT, or take a dump.`,
    { limitMs: timeoutMs, retryAfter: 5 },
  );
}

function brokenOff(): Problem {
  return new Problem('unavailable', 'The query was broken off by a fault of the server. Ask again.', {
    retryAfter: 1,
  });
}

function faultProblem(fault: Error & { code?: string }): Problem {
  return fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Problem(
        'size-limit',
        'The query needs more memory than one query may take. Narrow it, or add a LIMIT.',
      )
    : new Problem('internal', 'The query stopped on a fault of the server.');
}
