import { Problem } from '../errors.js';
import type { Criteria } from './criteria.js';
import { facetCounts } from './facet-values.js';
import { facetsOf, namespaceOf, type Facet } from './facets.js';
import type { Kind } from './kinds.js';
import { nearestValues } from './near-values.js';
import type { Register } from './read.js';

/** Characters of an unknown value that are told. */
const longestTold = 60;

/**
 * All values that a facet of the kind can have, in the order of the alphabet: the records, the concepts or the names of
 * an authority that there are, whether or not a record of the kind has one now. Of years, those that records have.
 */
export function knownValues(kind: Kind, name: string, register: Register): Promise<ReadonlySet<string>> {
  return register.derive(`values ${kind} ${name}`, async () => {
    const facet = facetsOf[kind][name];
    const used = (await facetCounts(kind, name, register)).keys();
    return new Set([...used, ...(facet ? await possibleValues(facet, register) : [])].sort());
  });
}

async function possibleValues(facet: Facet, register: Register): Promise<readonly string[]> {
  const { values } = facet;
  const { base } = register.identifiers;
  if ('kind' in values) return [...(await register.entries(values.kind)).values()].map(({ slug }) => slug);
  const namespace = namespaceOf(facet, register.identifiers);
  if (namespace === undefined) return [];
  const named =
    'vocabulary' in values ? register.identifiers.vocabulary(values.vocabulary) : `${base}/external`;
  const described = await register.store.graph(named);
  return [...new Set(described.map(({ subject }) => subject.value))]
    .filter(value => value.startsWith(namespace))
    .map(value => value.slice(namespace.length));
}

/**
 * The short name of a value, which may also be given as the API gives it: by the IRI of the record or concept, or by
 * the path or the page of a record. What is none of these stays as it is.
 */
export function shortName(
  given: string,
  facet: Facet,
  { identifiers }: Pick<Register, 'identifiers'>,
): string {
  const { base } = identifiers;
  const records = 'kind' in facet.values ? [`${base}/${facet.values.kind}/`, `${facet.values.kind}/`] : [];
  const namespaces = [namespaceOf(facet, identifiers) ?? [], records].flat();
  const namespace = namespaces.find(start => given.startsWith(start));
  return namespace === undefined ? given : given.slice(namespace.length);
}

/**
 * Refuses values that mean nothing for their facet: a misspelt filter should not pass for an empty answer. A record, a
 * concept or a year that no record of the kind has right now is no mistake.
 * @throws Problem `bad-request` naming the parameter, and the values that look like the one given
 */
export async function assertKnownValues(
  kind: Kind,
  { facets }: Pick<Criteria, 'facets'>,
  register: Register,
): Promise<void> {
  for (const [name, wanted] of Object.entries(facets)) {
    const facet = facetsOf[kind][name];
    const known = await knownValues(kind, name, register);
    const unknown = wanted.find(value => !known.has(value) && !isYear(value, facet));
    if (unknown === undefined) continue;
    const near = facet ? await nearestValues(unknown, { name, facet, known }, register) : [];
    throw unknownValue(name, unknown, near);
  }
}

function isYear(value: string, facet: Facet | undefined): boolean {
  return facet !== undefined && 'years' in facet.values && /^\d{4}$/.test(value);
}

function unknownValue(parameter: string, value: string, near: readonly string[]): Problem {
  const told = value.length > longestTold ? `${value.slice(0, longestTold)}…` : value;
  const meant = {
    en: near.length > 0 ? ` Near it: ${near.join(', ')}.` : '',
    fr: near.length > 0 ? ` Valeurs proches : ${near.join(', ')}.` : '',
  };
  return new Problem(
    'bad-request',
    {
      en: `The parameter "${parameter}" has no value "${told}".${meant.en} The list shows its values, and /api/openapi.json too.`,
      fr: `Le paramètre «\u00a0${parameter}\u00a0» n'a pas de valeur «\u00a0${told}\u00a0».${meant.fr} La liste montre ses valeurs, /api/openapi.json aussi.`,
    },
    { parameter, ...(near.length > 0 ? { near } : {}) },
  );
}
