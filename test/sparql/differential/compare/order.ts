import type { Literal, Term } from '@rdfjs/types';
import type { Row } from '../engines/test-engine.js';
import type { OrderKey, Select } from '../generate/query-tree.js';
import { areClose, numberOf } from './numbers.js';

/** -1, 0 or 1 where SPARQL lays the order down; undefined where it does not. */
export type Order = -1 | 0 | 1 | undefined;

const xsd = 'http://www.w3.org/2001/XMLSchema#';
/** Unbound first, then blank nodes, IRIs and literals (SPARQL 1.1 Query section 15.1). */
const ranks: Readonly<Record<string, number>> = { BlankNode: 1, NamedNode: 2, Literal: 3 };

/** The order of two terms, or of their absence, by ORDER BY. */
export function orderOf(one: Term | undefined, other: Term | undefined): Order {
  const rank = compare(rankOf(one), rankOf(other));
  if (rank !== 0 || !one || !other) return rank;
  if (one.equals(other)) return 0;
  if (one.termType === 'Literal') return literalOrder(one, other as Literal);
  return one.termType === 'NamedNode' ? compare(one.value, other.value) : undefined;
}

const rankOf = (term: Term | undefined) => (term ? (ranks[term.termType] ?? 0) : 0);

function compare<T extends number | string>(one: T, other: T): -1 | 0 | 1 {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Numbers that are close may stand in either order, and the next key decides nothing about them. */
function numberOrder(one: Literal, other: Literal): Order {
  const numbers = [numberOf(one) ?? NaN, numberOf(other) ?? NaN] as const;
  if (numbers.some(Number.isNaN)) return undefined;
  const order = compare(...numbers);
  return order !== 0 && areClose(one, other) ? undefined : order;
}

/** The operator `<` where it is defined for two literals (section 17.3). */
function literalOrder(one: Literal, other: Literal): Order {
  if (numberOf(one) !== undefined && numberOf(other) !== undefined) return numberOrder(one, other);
  const type = one.datatype.value.replace(xsd, '');
  if (!one.datatype.equals(other.datatype)) return undefined;
  return type in comparisons ? comparisons[type]?.(one.value, other.value) : undefined;
}

const comparisons: Readonly<Record<string, (one: string, other: string) => Order>> = {
  string: (one, other) => compare(codePoints(one), codePoints(other)),
  boolean: (one, other) => compare(Number(/^(?:true|1)$/.test(one)), Number(/^(?:true|1)$/.test(other))),
  dateTime: (one, other) =>
    hasZone(one) === hasZone(other) && isDate(one) && isDate(other)
      ? compare(Date.parse(one), Date.parse(other))
      : undefined,
};

const hasZone = (text: string) => /(?:Z|[+-]\d\d:\d\d)$/.test(text);
const isDate = (text: string) => !Number.isNaN(Date.parse(text));
/** UTF-16 sorts characters beyond the first plane too early; as UTF-32 they sort as code points do. */
const codePoints = (text: string) =>
  [...text].map(character => (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join('');

/** The order of two solutions; a key that decides nothing leaves it to the next one. */
function rowOrder(keys: readonly OrderKey[], one: Row, other: Row): Order {
  for (const { variable, descending } of keys) {
    const order = orderOf(one.get(variable.value), other.get(variable.value));
    if (order === undefined) return undefined;
    if (order !== 0) return descending ? (-order as Order) : order;
  }
  return 0;
}

/**
 * The place of a row that cannot stand where it does: one that has to come before an earlier one, or, in a slice of all
 * rows, one that has too many rows before or behind it. Undefined when the order is right.
 */
export function misplaced(query: Select, rows: readonly Row[], all: readonly Row[]): number | undefined {
  const { orderBy, offset = 0 } = query;
  if (orderBy.length === 0) return undefined;
  const isSlice = query.duplicates !== 'REDUCED' && (query.limit !== undefined || query.offset !== undefined);
  const place = rows.findIndex((row, index) => {
    if (rows.slice(0, index).some(earlier => rowOrder(orderBy, earlier, row) === 1)) return true;
    if (!isSlice) return false;
    const orders = all.map(item => rowOrder(orderBy, item, row));
    const before = orders.filter(order => order === -1).length;
    const behind = orders.filter(order => order === 1).length;
    return before > offset + index || behind > all.length - 1 - offset - index;
  });
  return place === -1 ? undefined : place;
}
