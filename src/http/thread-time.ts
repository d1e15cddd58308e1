import { performance } from 'node:perf_hooks';

/** Work under way, and what it took of the thread so far. */
interface Share {
  ms: number;
}

/**
 * How long the thread works on a task. Tasks take turns, and Node does not say whose turn it is: the time in which the
 * thread is busy is shared evenly among those under way. Waiting for another thread costs nothing.
 */
export class ThreadTime {
  readonly #underWay = new Set<Share>();
  #busy: number;

  /** @param busyMs for how long the thread has been busy up to now, in milliseconds */
  constructor(private readonly busyMs: () => number = () => performance.eventLoopUtilization().active) {
    this.#busy = busyMs();
  }

  /**
   * Does the work; what it throws is thrown.
   * @param tell is told what it took, in milliseconds, also when it fails
   */
  async measure<T>(work: () => Promise<T>, tell: (ms: number) => void): Promise<T> {
    this.#settle();
    const share: Share = { ms: 0 };
    this.#underWay.add(share);
    try {
      return await work();
    } finally {
      this.#settle();
      this.#underWay.delete(share);
      tell(share.ms);
    }
  }

  #settle(): void {
    const busy = this.busyMs();
    for (const share of this.#underWay) share.ms += (busy - this.#busy) / this.#underWay.size;
    this.#busy = busy;
  }
}
