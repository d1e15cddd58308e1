import { Unsupported } from '../unsupported.js';
import { RegexTranslation } from './regex-syntax.js';

/** Longest pattern: a longer one is no search but an attempt to keep the engine busy. */
const maxPatternLength = 1_000;

/** A regular expression of SPARQL, ready to run. */
export interface Regex {
  readonly expression: RegExp;
  /** Whether `q` was given: pattern and replacement are plain text. */
  readonly literal: boolean;
}

/**
 * Compiles a pattern and its flags (XPath Functions 3.1 section 5.6.1).
 * @returns undefined when the pattern or the flags are wrong, which is an error of the expression
 * @throws Unsupported for patterns that JavaScript would match otherwise than XPath
 */
export function compileRegex(pattern: string, flags: string): Regex | undefined {
  if (!/^[smixq]*$/.test(flags)) return undefined;
  if (pattern.length > maxPatternLength) throw new Unsupported('A regular expression of that length');
  const literal = flags.includes('q');
  const ignoreCase = flags.includes('i');
  try {
    const source = literal ? quoted(pattern) : translate(pattern, flags);
    return { expression: new RegExp(source, `gu${ignoreCase ? 'i' : ''}`), literal };
  } catch (error) {
    if (error instanceof Unsupported && isJavaScript(pattern)) throw error;
    return undefined;
  }
}

function translate(pattern: string, flags: string): string {
  return new RegexTranslation(flags.includes('x') ? withoutSpaces(pattern) : pattern, {
    dotAll: flags.includes('s'),
    multiline: flags.includes('m'),
    ignoreCase: flags.includes('i'),
  }).run();
}

function quoted(pattern: string): string {
  return pattern.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
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

/** Whether somebody may have meant it for an engine with other rules. */
function isJavaScript(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return /\\p\{Is/.test(pattern);
  }
}

/** A replacement's parts: texts, and numbers of groups. */
export type Replacement = readonly (string | number)[];

/**
 * Reads a replacement (XPath Functions 3.1 section 5.6.4): `$n` is a group, `\$` and `\\` are themselves.
 * @returns undefined when a `$` or `\` stands alone
 */
export function parseReplacement(text: string, groups: number): Replacement | undefined {
  const parts: (string | number)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '\\') {
      at += 1;
      if (text[at] !== '\\' && text[at] !== '$') return undefined;
      parts.push(text[at]!);
    } else if (character === '$') {
      const digits = /^\d+/.exec(text.slice(at + 1))?.[0];
      if (digits === undefined) return undefined;
      const used = longestGroup(digits, groups);
      parts.push(Number(used));
      at += used.length;
    } else parts.push(character);
  }
  return parts;
}

/** As many of the digits as name a group; one at least, which may name none. */
function longestGroup(digits: string, groups: number): string {
  let used = digits;
  while (used.length > 1 && Number(used) > groups) used = used.slice(0, -1);
  return used;
}

/** How many groups a regular expression has. */
export function countGroups(expression: RegExp): number {
  return new RegExp(`${expression.source}|`, expression.flags).exec('')!.length - 1;
}
