import { InvalidPattern } from './refusals.js';

/** Reads a text from its start to its end. */
export class PatternReader {
  #at = 0;

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.#at >= this.text.length;
  }

  /** The next unit of the text, which is not taken. */
  get next(): string | undefined {
    return this.text[this.#at];
  }

  /**
   * Takes a character, which may be two units.
   * @throws InvalidPattern at the end
   */
  take(): string {
    const codePoint = this.text.codePointAt(this.#at);
    if (codePoint === undefined) throw new InvalidPattern();
    const character = String.fromCodePoint(codePoint);
    this.#at += character.length;
    return character;
  }

  /** Takes these characters if they are next, and says whether they were. */
  takes(expected: string): boolean {
    const isNext = this.text.startsWith(expected, this.#at);
    if (isNext) this.#at += expected.length;
    return isNext;
  }

  /**
   * Takes what a pattern with the flag `y` matches here.
   * @returns undefined when it matches nothing
   */
  match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.text);
    if (match) this.#at += match[0].length;
    return match ?? undefined;
  }
}
