import { Problem } from '../errors.js';
import { tooDeep } from './nesting.js';

/** Deepest nesting of elements: the RDF/XML parser takes time in the square of it. */
export const maxElementDepth = 128;

/**
 * The pieces of an XML text: comment, CDATA section, processing instruction, document type, tag. What is never closed
 * runs to the end of the text, which keeps the scan linear.
 */
const pieces = new RegExp(
  [
    /<!--[^]*?(?:-->|$)/,
    /<!\[CDATA\[[^]*?(?:\]\]>|$)/,
    /<\?[^]*?(?:\?>|$)/,
    /<!DOCTYPE/,
    /<(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^"'>])*>?/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** How the elements of a text come out: how many there are, and how many are never closed. */
export interface ElementCount {
  readonly elements: number;
  readonly open: number;
}

/**
 * Looks over an XML text before a parser sees it. A document type is refused: entities and external DTDs live there
 * (CVE-2012-0037 and its kin).
 * @throws Problem `bad-request` for a document type, and for elements nested too deep
 */
export function assertTameXml(text: string): ElementCount {
  let elements = 0;
  let open = 0;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (/^<!DOCTYPE/i.test(piece))
      throw new Problem(
        'bad-request',
        'RDF/XML with a document type (<!DOCTYPE …>) is refused. Write entities out.',
      );
    if (/^<[!?]/.test(piece)) continue;
    if (piece.startsWith('</')) {
      open -= 1;
      continue;
    }
    elements += 1;
    if (!piece.endsWith('/>')) open += 1;
    if (open > maxElementDepth) throw tooDeep('Elements', maxElementDepth, text.slice(0, index));
  }
  return { elements, open };
}
