import { termFromId } from 'n3';
import type { Problem } from '../errors.js';
import type { Snapshot } from '../store/snapshot.js';
import type { Evaluator } from './evaluator.js';
import { explain } from './explanation.js';
import type { Memory } from './native/memory.js';
import { partsAhead, type AnswerMessage, type QueryMessage } from './messages.js';
import { pauses } from './native/turn.js';
import type { QueryTurn } from './native/turns.js';
import { Unsupported } from './native/unsupported.js';
import { messageOf } from './query-fault.js';
import { writeAnswer, type AnswerBounds } from './write-answer.js';

/**
 * Characters of a part. The first part decides whether an early failure can still be a clean refusal.
 */
const partSize = 32_768;

/** Time that a query works before its cost is told, in milliseconds. */
const toldEachMs = 50;

type Send = (message: AnswerMessage, workedMs: number, transfer?: readonly ArrayBuffer[]) => void;

/** What queries are answered with. */
export interface Answering {
  readonly evaluator: Evaluator;
  readonly snapshot: Snapshot;
  readonly bounds: AnswerBounds;
}

/** Answers one query in a worker, part by part, as long as there is room for the parts. */
export class AnswerSender {
  readonly #encoder = new TextEncoder();
  #room = partsAhead;
  #goOn: (() => void) | undefined;
  #untoldMs = 0;
  #isToldHeavy = false;
  #tellWhy: ((because: string) => void) | undefined;

  constructor(
    private readonly post: Send,
    private readonly turn: QueryTurn,
    /** That of the query, given back when it has ended. */
    private readonly memory: Memory,
  ) {}

  /** Whatever happens is sent: this never rejects. */
  async send(query: QueryMessage, answering: Answering): Promise<void> {
    try {
      await this.turn.pause();
      await this.#answer(query, answering);
    } catch (error) {
      this.#post(error instanceof Unsupported ? { type: 'unsupported' } : messageOf(error));
    } finally {
      this.turn.leave();
      this.memory.end();
    }
  }

  /** There is room for one part more. */
  goOn(): void {
    this.#room += 1;
    this.#goOn?.();
  }

  /**
   * Ends the query at its next pause.
   * @param because told in its explanation, if that is asked for
   */
  stop(because?: Problem['words']): void {
    this.turn.stop();
    if (because) this.#tellWhy?.(because.en);
    this.#goOn?.();
  }

  /** Tells what the query has cost of late, unless that is little, and that it is no light one. */
  tellCost(): void {
    const { isLight } = this.turn;
    this.#untoldMs += this.turn.worked();
    if (this.#untoldMs < toldEachMs && (isLight || this.#isToldHeavy)) return;
    this.#isToldHeavy = !isLight;
    this.#post({ type: 'working', isLight });
  }

  async #answer(message: QueryMessage, { evaluator, snapshot, bounds }: Answering) {
    const { formats, bindings, explain: format, planOnly = false, ...query } = message;
    const { memory, turn } = this;
    const within = { ...bounds, memory, pause: pauses(turn) };
    const terms =
      bindings && Object.fromEntries(Object.entries(bindings).map(([name, id]) => [name, termFromId(id)]));
    const execution = { ...query, turn, memory, ...(terms ? { bindings: terms } : {}) };
    const { mediaType, text } = format
      ? await explain(
          execution,
          { format, planOnly },
          { evaluator, snapshot, bounds: within, stopped: new Promise(tell => (this.#tellWhy = tell)) },
        )
      : writeAnswer(await evaluator.execute(execution, snapshot), formats, within);
    let pending = '';
    for await (const piece of text) {
      pending += piece;
      if (pending.length < partSize) continue;
      let from = 0;
      for (; pending.length - from >= partSize; from = await this.#sendPart(pending, from, mediaType));
      pending = pending.slice(from);
    }
    this.#post(part(this.#encoder.encode(pending), mediaType, true));
  }

  /** @returns where the next part begins */
  async #sendPart(text: string, from: number, mediaType: string): Promise<number> {
    const to = wholeCharacters(text, from + partSize);
    this.#post(part(this.#encoder.encode(text.slice(from, to)), mediaType, false));
    this.#room -= 1;
    if (this.#room <= 0) await this.turn.rest(new Promise(resolve => (this.#goOn = resolve)));
    else if (this.turn.isOver && !this.#tellWhy) await this.turn.pause();
    return to;
  }

  #post(message: AnswerMessage): void {
    const workedMs = this.#untoldMs + this.turn.worked();
    this.#untoldMs = 0;
    const transfer = message.type === 'part' ? [message.bytes.buffer as ArrayBuffer] : [];
    this.post(message, workedMs, transfer);
  }
}

function part(bytes: Uint8Array, mediaType: string, isLast: boolean): AnswerMessage {
  return { type: 'part', mediaType, bytes, isLast };
}

/** The place, or the one before where it would part the halves of a surrogate pair. */
function wholeCharacters(text: string, place: number): number {
  const before = text.charCodeAt(place - 1);
  return before >= 0xd800 && before < 0xdc00 ? place - 1 : place;
}
