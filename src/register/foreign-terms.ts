import type { Quad } from '@rdfjs/types';
import { iri, namespaceOf, prefixes, shorten, type Prefix } from '../rdf/prefixes.js';
import { nearestName } from './edit-distance.js';
import { knownTerms } from './known-terms.js';

/** What a term is in a statement. */
export type Position = 'property' | 'value' | 'datatype';

/** A name that its vocabulary does not have, and the one that was meant, as far as one is near. */
export interface UnknownTerm {
  readonly term: string;
  readonly nearest?: string;
}

interface Vocabulary {
  readonly prefix: Prefix;
  readonly names: ReadonlySet<string>;
  /** Whether these are all the names: of others, a name that is like none of them may well exist. */
  readonly isWhole: boolean;
}

/** Names that are in use here, of vocabularies of which no whole list is at hand. */
const usedOfOthers = {
  adms: 'Asset AssetDistribution AssetRepository Identifier identifier interoperabilityLevel last next prev representationTechnique sample schemaAgency status translation versionNotes',
  eli: 'cites',
  epo: 'Term',
  geosparql: 'asWKT gmlLiteral wktLiteral',
  m8g: 'Participation PublicEvent PublicOrganisation',
  mod: 'status',
} as const satisfies Partial<Record<Prefix, string>>;

/** `http://schema.org` and `https://schema.org/` are one to those who write, and two to RDF. */
const loosely = (namespace: string) => namespace.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[#/]$/, '');

const entries = [
  ...Object.entries(knownTerms).map(([prefix, names]) => [prefix as Prefix, names, true] as const),
  ...Object.entries(usedOfOthers).map(([prefix, names]) => [prefix as Prefix, names, false] as const),
];
const vocabularies = new Map<string, Vocabulary>(
  entries.map(([prefix, names, isWhole]) => [
    prefixes[prefix],
    { prefix, names: new Set(names.split(' ')), isWhole },
  ]),
);
const byLooseName = new Map([...vocabularies].map(([namespace, found]) => [loosely(namespace), found]));

/** The misspelt terms of others in a statement: its property, its value, its datatype. */
export function unknownTerms({
  predicate,
  object,
}: Pick<Quad, 'predicate' | 'object'>): (UnknownTerm & { readonly as: Position })[] {
  const terms: (readonly [Position, string])[] = [['property', predicate.value]];
  if (object.termType === 'Literal') terms.push(['datatype', object.datatype.value]);
  if (object.termType === 'NamedNode') terms.push(['value', object.value]);
  return terms.flatMap(([as, term]) => {
    const unknown = unknownTerm(term);
    return unknown ? [{ as, ...unknown }] : [];
  });
}

/** Undefined for a term that exists, or of a vocabulary that is not known here. */
export function unknownTerm(term: string): UnknownTerm | undefined {
  const namespace = namespaceOf(term);
  const name = term.slice(namespace.length);
  if (!/^[A-Za-z][\w-]*$/.test(name)) return undefined;
  const vocabulary = vocabularies.get(namespace);
  if (vocabulary) return misspelt(name, vocabulary);
  const meant = byLooseName.get(loosely(namespace));
  return meant?.names.has(name) ? { term, nearest: `<${iri(meant.prefix, name)}>` } : undefined;
}

function misspelt(name: string, { prefix, names, isWhole }: Vocabulary): UnknownTerm | undefined {
  if (names.has(name)) return undefined;
  const nearest = nearestName(name, names);
  const isOtherCase = nearest?.toLowerCase() === name.toLowerCase();
  // A class and a property of one name are told apart by their first letter.
  if (!isWhole && (nearest === undefined || isOtherCase)) return undefined;
  const term = shorten(iri(prefix, name));
  return nearest === undefined ? { term } : { term, nearest: shorten(iri(prefix, nearest)) };
}
