import { Problem } from '../errors.js';

/** Characters from which on a part is handed on; a longer text is a part of its own, and is not copied. */
const partSize = 32_768;

/** The text of an answer, gathered into parts as it is written cell by cell, and counted in bytes. */
export class TextParts {
  #pending = '';
  #parts: string[] = [];
  #bytes = 0;

  /** @param bound bytes that the answer may have */
  constructor(private readonly bound: number) {}

  /** @throws Problem `size-limit` when the answer grows beyond the bound */
  readonly add = (text: string): void => {
    if (text.length >= partSize) this.#close();
    this.#pending += text;
    if (this.#pending.length >= partSize) this.#close();
  };

  /** The parts that were filled since they were last taken. */
  takeFull(): string[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  /** All that was written since it was last taken. */
  take(): string[] {
    this.#close();
    return this.takeFull();
  }

  #close(): void {
    if (this.#pending === '') return;
    this.#bytes += Buffer.byteLength(this.#pending);
    if (this.#bytes > this.bound) throw tooMany(this.bound, 'bytes');
    this.#parts.push(this.#pending);
    this.#pending = '';
  }
}

const inFrench = { rows: 'lignes', triples: 'triplets', bytes: 'octets' } as const;

/** The refusal of an answer that is too large. */
export function tooMany(limit: number, unit: 'rows' | 'triples' | 'bytes'): Problem {
  return new Problem(
    'size-limit',
    {
      en: `The answer is larger than ${limit} ${unit}. Add a LIMIT, or narrow the pattern.`,
      fr: `La réponse dépasse ${limit} ${inFrench[unit]}. Ajoutez un LIMIT, ou resserrez le motif.`,
    },
    { limit, unit },
  );
}
