import { isLinearWhenBacktracking } from './backtracking.js';
import { compileProgram } from './compile-program.js';
import { isPortable, javascriptSource } from './javascript-source.js';
import { LinearMatcher } from './linear-matcher.js';
import { BacktrackingMatcher, type Match, type Matcher } from './matcher.js';
import { parsePattern, quotedPattern } from './parse-pattern.js';
import { patternSize } from './pattern-size.js';
import { InvalidPattern, maxPatternLength, refusedPattern } from './refusals.js';
import { requiredPart } from './required-part.js';
import { stateBudget, type Forgetful } from './state-budget.js';
import type { ParsedPattern, Pattern } from './syntax.js';
import { trimmedPattern } from './trimmed-pattern.js';

/** Most instructions of a pattern, about, once its repetitions are written out. */
const maxSize = 3_000;

/** About what a matcher takes for each of its instructions, in bytes. */
const instructionBytes = 100;

/**
 * A regular expression of SPARQL, which takes a time linear in the texts that it is looked for in. Its matchers are made
 * when they are first needed, and made again after they were forgotten.
 */
export class Regex implements Matcher, Forgetful {
  /** About how many instructions it takes. */
  readonly size: number;
  #tester: Matcher | undefined;
  #finder: Matcher | undefined;

  /**
   * @param literal whether `q` was given: pattern and replacement are plain text
   * @throws Problem `refused` when it is too large
   */
  constructor(
    pattern: string,
    private readonly parsed: ParsedPattern,
    private readonly ignoreCase: boolean,
    readonly literal: boolean,
  ) {
    this.size = patternSize(parsed.root);
    if (this.size > maxSize) throw refusedPattern(pattern, 'large');
  }

  get groups(): number {
    return this.parsed.groups;
  }

  test(text: string): boolean {
    const tester = (this.#tester ??= this.#matcherOf(trimmedPattern(this.parsed.root)));
    return tester.test(text);
  }

  each(text: string, visit: (match: Match) => void): void {
    const finder = (this.#finder ??= this.#matcherOf(this.parsed.root));
    finder.each(text, visit);
  }

  forget(): void {
    this.#tester = undefined;
    this.#finder = undefined;
  }

  #matcherOf(root: Pattern): Matcher {
    stateBudget.take(this, (this.size + 1) * instructionBytes);
    if (isLinearWhenBacktracking(root) && isPortable(root)) return this.#backtracking(root);
    const { groups } = this;
    const required = requiredPart(root);
    return new LinearMatcher(
      compileProgram({ root, groups }),
      groups,
      required && isPortable(required) ? this.#backtracking(required) : undefined,
    );
  }

  #backtracking(root: Pattern): Matcher {
    return new BacktrackingMatcher(javascriptSource(root), this.ignoreCase ? 'iu' : 'u', this.groups);
  }
}

/**
 * Reads a pattern and its flags (XPath Functions 3.1 section 5.6.1).
 * @throws InvalidPattern when the pattern or the flags are wrong, which is an error of the expression; Problem `refused`
 * for patterns that are too large, and for those that are not known here
 */
export function compileRegex(pattern: string, flags: string): Regex {
  if (!/^[smixq]*$/.test(flags)) throw new InvalidPattern();
  if (pattern.length > maxPatternLength) throw refusedPattern(pattern, 'long');
  const ignoreCase = flags.includes('i');
  const literal = flags.includes('q');
  const parsed = literal ? quotedPattern(pattern, ignoreCase) : parsedAs(pattern, flags);
  return new Regex(pattern, parsed, ignoreCase, literal);
}

function parsedAs(pattern: string, flags: string): ParsedPattern {
  return parsePattern(flags.includes('x') ? withoutSpaces(pattern) : pattern, {
    dotAll: flags.includes('s'),
    multiline: flags.includes('m'),
    ignoreCase: flags.includes('i'),
  });
}

/** Flag `x`: white space goes, after a backslash too, but not from classes. */
function withoutSpaces(pattern: string): string {
  let depth = 0;
  let kept = '';
  let isEscaped = false;
  for (const character of pattern) {
    if (depth === 0 && ' \t\n\r'.includes(character)) continue;
    kept += character;
    if (!isEscaped && character === '[') depth += 1;
    if (!isEscaped && character === ']') depth = Math.max(0, depth - 1);
    isEscaped = !isEscaped && character === '\\';
  }
  return kept;
}
