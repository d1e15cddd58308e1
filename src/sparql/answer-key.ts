import { termToId, type Term as N3Term } from 'n3';
import type { Query } from './engine.js';

/**
 * Words of functions that give another value each time (SPARQL 1.1 Query sections 17.4.2.12, 17.4.4.6, 17.4.5.1) and
 * of federation; a codepoint escape could spell any of them (section 19.2). Where one stands for something else, a
 * variable of that name, the answer is only not kept.
 */
const beyondTheStore = /\b(?:now|rand|uuid|struuid|service)\b|\\u/i;

/**
 * Tells queries apart that may be answered differently. Undefined for a query whose answer depends on more than what
 * the store holds, so that the answer is good for one time only.
 */
export function answerKey({ text, bindings = {}, dataset, formats, explain }: Query): string | undefined {
  // An explanation has times in it.
  if (explain || beyondTheStore.test(text)) return undefined;
  const bound = Object.entries(bindings).map(([name, term]) => [name, termToId(term as N3Term)] as const);
  const { solutions, graph } = formats;
  return JSON.stringify([
    text,
    bound.sort(([a], [b]) => (a < b ? -1 : 1)),
    dataset ? [dataset.default, dataset.named] : null,
    [solutions ?? null, graph ?? null],
  ]);
}
