import { Worker } from 'node:worker_threads';
import { Problem, type ProblemKind } from '../errors.js';
import type { GraphFormatId } from '../rdf/formats.js';

/** A graph to write, as N-Triples. */
export interface WriteJob {
  readonly ntriples: Uint8Array;
  readonly format: GraphFormatId;
}

/** What the worker makes of a job. */
export type Written =
  | { readonly bytes: Uint8Array }
  | { readonly problem: { readonly kind: ProblemKind; readonly detail: string } };

/** A worker without work is kept this long: one catalogue asks for many files in a row. */
const idleMs = 2_000;

interface Waiting {
  readonly job: WriteJob;
  readonly settle: (written: Written) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Writes graphs as text in a thread of its own, one after the other: a graph of a whole register takes seconds, in
 * which the HTTP thread has others to serve. The thread ends when nothing has been asked for a while.
 */
export class OffThreadWriter {
  readonly #line: Waiting[] = [];
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** @throws Problem `not-acceptable` when the format cannot say the graph. */
  async write(job: WriteJob): Promise<Uint8Array> {
    const written = await new Promise<Written>((settle, fail) => {
      this.#line.push({ job, settle, fail });
      if (this.#line.length === 1) this.#next();
    });
    if ('problem' in written) throw new Problem(written.problem.kind, written.problem.detail);
    return written.bytes;
  }

  /** Gives the first in line to the worker; it stays first until it is done. */
  #next(): void {
    clearTimeout(this.#idle);
    const [first] = this.#line;
    if (first) this.#running().postMessage(first.job);
    else
      this.#idle = setTimeout(() => {
        this.#end();
      }, idleMs).unref();
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./write-worker.js', import.meta.url));
    // Nobody's process stays alive for a dump that nobody waits for.
    worker.unref();
    worker.on('message', (written: Written) => {
      this.#line.shift()?.settle(written);
      this.#next();
    });
    worker.on('error', error => {
      this.#worker = undefined;
      this.#line.shift()?.fail(error);
      this.#next();
    });
    this.#worker = worker;
    return worker;
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }
}
