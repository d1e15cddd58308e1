import { Problem } from '../errors.js';

/** Deepest nesting of brackets that any parser here is given (security.md section 5). */
export const maxNesting = 64;

const openers = '([{';
const closers = ')]}';

/**
 * Refuses text whose brackets nest deeper than `limit`, before a recursive parser sees it. Works for Turtle,
 * SPARQL and JSON alike: strings, IRIs and comments are passed over, as their brackets open nothing.
 * @throws Problem `bad-request` naming the line where the limit is passed.
 */
export function assertShallow(text: string, limit = maxNesting): void {
  let depth = 0;
  // A quoted string (long or short), an IRI, a comment, or one bracket. Each branch is linear: no nested repetition.
  const tokens =
    /"""(?:[^"\\]|\\[^]|"(?!""))*"""|'''(?:[^'\\]|\\[^]|'(?!''))*'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*|[()[\]{}]/g;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (openers.includes(token)) depth += 1;
    else if (closers.includes(token)) depth -= 1;
    if (depth > limit) {
      const line = text.slice(0, index).split('\n').length;
      throw new Problem(
        'bad-request',
        `Brackets are nested deeper than ${limit} levels (line ${line}). Flatten the text and send it again.`,
        { limit, line },
      );
    }
  }
}
