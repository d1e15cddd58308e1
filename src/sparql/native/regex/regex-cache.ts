import { compileRegex, type Regex } from './compile-regex.js';
import { InvalidPattern } from './refusals.js';

/** What the regular expressions that are kept at hand may take together, in instructions. */
const mostInstructions = 50_000;
/** What each of them takes besides. */
const base = 50;

/** Compiles regular expressions, and remembers those of late: the same few are looked for in row after row. */
export class RegexCache {
  /** In the order of their making; undefined for what is no regular expression. */
  readonly #kept = new Map<string, Regex | undefined>();
  #instructions = 0;

  /**
   * @returns undefined when the pattern or the flags are wrong, which is an error of the expression
   * @throws Problem `refused` as `compileRegex` does
   */
  regex(pattern: string, flags: string): Regex | undefined {
    const key = `${flags}/${pattern}`;
    const known = this.#kept.get(key);
    if (known || this.#kept.has(key)) return known;
    const made = compiled(pattern, flags);
    this.#instructions += weightOf(made);
    while (this.#instructions > mostInstructions && this.#kept.size > 0) this.#forgetOldest();
    this.#kept.set(key, made);
    return made;
  }

  #forgetOldest(): void {
    const [oldest] = this.#kept;
    if (!oldest) return;
    this.#kept.delete(oldest[0]);
    this.#instructions -= weightOf(oldest[1]);
  }
}

function weightOf(regex: Regex | undefined): number {
  return base + (regex?.size ?? 0);
}

function compiled(pattern: string, flags: string): Regex | undefined {
  try {
    return compileRegex(pattern, flags);
  } catch (error) {
    if (error instanceof InvalidPattern) return undefined;
    throw error;
  }
}

/** The cache of this thread. */
export const regexCache = new RegexCache();
