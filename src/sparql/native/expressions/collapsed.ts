/** Tab, line feed, carriage return and space: what XML Schema takes for blank. */
const blanks = '\t\n\r ';

/**
 * A text without the blanks around it (XSD 1.1 Part 2 section 4.3.6, collapse, of a text without any inside). A pattern such
 * as `[ \t]+$` would look from each blank to the end of its row.
 */
export function withoutBlanksAround(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && blanks.includes(text.charAt(from))) from += 1;
  while (to > from && blanks.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
