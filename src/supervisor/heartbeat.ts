export interface HeartbeatOptions {
  readonly everyMs: number;
  /** Pings in a row without an answer after which the other side is taken for stuck. */
  readonly missed: number;
  readonly ping: () => void;
  readonly stuck: () => void;
}

/**
 * Notices that a process does not answer any more. Pings are counted, not the time: a machine that slept, or that had no
 * time for either process, sent none.
 */
export class Heartbeat {
  #timer: NodeJS.Timeout | undefined;
  #unanswered = 0;

  constructor(private readonly options: HeartbeatOptions) {}

  start(): void {
    this.#timer ??= setInterval(() => {
      this.#beat();
    }, this.options.everyMs);
  }

  answered(): void {
    this.#unanswered = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    const { missed, ping, stuck } = this.options;
    if (this.#unanswered >= missed) {
      this.stop();
      stuck();
      return;
    }
    this.#unanswered += 1;
    ping();
  }
}
