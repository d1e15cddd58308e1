import type { Life } from './life.js';

/** One that answered for longer is no repeated failure. */
const longLifeMs = 10_000;
const firstPauseMs = 250;
const longestPauseMs = 5_000;

/**
 * How long to wait before a process that died is started again: not at all, unless it dies again and again soon after its
 * start. Whoever kills it from outside (an operator, the system when memory runs out) is no fault of its own.
 */
export class RestartPause {
  #failures = 0;

  /** @returns milliseconds */
  after({ signal, servedMs }: Life): number {
    const isFailure = servedMs === undefined || (servedMs < longLifeMs && signal !== 'SIGKILL');
    this.#failures = isFailure ? this.#failures + 1 : 0;
    return this.#failures < 2 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (this.#failures - 2));
  }
}
