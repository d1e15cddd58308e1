import { termFromId } from 'n3';
import type { Snapshot } from '../store/snapshot.js';
import type { Evaluator } from './evaluator.js';
import { explain } from './explanation.js';
import type { AnswerMessage, QueryMessage } from './messages.js';
import { Unsupported } from './native/unsupported.js';
import { messageOf } from './query-fault.js';
import { writeAnswer, type AnswerBounds } from './write-answer.js';

/**
 * Characters gathered before a part is sent. The first part decides whether an early failure can still be a clean
 * refusal.
 */
const partSize = 32_768;

type Send = (message: AnswerMessage, transfer?: readonly ArrayBuffer[]) => void;

/** Answers one query in a worker, part by part, as fast as the parts are taken. */
export class AnswerSender {
  readonly #stop = new AbortController();
  readonly #encoder = new TextEncoder();
  #goOn: (() => void) | undefined;

  constructor(
    private readonly post: Send,
    private readonly bounds: AnswerBounds,
  ) {}

  /** Whatever happens is sent: this never rejects. */
  async send(query: QueryMessage, evaluator: Evaluator, snapshot: Snapshot): Promise<void> {
    try {
      await this.#answer(query, evaluator, snapshot);
    } catch (error) {
      this.post(error instanceof Unsupported ? { type: 'unsupported' } : messageOf(error));
    }
  }

  /** The last part was taken. */
  goOn(): void {
    this.#goOn?.();
  }

  /** Ends the query at its next pause. */
  stop(): void {
    this.#stop.abort();
    this.#goOn?.();
  }

  async #answer(message: QueryMessage, evaluator: Evaluator, snapshot: Snapshot) {
    const { formats, bindings, explain: format, ...query } = message;
    const { signal } = this.#stop;
    const terms =
      bindings && Object.fromEntries(Object.entries(bindings).map(([name, id]) => [name, termFromId(id)]));
    const execution = { ...query, signal, ...(terms ? { bindings: terms } : {}) };
    const { mediaType, text } = format
      ? await explain(execution, format, { evaluator, snapshot, bounds: this.bounds })
      : writeAnswer(await evaluator.execute(execution, snapshot), formats, this.bounds);
    let pending = '';
    for await (const part of text) {
      pending += part;
      if (pending.length < partSize) continue;
      this.#post(pending, mediaType, false);
      pending = '';
      // The next part is made when this one was taken: a slow client holds no memory here.
      await new Promise<void>(resolve => (this.#goOn = resolve));
      signal.throwIfAborted();
    }
    this.#post(pending, mediaType, true);
  }

  #post(text: string, mediaType: string, isLast: boolean): void {
    const bytes = this.#encoder.encode(text);
    this.post({ type: 'part', mediaType, bytes, isLast }, [bytes.buffer as ArrayBuffer]);
  }
}
