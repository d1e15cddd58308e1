import { Problem, type ProblemKind, type Words } from '../../../errors.js';

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
  long: [
    'regex-limit',
    () => ({
      en: `has more than ${maxPatternLength} characters. Shorten it.`,
      fr: `a plus de ${maxPatternLength} caractères. Raccourcissez-la.`,
    }),
  ],
  deep: [
    'regex-limit',
    () => ({
      en: `has more than ${maxDepth} groups inside one another. Take groups away.`,
      fr: `a plus de ${maxDepth} groupes les uns dans les autres. Ôtez-en.`,
    }),
  ],
  large: [
    'regex-limit',
    () => ({
      en: 'is too large once its repetitions are written out. Use smaller numbers in {n,m}, or shorten it.',
      fr: 'est trop grande une fois ses répétitions écrites. Prenez de plus petits nombres dans {n,m}, ou raccourcissez-la.',
    }),
  ],
  back: [
    'refused',
    part => ({
      en:
        `refers back to a group with ${part}, which can take time without end. Write it without, or compare the parts ` +
        'with SUBSTR, STRBEFORE or STRAFTER.',
      fr:
        `renvoie à un groupe par ${part}, ce qui peut durer sans fin. Écrivez-la sans, ou comparez les parties par ` +
        'SUBSTR, STRBEFORE ou STRAFTER.',
    }),
  ],
  block: [
    'refused',
    part => ({
      en:
        `names the block of characters ${part}. Blocks are not known here: write the first and the last character as a ` +
        'range, such as [a-z].',
      fr:
        `nomme le bloc de caractères ${part}. Les blocs ne sont pas connus ici\u00a0: écrivez le premier et le dernier ` +
        'caractère en intervalle, comme [a-z].',
    }),
  ],
} as const satisfies Record<string, readonly [ProblemKind, (part: string) => Words]>;

/** A refusal of a pattern, that says what to write instead. */
export function refusedPattern(pattern: string, reason: keyof typeof reasons, part = ''): Problem {
  const shown = pattern.length > maxShown ? `${pattern.slice(0, maxShown)}…` : pattern;
  const [kind, say] = reasons[reason];
  const { en, fr } = say(part);
  return new Problem(kind, {
    en: `The regular expression "${shown}" ${en}`,
    fr: `L'expression régulière «\u00a0${shown}\u00a0» ${fr}`,
  });
}
