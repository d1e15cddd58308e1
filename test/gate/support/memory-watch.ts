import { familyOf, residentBytes } from '../processes.js';

const everyMs = 250;

/** The memory of a process and of all that it started, looked at four times a second. */
export class MemoryWatch {
  #peak = 0;
  #peakSinceMark = 0;
  #last = 0;
  #isReported = false;
  readonly #timer: NodeJS.Timeout;

  /** `onExcess` is called once when all together hold more than `limit` bytes. */
  constructor(
    private readonly pid: number,
    private readonly limit: number,
    private readonly onExcess: () => void,
  ) {
    this.#timer = setInterval(() => {
      this.#look();
    }, everyMs).unref();
    this.#look();
  }

  /** Bytes at the last look, the most so far, and the most since the last mark. */
  get last(): number {
    return this.#last;
  }

  get peak(): number {
    return this.#peak;
  }

  get peakSinceMark(): number {
    return this.#peakSinceMark;
  }

  mark(): void {
    this.#look();
    this.#peakSinceMark = this.#last;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    this.#last = residentBytes(familyOf(this.pid));
    this.#peak = Math.max(this.#peak, this.#last);
    this.#peakSinceMark = Math.max(this.#peakSinceMark, this.#last);
    if (this.#last <= this.limit || this.#isReported) return;
    this.#isReported = true;
    this.onExcess();
  }
}
