import type { Term } from '@rdfjs/types';
import type { Element, Expression, Path, Query, Triple } from './query-tree.js';

/** Everything a query is made of, the query and its sub-queries first. */
export type Part = Query | Element | Expression | Path | Triple | Term;

/** The parts of a query, each after the one that it stands in. */
export function* partsOf(query: Query): Generator<Part> {
  yield query;
  yield* within(query.where);
  if (query.form === 'construct') for (const triple of query.template) yield* ofTriple(triple);
  if (query.form !== 'select') return;
  const { projection, groupBy = [], having } = query;
  for (const { expression, variable } of [...(projection === '*' ? [] : projection), ...groupBy])
    yield* expressionParts(expression ?? variable);
  if (having) yield* expressionParts(having);
}

/** The parts of the elements of a group. */
export function* within(elements: readonly Element[]): Generator<Part> {
  for (const element of elements) yield* ofElement(element);
}

function* ofElement(element: Element): Generator<Part> {
  yield element;
  switch (element.kind) {
    case 'triples':
      for (const triple of element.triples) yield* ofTriple(triple);
      return;
    case 'union':
      for (const branch of element.branches) yield* within(branch);
      return;
    case 'filter':
      return yield* expressionParts(element.condition);
    case 'bind':
      return yield* expressionParts(element.expression);
    case 'values':
      for (const row of element.rows) for (const value of row) if (value) yield value;
      return;
    case 'select':
      return yield* partsOf(element.query);
    default:
      return yield* within(element.elements);
  }
}

function* ofTriple(triple: Triple): Generator<Part> {
  yield triple;
  yield triple.subject;
  yield* ofPath(triple.predicate);
  yield triple.object;
}

function* ofPath(path: Triple['predicate']): Generator<Part> {
  yield path;
  if ('of' in path) yield* ofPath(path.of);
  if ('parts' in path) for (const part of path.parts) yield* ofPath(part);
}

/** Names of the variables that an expression speaks of, those of patterns in it too. */
export function* variablesIn(expression: Expression): Generator<string> {
  for (const part of expressionParts(expression))
    if ('termType' in part && part.termType === 'Variable') yield part.value;
}

export function* expressionParts(expression: Expression): Generator<Part> {
  yield expression;
  if ('exists' in expression) yield* within(expression.elements);
  else if ('call' in expression) for (const argument of expression.args) yield* expressionParts(argument);
  else if ('aggregate' in expression && expression.of !== '*') yield* expressionParts(expression.of);
}

/** Names of the features of SPARQL that a query uses, for a table of what was tried. */
export function featuresOf(query: Query): Set<string> {
  const found = new Set<string>(query.from ? ['FROM'] : []);
  for (const part of partsOf(query)) for (const feature of ofPart(part)) found.add(feature);
  return found;
}

const kinds: Readonly<Partial<Record<Element['kind'], string>>> = { select: 'sub-SELECT', graph: 'GRAPH' };

function ofPart(part: Part): string[] {
  if ('form' in part) return ofForm(part);
  if ('kind' in part) return [kinds[part.kind] ?? part.kind.toUpperCase()];
  if ('predicate' in part) return ofPredicate(part);
  return ofExpressionPart(part);
}

function ofExpressionPart(part: Part): string[] {
  if ('call' in part) return [part.call];
  if ('exists' in part) return [part.exists ? 'EXISTS' : 'NOT EXISTS'];
  if ('aggregate' in part) return [part.aggregate + (part.distinct ? ' DISTINCT' : '')];
  return 'path' in part ? [`path: ${part.path}`] : [];
}

function ofPredicate({ predicate }: { readonly predicate: Part | null }): string[] {
  const isVariable = predicate && 'termType' in predicate && predicate.termType === 'Variable';
  return isVariable ? ['variable predicate'] : [];
}

function ofForm(query: Query): string[] {
  if (query.form !== 'select') return [query.form.toUpperCase()];
  const { duplicates, orderBy, limit, offset, groupBy, having } = query;
  const said: readonly (readonly [boolean, string])[] = [
    [true, 'SELECT'],
    [duplicates !== '', duplicates],
    [orderBy.length > 0, 'ORDER BY'],
    [limit !== undefined, 'LIMIT'],
    [offset !== undefined, 'OFFSET'],
    [groupBy !== undefined && groupBy.length > 0, 'GROUP BY'],
    [having !== undefined, 'HAVING'],
  ];
  return said.filter(([holds]) => holds).map(([, name]) => name);
}
