/** A match of a regular expression in a text. */
export interface Match {
  /** Where it begins, and where what is behind it. */
  readonly start: number;
  readonly end: number;
  /** The text that a group matched, if it did; that of the whole match by 0. */
  group(number: number): string | undefined;
}

/** A regular expression, ready to be looked for in texts. */
export interface Matcher {
  /** How many groups it has. */
  readonly groups: number;
  /** Whether any part of the text matches. */
  test(text: string): boolean;
  /** Goes through the matches from left to right; each begins where the last one ended, or later. */
  each(text: string, visit: (match: Match) => void): void;
}

/** A matcher of JavaScript, for patterns that it matches in linear time. */
export class BacktrackingMatcher implements Matcher {
  readonly #expression: RegExp;

  /** @param flags `u` or `iu` */
  constructor(
    source: string,
    flags: string,
    readonly groups: number,
  ) {
    this.#expression = new RegExp(source, `g${flags}`);
  }

  test(text: string): boolean {
    this.#expression.lastIndex = 0;
    return this.#expression.test(text);
  }

  each(text: string, visit: (match: Match) => void): void {
    const expression = this.#expression;
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const { 0: whole, index: start } = match;
      const groups = match;
      const end = start + whole.length;
      visit({ start, end, group: number => groups[number] });
      if (whole === '') expression.lastIndex = end + (text.codePointAt(end)! > 0xffff ? 2 : 1);
    }
  }
}
