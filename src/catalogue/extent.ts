import type { Quad } from '@rdfjs/types';
import { iri } from '../rdf/prefixes.js';
import { dateOf } from '../register/written-date.js';

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

/** All that an extent is read from. */
export const extentProperties = [iri('rdf', 'type'), issuing, modifying, starting, ending];

/** The extent of documents, or of those of their quads that have one of the `extentProperties`. */
export function extentOf(quads: Iterable<Quad>): Extent {
  const all = [...quads];
  const documents = new Set(
    all.filter(({ object }) => documentTypes.has(object.value)).map(({ subject }) => subject.value),
  );
  const days = (property: string) =>
    all
      .filter(({ subject, predicate }) => predicate.value === property && documents.has(subject.value))
      .flatMap(({ object }) => dateOf(object)?.firstDay ?? []);
  const covered = all
    .filter(({ predicate }) => covering.has(predicate.value))
    .flatMap(({ object }) => dateOf(object) ?? []);
  return extremes({
    issued: days(issuing),
    modified: days(modifying),
    start: covered.map(({ firstDay }) => firstDay),
    end: covered.map(({ lastDay }) => lastDay),
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
