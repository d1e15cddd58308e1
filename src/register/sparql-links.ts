import { iri, shorten } from '../rdf/prefixes.js';
import { datingProperties } from './common-properties.js';
import { facetsOf, namespaceOf, type Facet } from './facets.js';
import type { Criteria } from './criteria.js';
import type { Identifiers, RecordName } from './identifiers.js';
import { partnerOf } from './involvements.js';
import { classOf, type Kind } from './kinds.js';
import { ownPrefixes } from './namespaces.js';
import {
  anyOf,
  bind,
  call,
  filter,
  inGraph,
  inTurn,
  optional,
  QueryNames,
  text,
  triple,
  union,
  values,
  variable,
  type Expression,
  type Path,
  type Pattern,
} from './query-syntax.js';
import type { Language } from './text.js';

/** The property that names the things of a kind; `dct:title` when it is not here. */
const naming: Partial<Record<Kind, string>> = {
  actor: iri('foaf', 'name'),
  contact: iri('vcard', 'fn'),
  territory: iri('skos', 'prefLabel'),
  theme: iri('skos', 'prefLabel'),
};

/** When a thing began, was made or was published, by a name of its own: the first that is known counts. */
const dating = datingProperties.map(property => ({
  property,
  name: shorten(property).replace(/^[a-z]+:/, ''),
}));

/** Longest enumeration in a query for words: it must fit into an address. */
const maxFound = 250;

/** Values that are not stated of the thing itself: the way to them. */
const ways: Readonly<Record<string, (names: QueryNames) => Path>> = {
  [iri('prov', 'agent')]: names =>
    inTurn(names.iri(iri('pac', 'hasInvolvement')), names.iri(iri('prov', 'agent'))),
  [iri('prov', 'hadRole')]: names =>
    inTurn(names.iri(iri('pac', 'hasInvolvement')), names.iri(iri('prov', 'hadRole'))),
};

const thing = variable('thing');
const title = variable('title');
const record = variable('record');
const involvement = variable('involvement');
const modified = variable('modified');
const date = call('coalesce', ...dating.map(({ name }) => variable(name)));
const writtenDate = call('str', date);

/** What each order of a list puts before the title. */
const before = {
  relevance: [],
  title: [],
  // Dates of one instant stand from the most to the least precise.
  date: [
    { by: date, descending: true },
    { by: writtenDate, descending: true },
  ],
  modified: [{ by: call('str', modified), descending: true }],
} as const satisfies Record<Criteria['sort'], unknown>;

/** A list as it is shown: what it was asked for, and the paths of all records that fit, on every page. */
export interface ShownList {
  readonly kind: Kind;
  readonly criteria: Criteria;
  readonly found: readonly string[];
}

/**
 * The query whose rows are the records of a list, with its filters and in its order. SPARQL knows nothing of the
 * index that finds words, so a search is told by what it found; undefined when that is too much for an address.
 */
export function listQuery(
  { kind, criteria, found }: ShownList,
  language: Language,
  identifiers: Identifiers,
): string | undefined {
  const { q, facets, since, sort } = criteria;
  if (q && found.length > maxFound) return undefined;
  const names = new QueryNames(ownPrefixes(identifiers));
  const narrowings = Object.entries(facets).flatMap(([name, wanted]) => {
    const facet = facetsOf[kind][name];
    return facet && wanted.length > 0 ? [{ name, facet, wanted }] : [];
  });
  const dated = sort === 'date' || narrowings.some(({ facet }) => 'years' in facet.values);
  const where = [
    ...(q
      ? [
          values(
            thing,
            found.map(path => names.iri(`${identifiers.base}/id/${path}`)),
          ),
        ]
      : []),
    triple(record, names.iri(iri('foaf', 'primaryTopic')), thing),
    triple(thing, names.iri(iri('rdf', 'type')), names.iri(classOf(kind))),
    ...(dated ? dates(names) : []),
    ...narrowedBy(narrowings, names, identifiers),
    ...(since !== undefined || sort === 'modified'
      ? [triple(record, names.iri(iri('dct', 'modified')), modified)]
      : []),
    ...(since === undefined ? [] : [filter(call('>=', call('str', modified), text(since)))]),
    optional(
      triple(thing, names.iri(naming[kind] ?? iri('dct', 'title')), title),
      filter(call('=', call('lang', title), text(language))),
    ),
  ];
  return names.select([thing, title], where, [...before[sort], { by: title }]);
}

/** The query whose rows are all statements of a record, then those that other records make about its thing. */
export function recordQuery(name: RecordName, identifiers: Identifiers): string {
  const names = new QueryNames(ownPrefixes(identifiers));
  const [graph, subject, property, value] = [
    variable('graph'),
    variable('subject'),
    variable('property'),
    variable('value'),
  ];
  const about = names.iri(identifiers.thing(name));
  const own = names.iri(identifiers.document(name));
  const others = [own, names.iri(identifiers.entailedGraph)].map(other => call('!=', graph, other));
  const where = union(
    [inGraph(own, triple(subject, property, value)), bind(own, graph)],
    [inGraph(graph, triple(subject, property, about)), ...others.map(filter), bind(about, value)],
  );
  const order = [graph, subject, property].map(by => ({ by }));
  return names.select([graph, subject, property, value], [where], order);
}

interface Narrowing {
  readonly name: string;
  readonly facet: Facet;
  readonly wanted: readonly string[];
}

/** Every facet; an actor and a role are wanted of one involvement. */
function narrowedBy(
  narrowings: readonly Narrowing[],
  names: QueryNames,
  identifiers: Identifiers,
): Pattern[] {
  const paired = narrowings.filter(({ name }) => partnerOf(name));
  if (paired.length < 2) return narrowings.flatMap(narrowing => narrowed(narrowing, names, identifiers));
  const others = narrowings.filter(narrowing => !paired.includes(narrowing));
  return [
    triple(thing, names.iri(iri('pac', 'hasInvolvement')), involvement),
    ...paired.flatMap(narrowing => narrowed(narrowing, names, identifiers, involvement)),
    ...others.flatMap(narrowing => narrowed(narrowing, names, identifiers)),
  ];
}

/**
 * Any of a facet's wanted values.
 * @param node what states them, where it is not the thing or its record
 */
function narrowed(
  { name, facet, wanted }: Narrowing,
  names: QueryNames,
  identifiers: Identifiers,
  node?: typeof involvement,
): Pattern[] {
  const namespace = namespaceOf(facet, identifiers);
  if (namespace === undefined) return [filter(inYears(wanted))];
  const value = variable(`${name}Value`);
  // How sure a record is stands on the record, not on its thing.
  const subject = node ?? (facet.properties.includes(iri('pac', 'verificationLevel')) ? record : thing);
  const paths = facet.properties.map(property =>
    node ? names.iri(property) : (ways[property]?.(names) ?? names.iri(property)),
  );
  return [
    values(
      value,
      wanted.map(local => names.iri(namespace + local)),
    ),
    triple(subject, anyOf(paths), value),
  ];
}

function dates(names: QueryNames): Pattern[] {
  return dating.map(({ name, property }) => optional(triple(thing, names.iri(property), variable(name))));
}

function inYears(years: readonly string[]): Expression {
  const tests = years.map(year => call('strstarts', writtenDate, text(year)));
  return tests.reduce((any, test) => call('||', any, test));
}
