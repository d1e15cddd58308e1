import type { Part } from '../generate/features.js';
import type { Call, Expression } from '../generate/query-tree.js';
import { numberOf } from '../compare/numbers.js';
import { variables } from '../generate/vocabulary.js';

/** What an expression gives when it gives anything, as far as the syntax tells. */
type Kind = 'number' | 'time' | 'string' | 'text' | undefined;

const kindsOfVariables = new Map<string, Kind>([
  ...variables.numbers.map(({ value }) => [value, 'number'] as const),
  ...variables.times.map(({ value }) => [value, 'time'] as const),
  // With a language or without.
  ...variables.texts.map(({ value }) => [value, 'text'] as const),
]);
const givesNumber =
  /^(?:[-+*/]|ABS|CEIL|FLOOR|ROUND|STRLEN|YEAR|MONTH|DAY|HOURS|MINUTES|SECONDS|xsd:integer|xsd:decimal|xsd:double|xsd:float)$/;
const givesString = /^(?:STR|LANG|xsd:string|ENCODE_FOR_URI|MD5|SHA1|SHA256|TZ)$/;

function kindOf(expression: Expression): Kind {
  if ('aggregate' in expression) return expression.aggregate === 'COUNT' ? 'number' : undefined;
  if ('exists' in expression) return undefined;
  if ('call' in expression) return kindOfCall(expression);
  if (expression.termType === 'Variable') return kindsOfVariables.get(expression.value);
  if (numberOf(expression) !== undefined) return 'number';
  if (expression.termType === 'NamedNode') return undefined;
  if (expression.language) return 'text';
  return expression.datatype.value.endsWith('#string') ? 'string' : undefined;
}

function kindOfCall({ call }: Call): Kind {
  if (givesNumber.test(call)) return 'number';
  return givesString.test(call) ? 'string' : undefined;
}

const orderings = new Set(['<', '>', '<=', '>=']);
const equalities = new Set(['=', '!=', 'IN', 'NOT IN']);

/**
 * Whether a comparison may be one that the table of operators does not have (SPARQL 1.1 Query section 17.3): numbers with
 * texts, dates, texts of a language by their order.
 */
export function isOpenComparison(part: Part): boolean {
  if (!('call' in part)) return false;
  const kinds = new Set(part.args.map(kindOf));
  if (orderings.has(part.call)) return kinds.size > 1 || kinds.has(undefined) || kinds.has('text');
  if (!equalities.has(part.call)) return false;
  return [...kinds].some(kind => kind === undefined) || new Set([...kinds].map(asText)).size > 1;
}

const asText = (kind: Kind): Kind => (kind === 'string' ? 'text' : kind);

/** Whether strings may be put in order by an expression. */
export function comparesTexts(part: Part): boolean {
  return (
    'call' in part &&
    orderings.has(part.call) &&
    part.args.some(item => !['number', 'time'].includes(kindOf(item) ?? ''))
  );
}

/** Whether ENCODE_FOR_URI may be asked of more than the plain texts of the data, which have no reserved characters. */
export function encodesMoreThanTexts(part: Part): boolean {
  return (
    'call' in part &&
    part.call === 'ENCODE_FOR_URI' &&
    part.args.some(item => kindOf(item) !== 'text' && !isText(item))
  );
}

const isText = (item: Expression) => 'termType' in item && item.termType === 'Literal';
