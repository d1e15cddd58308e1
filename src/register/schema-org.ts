import type { Store } from 'n3';
import type { NamedNode, Term } from '@rdfjs/types';
import { iri } from '../rdf/prefixes.js';
import { namedNode } from '../rdf/terms.js';
import type { RecordName } from './identifiers.js';
import type { Kind } from './kinds.js';
import { labelOf } from './labels.js';
import type { Register } from './read.js';
import type { Language } from './text.js';
import { dateOf } from './written-date.js';

/** A description for search engines, in schema.org's terms: plain JSON-LD. */
export type StructuredData = Readonly<Record<string, unknown>>;

/** The schema.org class of each kind; undefined where it has none that a search engine knows. */
const classes: Readonly<Partial<Record<Kind, string>>> = {
  action: 'Project',
  commons: 'CreativeWork',
  actor: 'Organization',
  funding: 'MonetaryGrant',
  event: 'Event',
  resource: 'CreativeWork',
  territory: 'Place',
  theme: 'DefinedTerm',
};

/** Classes of our records that schema.org has a nearer class for. */
const nearerClasses: Readonly<Record<string, string>> = {
  [iri('schema', 'SoftwareSourceCode')]: 'SoftwareSourceCode',
  [iri('dcat', 'Dataset')]: 'Dataset',
  [iri('m8g', 'PublicOrganisation')]: 'GovernmentOrganization',
};

/** Dates are those of ISO 8601, of which only times have a zone; what is no date is not told. */
const dateKeys = new Set(['startDate', 'endDate', 'dateCreated', 'datePublished']);

function plainValue(key: string, term: Term): string[] {
  if (!dateKeys.has(key)) return [term.value];
  const date = dateOf(term);
  return date ? [date.plain] : [];
}

/** Literal and link properties, by the key that schema.org gives them. */
const plainProperties: Readonly<Record<string, string>> = {
  startDate: iri('schema', 'startDate'),
  endDate: iri('schema', 'endDate'),
  dateCreated: iri('dct', 'created'),
  datePublished: iri('dct', 'issued'),
  codeRepository: iri('schema', 'codeRepository'),
  license: iri('dct', 'license'),
  sameAs: iri('schema', 'sameAs'),
  eventAttendanceMode: iri('schema', 'eventAttendanceMode'),
};

/** Properties whose values are other records, told by name and address. */
const linkedProperties: Readonly<Record<string, string>> = {
  organizer: iri('schema', 'organizer'),
  publisher: iri('dct', 'publisher'),
  funder: iri('schema', 'funder'),
  location: iri('dct', 'spatial'),
};

interface Subject {
  readonly name: RecordName;
  readonly record: Store;
  readonly title: string;
  readonly description: string | undefined;
}

/** A record in schema.org's terms; undefined for kinds that search engines have no class for. */
export async function structuredData(
  { name, record, title, description }: Subject,
  language: Language,
  register: Register,
): Promise<StructuredData | undefined> {
  const fallback = classes[name.kind];
  if (fallback === undefined) return undefined;
  const { identifiers } = register;
  const thing = namedNode(identifiers.thing(name));
  const values = (property: string) => record.getObjects(thing, namedNode(property), null);
  const nearer = values(iri('rdf', 'type')).flatMap(({ value }) => nearerClasses[value] ?? []);
  const plain = Object.entries(plainProperties).map(([key, property]) => [
    key,
    few(values(property).flatMap(term => plainValue(key, term))),
  ]);
  const linked = Object.entries(linkedProperties).map(
    async ([key, property]) =>
      [
        key,
        few(await Promise.all(values(property).map(other => reference(other, language, register)))),
      ] as const,
  );
  const entries = [...plain, ...(await Promise.all(linked))].filter(([, value]) => value !== undefined);
  return {
    '@context': 'https://schema.org',
    '@type': nearer[0] ?? fallback,
    '@id': thing.value,
    url: identifiers.document(name),
    name: title,
    ...(description === undefined ? {} : { description }),
    ...(Object.fromEntries(entries) as StructuredData),
  };
}

async function reference(term: Term, language: Language, register: Register): Promise<StructuredData> {
  const name = await labelOf((term as NamedNode).value, language, register);
  const kind = register.identifiers.ofThing(term.value)?.kind;
  return { '@type': (kind && classes[kind]) ?? 'Thing', '@id': term.value, name: name?.value ?? term.value };
}

/** One value alone, several as a list, none as nothing. */
function few<T>(values: readonly T[]): T | readonly T[] | undefined {
  return values.length > 1 ? values : values[0];
}
