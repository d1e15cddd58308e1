import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Term } from '@rdfjs/types';
import type { Slot } from '../batch.js';
import type { QueryTerms } from '../query-terms.js';
import { isPeriodKind } from './date-time.js';
import { DateTest } from './date-test.js';
import type { Evaluator } from './evaluator.js';
import { IdTest } from './id-test.js';
import { NumberTest } from './number-test.js';
import { TagMemo } from './tag-memo.js';
import { Value } from './value.js';

/** An operator and its arguments, as they were written. */
export interface Written {
  readonly operator: string;
  readonly args: readonly Algebra.Expression[];
  readonly scope: { readonly slotOf: (variable: string) => Slot | undefined; readonly terms: QueryTerms };
}

/** Which of less (1), equal (2) and greater (4) an operator holds for. */
const relations: Readonly<Record<string, number>> = { '<': 1, '=': 2, '<=': 3, '>': 4, '!=': 5, '>=': 6 };
const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

type Recogniser = (node: Evaluator, written: Written) => Evaluator | undefined;

const recognisers: readonly Recogniser[] = [recogniseTagMemo, recogniseComparison, recogniseIn];

/**
 * The same test in a form that reads columns of the dictionary instead of texts, where there is one. It goes back to
 * `node` for the few terms that need it.
 */
export function recogniseFastTest(node: Evaluator, written: Written): Evaluator | undefined {
  for (const recognise of recognisers) {
    const test = recognise(node, written);
    if (test) return test;
  }
  return undefined;
}

/** Functions of what a term is but for its text. */
const tagFunctions = new Set([
  'lang',
  'langdir',
  'datatype',
  'isiri',
  'isuri',
  'isblank',
  'isliteral',
  'istriple',
  'haslang',
  'haslangdir',
]);

/** `lang(?x) = "fr"`, `langMatches(lang(?x), "fr")`, `isIRI(?x)`, `datatype(?x) = xsd:date`, and what is built of them. */
function recogniseTagMemo(node: Evaluator, { operator, args, scope }: Written): Evaluator | undefined {
  if (node.variables.length !== 1 || !node.deterministic || !readsTags(operator, args)) return undefined;
  return new TagMemo(scope.terms, node);
}

function readsTags(operator: string, args: readonly Algebra.Expression[]): boolean {
  if (tagFunctions.has(operator) && args.every(arg => termOf(arg)?.termType === 'Variable')) return true;
  return args.every(arg => {
    const term = termOf(arg);
    if (term) return term.termType !== 'Variable';
    if (arg.subType !== 'operator') return false;
    const inner = arg as Algebra.OperatorExpression;
    return readsTags(inner.operator, inner.args);
  });
}

/** `?x < 5`, `5 > ?x`, `?x = <iri>`, `?x != "text"`, `?x >= "2024-01-01"^^xsd:date`. */
function recogniseComparison(node: Evaluator, { operator, args, scope }: Written): Evaluator | undefined {
  const [left, right] = args.map(termOf);
  if (!left || !right || relations[operator] === undefined) return undefined;
  if (left.termType !== 'Variable') {
    if (right.termType !== 'Variable') return undefined;
    return comparison(node, mirrored[operator] ?? operator, scope, [right, left]);
  }
  return right.termType === 'Variable' ? undefined : comparison(node, operator, scope, [left, right]);
}

function comparison(
  node: Evaluator,
  operator: string,
  { slotOf, terms }: Written['scope'],
  [variable, term]: readonly [Term, Term],
): Evaluator | undefined {
  const slot = slotOf(variable.value);
  if (slot === undefined || term.termType === 'Quad') return undefined;
  const constant = Value.ofId(terms, terms.add(term));
  const holds = relations[operator]!;
  if (constant.isNumeric) return new NumberTest(terms, { slot, constant, holds, node });
  if (isPeriodKind(constant.space)) return DateTest.of(terms, { slot, constant, holds, node });
  if (operator === '=' || operator === '!=')
    return IdTest.of(terms, { slot, constants: [constant], negated: operator === '!=', node });
  return undefined;
}

/** `?x IN (<a>, <b>)`, `?x NOT IN ("c", "d"@en)`. */
function recogniseIn(node: Evaluator, { operator, args, scope }: Written): Evaluator | undefined {
  const [variable, ...constants] = args.map(termOf);
  if ((operator !== 'in' && operator !== 'notin') || variable?.termType !== 'Variable') return undefined;
  const slot = scope.slotOf(variable.value);
  if (
    slot === undefined ||
    constants.some(term => !term || term.termType === 'Variable' || term.termType === 'Quad')
  )
    return undefined;
  return IdTest.of(scope.terms, {
    slot,
    constants: constants.map(term => Value.ofId(scope.terms, scope.terms.add(term!))),
    negated: operator === 'notin',
    node,
  });
}

function termOf(expression: Algebra.Expression): Term | undefined {
  return expression.subType === 'term' ? ((expression as Algebra.TermExpression).term as Term) : undefined;
}
