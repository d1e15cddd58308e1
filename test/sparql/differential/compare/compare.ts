import type { Answer, Row } from '../engines/test-engine.js';
import { isomorphic, type Cells } from './isomorphic.js';
import { misplaced } from './order.js';
import { separator } from '../generate/print-query.js';
import type { Query, Select } from '../generate/query-tree.js';
import { isConcatenation } from '../generate/select.js';
import { roundingAmong, type Rounding } from './numbers.js';
import { keyOf } from './term-value.js';

/**
 * The query without ORDER BY, REDUCED, LIMIT and OFFSET: it has one answer, a bag of rows, which the answers to `query`
 * are made from; the same query when it has none of these.
 */
export function wholeOf(query: Query): Query {
  if (query.form !== 'select' || !(isCut(query) || query.orderBy.length > 0)) return query;
  const { form, projection, where, groupBy, having, duplicates, from } = query;
  return {
    form,
    projection,
    where,
    orderBy: [],
    duplicates: duplicates === 'REDUCED' ? '' : duplicates,
    ...(groupBy ? { groupBy } : {}),
    ...(having ? { having } : {}),
    ...(from ? { from } : {}),
  };
}

const isCut = ({ limit, offset, duplicates }: Select) =>
  limit !== undefined || offset !== undefined || duplicates === 'REDUCED';

/** How two answers to a whole query differ; undefined when they do not, or when one of them is missing. */
export function difference(query: Query, one: Answer, other: Answer): string | undefined {
  if (one.type === 'none' || other.type === 'none') return undefined;
  if (one.type !== other.type) return `${one.type} against ${other.type}`;
  if (one.type === 'boolean' && other.type === 'boolean')
    return one.value === other.value ? undefined : 'true against false';
  const rounded = roundingOf(one, other);
  const [mine, theirs] = [one, other].map(answer => cells(query, rowsOf(answer), rounded));
  return unequal(mine ?? [], theirs ?? []);
}

/** What makes numbers of two answers the same that differ by the order of additions only. */
function roundingOf(one: Answer, other: Answer): Rounding {
  return roundingAmong([one, other].flatMap(rowsOf).flatMap(row => [...row.values()]));
}

const rowsOf = (answer: Answer): readonly Row[] => ('rows' in answer ? answer.rows : []);

function unequal(one: readonly Cells[], other: readonly Cells[]): string | undefined {
  if (one.length !== other.length) return `${String(one.length)} against ${String(other.length)} rows`;
  return isomorphic(one, other) ? undefined : 'other rows';
}

/** Rows as texts; the parts of a GROUP_CONCAT come in any order (SPARQL 1.1 Query section 18.5.1.7). */
function cells(query: Query, rows: readonly Row[], rounded: Rounding): Cells[] {
  const projection = query.form === 'select' && query.projection !== '*' ? query.projection : [];
  const concatenated = new Set(
    projection.filter(({ expression }) => isConcatenation(expression)).map(({ variable }) => variable.value),
  );
  return rows.map(
    row =>
      new Map(
        [...row].map(([column, value]) => [
          column,
          concatenated.has(column)
            ? value.value.split(separator).sort().join(separator)
            : keyOf(value, rounded),
        ]),
      ),
  );
}

/**
 * What is wrong with the order, the number or the choice of the rows of an answer, given all rows there are, by the same
 * engine: additions in another order would move a row.
 */
export function faultOf(query: Query, answer: Answer, whole: Answer): string | undefined {
  if (query.form !== 'select' || answer.type === 'none' || whole.type === 'none') return undefined;
  if (answer.type !== whole.type) return `${answer.type} against ${whole.type}`;
  const rows = rowsOf(answer);
  const all = rowsOf(whole);
  const place = misplaced(query, rows, all);
  if (place !== undefined) return `row ${String(place)} out of order`;
  if (!isCut(query)) return undefined;
  const rounded = roundingOf(answer, whole);
  const [pool, given] = [all, rows].map(some => countsOf(erased(cells(query, some, rounded)))) as [
    Counts,
    Counts,
  ];
  for (const [row, count] of given) if ((pool.get(row) ?? 0) < count) return 'a row that there is not';
  return query.duplicates === 'REDUCED'
    ? tooFewReduced(query, given.size, pool.size)
    : wrongCount(query, rows.length, all.length);
}

/** REDUCED keeps each row once at least (section 15.3.2). */
function tooFewReduced({ limit, offset }: Select, given: number, all: number): string | undefined {
  return limit === undefined && offset === undefined && given < all ? 'too few rows of REDUCED' : undefined;
}

function wrongCount(
  { limit = Infinity, offset = 0 }: Select,
  given: number,
  all: number,
): string | undefined {
  const expected = Math.max(0, Math.min(limit, all - offset));
  return given === expected ? undefined : `${String(given)} rows of ${String(expected)}`;
}

/** Rows as texts in which all blank nodes are alike. */
function erased(rows: readonly Cells[]): string[] {
  return rows.map(row =>
    [...row]
      .map(([column, value]) => `${column}=${value.startsWith('_:') ? '_:' : value}`)
      .sort()
      .join('\n'),
  );
}

type Counts = ReadonlyMap<string, number>;

function countsOf(keys: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
