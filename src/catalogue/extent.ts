import type { Quad } from '@rdfjs/types';
import { iri } from '../rdf/prefixes.js';

/** When what is described was made known, last changed, and which time it covers. Days, ISO 8601; absent when unknown. */
export interface Extent {
  readonly issued?: string;
  readonly modified?: string;
  readonly start?: string;
  readonly end?: string;
}

const issuing = iri('dct', 'issued');
const modifying = iri('dct', 'modified');
const starting = iri('schema', 'startDate');
const ending = iri('schema', 'endDate');
const covering = new Set([starting, ending]);

/** What describes documents: the dates of a thing itself (a report, say) are not those of its record. */
const documentTypes = new Set([
  iri('dcat', 'CatalogRecord'),
  iri('owl', 'Ontology'),
  iri('skos', 'ConceptScheme'),
]);

/** The extent of one document. */
export function extentOf(quads: Iterable<Quad>): Extent {
  const all = [...quads];
  const documents = new Set(
    all.filter(({ object }) => documentTypes.has(object.value)).map(({ subject }) => subject.value),
  );
  const days = (property: string) =>
    all
      .filter(({ subject, predicate }) => predicate.value === property && documents.has(subject.value))
      .map(({ object }) => object.value.slice(0, 10));
  const covered = all
    .filter(({ predicate, object }) => covering.has(predicate.value) && /^\d{4}/.test(object.value))
    .map(({ object }) => object.value);
  return extremes({
    issued: days(issuing),
    modified: days(modifying),
    start: covered.map(firstDay),
    end: covered.map(lastDay),
  });
}

/** The extent of several documents together. */
export function union(extents: readonly Extent[]): Extent {
  const all = (name: keyof Extent) => extents.flatMap(extent => extent[name] ?? []);
  return extremes({
    issued: all('issued'),
    modified: all('modified'),
    start: all('start'),
    end: all('end'),
  });
}

/** ISO days sort as text. */
function extremes(days: Readonly<Record<keyof Extent, readonly string[]>>): Extent {
  const sorted = Object.entries(days).map(([name, found]) => [name, found.toSorted()] as const);
  const known = sorted.flatMap(([name, found]) => {
    const day = name === 'issued' || name === 'start' ? found[0] : found.at(-1);
    return day === undefined ? [] : [[name, day] as const];
  });
  return Object.fromEntries(known);
}

/** The first day of a year, a month or a day: `2004` begins on 2004-01-01. */
function firstDay(date: string): string {
  return `${date.slice(0, 10)}-01-01`.slice(0, 10);
}

/** The last day: `2004-02` ends on 2004-02-29. */
function lastDay(date: string): string {
  const [year = '', month = '12', day] = date.slice(0, 10).split('-');
  const lastOfMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${day ?? String(lastOfMonth)}`;
}
