import { Problem, type ProblemKind } from '../../../errors.js';

/**
 * Says that a text is no regular expression of XPath (XPath Functions 3.1 section 5.6.1, err:FORX0002), which is an error
 * of the expression that it stands in.
 */
export class InvalidPattern extends Error {
  override readonly name: string = 'InvalidPattern';
}

/** Most characters of a pattern: a longer one is no search but an attempt to keep the engine busy. */
export const maxPatternLength = 10_000;
/** Most groups inside one another. */
export const maxDepth = 200;

/** Characters of a pattern that a problem shows. */
const maxShown = 100;

/** Why patterns are refused that are regular expressions, and what to do. */
const reasons = {
  long: ['regex-limit', () => `has more than ${maxPatternLength} characters. Shorten it.`],
  deep: ['regex-limit', () => `has more than ${maxDepth} groups inside one another. Take groups away.`],
  large: [
    'regex-limit',
    () => 'is too large once its repetitions are written out. Use smaller numbers in {n,m}, or shorten it.',
  ],
  back: [
    'refused',
    part =>
      `refers back to a group with ${part}, which can take time without end. Write it without, or compare the parts ` +
      'with SUBSTR, STRBEFORE or STRAFTER.',
  ],
  block: [
    'refused',
    part =>
      `names the block of characters ${part}. Blocks are not known here: write the first and the last character as a ` +
      'range, such as [a-z].',
  ],
} as const satisfies Record<string, readonly [ProblemKind, (part: string) => string]>;

/** A refusal of a pattern, that says what to write instead. */
export function refusedPattern(pattern: string, reason: keyof typeof reasons, part = ''): Problem {
  const shown = pattern.length > maxShown ? `${pattern.slice(0, maxShown)}…` : pattern;
  const [kind, say] = reasons[reason];
  return new Problem(kind, `The regular expression "${shown}" ${say(part)}`);
}
