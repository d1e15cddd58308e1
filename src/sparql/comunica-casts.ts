import type { Term } from '@rdfjs/types';
import type { Dictionary } from '../store/dictionary.js';
import { castFunctions } from './native/expressions/casts.js';
import { ConstantNode } from './native/expressions/evaluator.js';
import { Values } from './native/expressions/values.js';
import { QueryTerms } from './native/query-terms.js';

/**
 * The native cast by its IRI, for what Comunica evaluates: it has few casts of its own. What the function throws is an
 * error of the expression.
 */
export function nativeCast(
  name: string,
  dictionary: Dictionary,
): ((args: readonly Term[]) => Promise<Term>) | undefined {
  const definition = castFunctions[name];
  if (!definition) return undefined;
  return async ([term]) => {
    const terms = new QueryTerms(dictionary);
    const values = new Values(terms);
    const argument = term && new ConstantNode(values.ofId(terms.add(term)));
    const context = { values, now: new Date(0), baseIRI: '' };
    const value = argument && definition.build(context, [argument]).value([], 0);
    if (!value) throw new Error(`There is no cast of this to ${name}.`);
    return terms.term(value.id);
  };
}
