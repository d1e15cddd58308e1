import type { QueryId } from './messages.js';

const beatsAt = 0;
const workingAt = 1;

/**
 * What a worker shows of itself in shared memory, where it can be seen also while the worker computes without a pause:
 * that its thread comes round, and which of its queries has its turn.
 */
export class Pulse {
  readonly #cells: Int32Array;

  /** @param memory that of the other side, on one of them */
  constructor(readonly memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.#cells = new Int32Array(memory);
  }

  /** How often the thread came round while it had work. */
  get beats(): number {
    return Atomics.load(this.#cells, beatsAt);
  }

  beat(): void {
    Atomics.add(this.#cells, beatsAt, 1);
  }

  /** The query whose turn it is; 0 for none. */
  get working(): QueryId {
    return Atomics.load(this.#cells, workingAt);
  }

  set working(id: QueryId) {
    Atomics.store(this.#cells, workingAt, id);
  }
}
