import { certainIn } from './certain.js';
import { expressionParts, partsOf } from '../generate/features.js';
import type { Aggregate, Expression, Query, Select } from '../generate/query-tree.js';
import { variables } from '../generate/vocabulary.js';

/** An aggregate, and the query or sub-query whose groups it is over. */
interface Aggregated {
  readonly aggregate: Aggregate;
  readonly query: Select;
}

/** The aggregates of a query, or those with one of these names. */
export function aggregatesOf(query: Query, names?: readonly Aggregate['aggregate'][]): Aggregated[] {
  return [...partsOf(query)].flatMap(part =>
    'form' in part && part.form === 'select'
      ? expressionsOf(part)
          .flatMap(expression => [...expressionParts(expression)])
          .flatMap(item =>
            'aggregate' in item && (names?.includes(item.aggregate) ?? true)
              ? [{ aggregate: item, query: part }]
              : [],
          )
      : [],
  );
}

function expressionsOf({ projection, having }: Select): Expression[] {
  const items = projection === '*' ? [] : projection;
  return [...items.flatMap(({ expression }) => expression ?? []), ...(having ? [having] : [])];
}

/** The kind of the variable that is aggregated; `computed` for any other expression. */
export function argumentKind({ of }: Aggregate): string {
  if (of === '*' || !('termType' in of) || of.termType !== 'Variable') return 'computed';
  const kind = Object.entries(variables).find(([, names]) => names.some(name => name.equals(of)));
  return kind?.[0] ?? 'computed';
}

/** Whether a query has one of these aggregates over something that may be an error. */
export function hasUncertain(query: Query, names: readonly Aggregate['aggregate'][]): boolean {
  return aggregatesOf(query, names).some(({ aggregate: { of }, query: { where } }) => {
    if (of === '*') return false;
    if (!('termType' in of)) return true;
    return of.termType === 'Variable' && !certainIn(where).has(of.value);
  });
}
