import { Problem } from '../errors.js';

/** Deepest nesting of brackets that any parser here is given (THREATS.md). */
export const maxNesting = 64;

const openers = new Set(['(', '[', '{', '<<']);
const closers = new Set([')', ']', '}', '>>']);

/**
 * What a bracket counts for nothing in: a quoted string (long or short), an IRI, a comment, an escaped character. No
 * branch can fail once it has consumed a string: one that is never closed runs to the end of its line, or of the text.
 * A scan is therefore linear, whatever the text.
 */
export const passedOver = new RegExp(
  [
    /"""(?:[^"\\]|\\[^]?|"(?!""))*(?:"""|$)/,
    /'''(?:[^'\\]|\\[^]?|'(?!''))*(?:'''|$)/,
    /"(?:[^"\\\n\r]|\\[^\n\r]?)*"?/,
    /'(?:[^'\\\n\r]|\\[^\n\r]?)*'?/,
    /<(?:[^\u0000-\u0020<>"{}|^`\\]|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8})*>/,
    /#[^\n\r]*/,
    /\\[^]?/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

const pieces = new RegExp(`${passedOver.source}|<<|>>|[()[\\]{}]`, 'g');

/**
 * Refuses text whose brackets nest deeper than `limit`, before a recursive parser sees it. Works for Turtle,
 * SPARQL and JSON alike: strings, IRIs and comments are passed over, as their brackets open nothing.
 * @throws Problem `bad-request` naming the line where the limit is passed.
 */
export function assertShallow(text: string, limit = maxNesting): void {
  let depth = 0;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (openers.has(piece)) depth += 1;
    else if (closers.has(piece)) depth = Math.max(0, depth - 1);
    if (depth > limit) throw tooDeep(limit, text.slice(0, index));
  }
}

/** What is said of a text that nests too deep; `before` is what stands before the place. */
function tooDeep(limit: number, before: string): Problem {
  const line = before.split('\n').length;
  return new Problem(
    'bad-request',
    `Brackets are nested deeper than ${limit} levels (line ${line}). Flatten the text and send it again.`,
    { limit, line },
  );
}
