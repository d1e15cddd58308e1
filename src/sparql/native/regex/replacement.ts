import { Problem } from '../../../errors.js';
import type { Match, Matcher } from './matcher.js';

/** A replacement's parts: texts, and numbers of groups. */
export type Replacement = readonly (string | number)[];

/** Most characters of a text that a replacement makes. */
const maxReplaced = 1_000_000;

/**
 * Reads a replacement (XPath Functions 3.1 section 5.6.4): `$n` is a group, `\$` and `\\` are themselves.
 * @returns undefined when a `$` or `\` stands alone
 */
export function parseReplacement(text: string, groups: number): Replacement | undefined {
  const parts: (string | number)[] = [];
  const piece = /[^\\$]+|\\([\\$])|\$(\d+)/y;
  while (piece.lastIndex < text.length) {
    const match = piece.exec(text);
    if (!match) return undefined;
    const [plain, escaped, digits] = match;
    if (digits === undefined) parts.push(escaped ?? plain);
    else {
      const { number, length } = groupNumber(digits, groups);
      parts.push(number);
      piece.lastIndex -= digits.length - length;
    }
  }
  return parts;
}

/** As many of the digits as name a group; one at least, which may name none. */
function groupNumber(digits: string, groups: number): { readonly number: number; readonly length: number } {
  let number = Number(digits[0]);
  let length = 1;
  for (; length < digits.length; length += 1) {
    const longer = number * 10 + Number(digits[length]);
    if (longer > groups) break;
    number = longer;
  }
  return { number, length };
}

/**
 * The text with each match replaced.
 * @throws Problem `text-limit` for more than `most` characters, before they are made
 */
export function replaceAll(
  text: string,
  matcher: Matcher,
  replacement: Replacement,
  most = maxReplaced,
): string {
  const made = new GrowingText(most);
  let from = 0;
  matcher.each(text, match => {
    made.add(text.slice(from, match.start));
    for (const part of replacement) made.add(typeof part === 'string' ? part : groupOf(match, part, matcher));
    from = match.end;
  });
  made.add(text.slice(from));
  return made.text;
}

function groupOf(match: Match, number: number, { groups }: Matcher): string {
  return number <= groups ? (match.group(number) ?? '') : '';
}

/** A text that grows piece by piece up to a bound. */
class GrowingText {
  text = '';

  constructor(private readonly most: number) {}

  add(piece: string): void {
    if (this.text.length + piece.length > this.most)
      throw new Problem(
        'text-limit',
        {
          en: `REPLACE makes a text of more than ${this.most} characters. Replace less.`,
          fr: `REPLACE fait un texte de plus de ${this.most} caractères. Remplacez-en moins.`,
        },
        { limit: this.most },
      );
    this.text += piece;
  }
}
