import type { Term } from '@rdfjs/types';
import { anonymous } from './vocabulary.js';
import type {
  Aggregate,
  Element,
  Expression,
  From,
  OrderKey,
  Path,
  Projection,
  Query,
  Select,
  Triple,
} from './query-tree.js';

const prefixes = {
  '': 'http://e/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
};
const prologue = Object.entries(prefixes)
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
  .join('');

/** Parts of a concatenated group (GROUP_CONCAT) stand around this character, which no value contains. */
export const separator = '|';

/** SPARQL text of a query. */
export function printQuery(query: Query): string {
  const where = (elements: readonly Element[]) => `WHERE ${group(elements)}`;
  const from = query.from ? dataset(query.from) : '';
  switch (query.form) {
    case 'select':
      return prologue + select(query, from);
    case 'ask':
      return `${prologue}ASK ${from}${where(query.where)}`;
    case 'construct':
      return `${prologue}CONSTRUCT { ${query.template.map(triple).join(' . ')} } ${from}${where(query.where)}`;
  }
}

function dataset({ unnamed, named }: From): string {
  return [
    ...unnamed.map(name => `FROM ${term(name)} `),
    ...named.map(name => `FROM NAMED ${term(name)} `),
  ].join('');
}

function select(query: Select, from = ''): string {
  const { duplicates, projection, where, groupBy, having, orderBy, limit, offset } = query;
  const head = projection === '*' ? '*' : projection.map(named).join(' ');
  const keys = orderBy.map(key => orderKey(key, projection));
  return [
    `SELECT ${duplicates} ${head}`,
    `${from}WHERE ${group(where)}`,
    groupBy?.length ? `GROUP BY ${groupBy.map(named).join(' ')}` : '',
    having ? `HAVING (${print(having)})` : '',
    keys.length > 0 ? `ORDER BY ${keys.join(' ')}` : '',
    limit === undefined ? '' : `LIMIT ${String(limit)}`,
    offset === undefined ? '' : `OFFSET ${String(offset)}`,
  ]
    .filter(part => part !== '')
    .join(' ');
}

function orderKey({ variable, descending, inFull }: OrderKey, projection: Select['projection']): string {
  const item = projection === '*' ? undefined : projection.find(one => one.variable.equals(variable));
  const text = inFull && item?.expression ? print(item.expression) : term(variable);
  return `${descending ? 'DESC' : 'ASC'}(${text})`;
}

function named({ variable, expression }: Projection): string {
  return expression ? `(${print(expression)} AS ${term(variable)})` : term(variable);
}

function group(elements: readonly Element[]): string {
  return `{ ${elements.map(element).join(' ')} }`;
}

function element(item: Element): string {
  switch (item.kind) {
    case 'triples':
      return item.triples.map(one => `${triple(one)} .`).join(' ');
    case 'optional':
    case 'minus':
      return `${item.kind.toUpperCase()} ${group(item.elements)}`;
    case 'group':
      return group(item.elements);
    case 'union':
      return item.branches.map(group).join(' UNION ');
    case 'graph':
      return `GRAPH ${term(item.name)} ${group(item.elements)}`;
    case 'filter':
      return `FILTER (${print(item.condition)})`;
    case 'bind':
      return `BIND (${print(item.expression)} AS ${term(item.variable)})`;
    case 'values':
      return `VALUES (${item.variables.map(term).join(' ')}) { ${item.rows
        .map(row => `(${row.map(value => (value ? term(value) : 'UNDEF')).join(' ')})`)
        .join(' ')} }`;
    case 'select':
      return `{ ${select(item.query)} }`;
  }
}

function triple({ subject, predicate, object }: Triple): string {
  const verb = 'termType' in predicate ? term(predicate) : path(predicate);
  return `${term(subject)} ${verb} ${term(object)}`;
}

const suffixes = { star: '*', plus: '+', optional: '?' };

function path(item: Path): string {
  if ('termType' in item) return term(item);
  switch (item.path) {
    case 'inverse':
      return `^${nested(item.of)}`;
    case 'star':
    case 'plus':
    case 'optional':
      return nested(item.of) + suffixes[item.path];
    case 'sequence':
      return item.parts.map(nested).join('/');
    case 'alternative':
      return item.parts.map(nested).join('|');
    case 'negated':
      return `!(${[...item.forward.map(term), ...item.backward.map(name => `^${term(name)}`)].join('|')})`;
  }
}

function nested(item: Path): string {
  return 'termType' in item ? path(item) : `(${path(item)})`;
}

const isInfix = /^(?:[=<>!+*/-]=?|&&|\|\|)$/;

function print(item: Expression): string {
  if ('termType' in item) return term(item);
  if ('exists' in item) return `${item.exists ? '' : 'NOT '}EXISTS ${group(item.elements)}`;
  if ('aggregate' in item) return aggregate(item);
  const [first = '', ...others] = item.args.map(print);
  if (item.call === 'IN' || item.call === 'NOT IN') return `(${first} ${item.call} (${others.join(', ')}))`;
  if (!isInfix.test(item.call)) return `${item.call}(${[first, ...others].join(', ')})`;
  return others.length === 0 ? `(${item.call} ${first})` : `(${[first, ...others].join(` ${item.call} `)})`;
}

function aggregate({ aggregate, distinct, of }: Aggregate): string {
  const text = (distinct ? 'DISTINCT ' : '') + (of === '*' ? '*' : print(of));
  return aggregate === 'GROUP_CONCAT'
    ? `GROUP_CONCAT(${text}; SEPARATOR="${separator}")`
    : `${aggregate}(${text})`;
}

/** A term as SPARQL and Turtle write it. */
export function term(value: Term): string {
  switch (value.termType) {
    case 'Variable':
      return `?${value.value}`;
    case 'BlankNode':
      return value.equals(anonymous) ? '[]' : `_:${value.value}`;
    case 'Literal':
      if (value.language) return `${JSON.stringify(value.value)}@${value.language}`;
      if (value.datatype.value === `${prefixes.xsd}string`) return JSON.stringify(value.value);
      return `${JSON.stringify(value.value)}^^${term(value.datatype)}`;
    default:
      return iri(value.value);
  }
}

function iri(value: string): string {
  const known = Object.entries(prefixes).find(([, start]) => value.startsWith(start));
  return known ? `${known[0]}:${value.slice(known[1].length)}` : `<${value}>`;
}
