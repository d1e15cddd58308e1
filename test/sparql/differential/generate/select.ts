import type { Variable } from '@rdfjs/types';
import { literal, variable } from '../../../../src/rdf/terms.js';
import type { Aggregate, Element, Expression, OrderKey, Projection, Select } from './query-tree.js';
import { variablesIn } from './features.js';
import { inScope } from './scope.js';
import { triplesAbout } from './triples.js';
import { variables, xsd } from './vocabulary.js';
import { nameProjections } from './well-formed.js';

/** Choices that become a SELECT once the variables in scope are known; a pick is an index among them. */
export interface Drawn {
  readonly where: readonly Element[];
  readonly picks: readonly number[];
  readonly expressions: readonly Expression[];
  readonly aggregates: readonly Expression[];
  readonly keys: readonly (readonly [pick: number, descending: boolean])[];
  readonly limit: number;
  readonly offset: number;
  readonly flags: {
    readonly star: boolean;
    readonly having: boolean;
    readonly inFull: boolean;
    readonly bindAggregated: boolean;
    readonly groupExpression: boolean;
    readonly limit: boolean;
    readonly offset: boolean;
    readonly duplicates: Select['duplicates'];
  };
}

export const countAll: Aggregate = { aggregate: 'COUNT', distinct: false, of: '*' };

/** Of a group key: all its values are the same. */
const sample = (of: Variable): Aggregate => ({ aggregate: 'SAMPLE', distinct: false, of });

/** A SELECT of variables and expressions. */
export function plainSelect(drawn: Drawn): Select {
  const { where, picks, expressions, flags } = drawn;
  const scope = scopeOf(where);
  const star = flags.star || (picks.length === 0 && expressions.length === 0);
  const projection: Projection[] = star
    ? scope.map(name => ({ variable: name }))
    : [...picked(scope, picks), ...nameProjections(expressions, variables.computed, where)];
  return {
    form: 'select',
    duplicates: flags.duplicates,
    projection: star || projection.length === 0 ? '*' : projection,
    where,
    ...modifiers(
      drawn,
      projection.map(item => item.variable),
    ),
  };
}

/** A SELECT with groups, or with the one group of all solutions. */
export function groupedSelect(drawn: Drawn): Select {
  const { picks, aggregates, expressions, flags } = drawn;
  const where = flags.bindAggregated ? withValues(drawn) : drawn.where;
  const keys = picked(scopeOf(where), picks.slice(0, 2));
  const computed = flags.groupExpression
    ? nameProjections(expressions.slice(0, 1), [variable('k')], where)
    : [];
  const groupBy = [...keys, ...computed];
  const sampled = flags.star ? keys.slice(0, 1).map(({ variable: of }) => sample(of)) : [];
  const results = nameProjections([...aggregates, ...sampled], variables.computed, where);
  const projection = [...groupBy.map(item => ({ variable: item.variable })), ...results];
  const concatenates = results.some(({ expression }) => isConcatenation(expression));
  const sortable = projection.filter(({ expression }: Projection) => !isConcatenation(expression));
  return {
    form: 'select',
    // Two rows may be told apart by the order in which a group was concatenated.
    duplicates: concatenates ? '' : flags.duplicates,
    projection,
    where,
    groupBy,
    ...(flags.having ? { having: having(drawn) } : {}),
    ...modifiers(
      drawn,
      sortable.map(item => item.variable),
    ),
  };
}

/** The pattern, with triples that bind the variables that are aggregated. */
function withValues({ where, aggregates }: Drawn): Element[] {
  const wanted = new Set(aggregates.flatMap(aggregate => [...variablesIn(aggregate)]));
  const scope = inScope(where);
  const missing = Object.values(triplesAbout).filter(element =>
    element.triples.some(({ object }) => wanted.has(object.value) && !scope.has(object.value)),
  );
  return [...where, ...missing];
}

/** A SELECT of the first IRIs in some order: LIMIT in a sub-query needs an order that is total. */
export function cappedSelect({ where, picks, limit, keys, flags }: Drawn): Select {
  const scope = scopeOf(where);
  const key = scope[(picks[0] ?? 0) % Math.max(1, scope.length)] ?? variable('s');
  const counts = flags.star ? nameProjections([countAll], variables.computed, where) : [];
  const descending = keys[0]?.[1] ?? false;
  return {
    form: 'select',
    duplicates: flags.star ? '' : 'DISTINCT',
    projection: [{ variable: key }, ...counts],
    where: [...where, { kind: 'filter', condition: { call: 'isIRI', args: [key] } }],
    ...(flags.star ? { groupBy: [{ variable: key }] } : {}),
    orderBy: [
      ...counts.map(item => ({ variable: item.variable, descending: true })),
      { variable: key, descending },
    ],
    limit: Math.max(1, limit % 5),
  };
}

function having({ keys, limit }: Drawn): Expression {
  const bound = literal(String(limit % 3), xsd('integer'));
  return { call: keys[0]?.[1] ? '<=' : '>', args: [countAll, bound] };
}

/** Whether an expression is a GROUP_CONCAT, whose parts come in any order. */
export function isConcatenation(expression: Expression | undefined): boolean {
  return expression !== undefined && 'aggregate' in expression && expression.aggregate === 'GROUP_CONCAT';
}

function modifiers({ keys, limit, offset, flags }: Drawn, sortable: readonly Variable[]) {
  const orderBy: OrderKey[] =
    sortable.length === 0
      ? []
      : keys.map(([pick, descending]) => ({
          variable: sortable[pick % sortable.length]!,
          descending,
          inFull: flags.inFull,
        }));
  return {
    orderBy,
    ...(flags.limit ? { limit } : {}),
    ...(flags.offset ? { offset } : {}),
  };
}

const scopeOf = (where: readonly Element[]): Variable[] => [...inScope(where)].map(name => variable(name));

function picked(scope: readonly Variable[], picks: readonly number[]): Projection[] {
  const chosen = scope.length === 0 ? [] : picks.map(pick => scope[pick % scope.length]!);
  return [...new Set(chosen)].map(item => ({ variable: item }));
}
