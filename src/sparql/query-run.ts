import type { Worker } from 'node:worker_threads';
import { Problem } from '../errors.js';
import type { Answer } from './engine.js';
import type { FromWorker, QueryMessage, ToWorker } from './messages.js';

/** Why a run was given up; the worker that ran it is then of no use any more. */
export type Outcome = 'finished' | 'stopped';

export interface RunLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** One query on one worker, from its message to the last part of its answer. */
export class QueryRun {
  readonly answer: Promise<Answer>;
  /** Settles once: whether the worker came to the end, or has to be replaced. Never rejects. */
  readonly outcome: Promise<Outcome>;

  readonly #worker: Worker;
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  #begin!: (answer: Answer) => void;
  #refuse!: (problem: Problem) => void;
  #finish!: (outcome: Outcome) => void;
  #parts: Uint8Array[] = [];
  #ended = false;
  #failure: Problem | undefined;
  #wake: (() => void) | undefined;

  constructor(worker: Worker, query: QueryMessage, { timeoutMs, signal }: RunLimits) {
    this.#worker = worker;
    this.#signal = signal;
    this.answer = new Promise((resolve, reject) => {
      this.#begin = resolve;
      this.#refuse = reject;
    });
    this.outcome = new Promise(resolve => (this.#finish = resolve));
    this.#timer = setTimeout(() => {
      this.#stop(timeLimit(timeoutMs));
    }, timeoutMs);
    worker.on('message', this.#receive).on('error', this.#crash).on('exit', this.#exit);
    signal?.addEventListener('abort', this.#abort);
    this.#send({ type: 'query', query });
    if (signal?.aborted) this.#abort();
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  readonly #receive = (message: FromWorker): void => {
    switch (message.type) {
      case 'head':
        this.#begin({ mediaType: message.mediaType, body: this.#body() });
        break;
      case 'part':
        this.#parts.push(message.bytes);
        this.#wake?.();
        break;
      case 'end':
        this.#settle('finished');
        break;
      case 'problem':
        this.#settle('finished', new Problem(message.kind, message.detail, message.members));
        break;
      case 'ready':
        break;
    }
  };

  readonly #crash = (error: Error & { code?: string }): void => {
    this.#stop(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new Problem(
            'size-limit',
            'The query needs more memory than one query may take. Narrow it, or add a LIMIT.',
          )
        : new Problem('internal', 'The query stopped on a fault of the server.'),
    );
  };

  readonly #exit = (): void => {
    this.#stop(new Problem('unavailable', 'The server is stopping. Ask again later.', { retryAfter: 5 }));
  };

  readonly #abort = (): void => {
    this.#stop(new Problem('unavailable', 'The client left before the answer was complete.'));
  };

  /** Ends the run and the worker with it: a busy worker reads no message, so nothing gentler would be heard. */
  #stop(problem: Problem): void {
    this.#settle('stopped', problem);
  }

  #settle(outcome: Outcome, failure?: Problem): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#worker.off('message', this.#receive).off('error', this.#crash).off('exit', this.#exit);
    if (failure) this.#refuse(failure);
    this.#wake?.();
    this.#finish(outcome);
  }

  async *#body(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const part = this.#parts.shift();
        if (part) {
          yield part;
          if (!this.#ended) this.#send({ type: 'more' });
        } else if (this.#ended) break;
        else await new Promise<void>(resolve => (this.#wake = resolve));
      }
      if (this.#failure) throw this.#failure;
    } finally {
      if (!this.#ended) this.#abort();
    }
  }
}

function timeLimit(timeoutMs: number): Problem {
  return new Problem(
    'time-limit',
    `The query was stopped after ${timeoutMs / 1000} s, the limit here. Narrow it, add a LIMIT, or take a dump.`,
    { limitMs: timeoutMs, retryAfter: 5 },
  );
}
