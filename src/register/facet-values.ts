import { Problem } from '../errors.js';
import { facetsOf, namespaceOf, type Facet } from './facets.js';
import type { Criteria } from './find.js';
import type { Kind } from './kinds.js';
import { labelOf } from './labels.js';
import type { Register } from './read.js';
import type { Language, Text } from './text.js';

/** How many records of the kind have each value of a facet. */
export function facetCounts(
  kind: Kind,
  facet: string,
  register: Register,
): Promise<ReadonlyMap<string, number>> {
  return register.derive(`facet ${kind} ${facet}`, async () => {
    const counts = new Map<string, number>();
    for (const entry of (await register.entries(kind)).values())
      for (const id of entry.facets[facet] ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  });
}

/** The names of all values that the records of the kind have for a facet, by value. */
export function facetLabels(
  kind: Kind,
  facet: string,
  language: Language,
  register: Register,
): Promise<ReadonlyMap<string, Text>> {
  return register.derive(`facet ${kind} ${facet} ${language}`, async () => {
    const values = [...(await facetCounts(kind, facet, register)).keys()];
    const described = facetsOf[kind][facet];
    if (!described) return new Map<string, Text>();
    const labelled = values.map(
      async id => [id, await valueLabel(id, described, language, register)] as const,
    );
    return new Map(await Promise.all(labelled));
  });
}

/** The name of a value of a facet; the value itself when it has none. */
export async function valueLabel(
  id: string,
  facet: Facet,
  language: Language,
  register: Register,
): Promise<Text> {
  const namespace = namespaceOf(facet, register.identifiers);
  const label = namespace === undefined ? undefined : await labelOf(namespace + id, language, register);
  return label ?? { value: id };
}

/** Characters of an unknown value that are told. */
const longestTold = 60;

/**
 * Refuses values that mean nothing for their facet: a misspelt filter should not pass for an empty answer. A record, a
 * concept or a year that no record of the kind has right now is no mistake.
 * @throws Problem `bad-request` naming the parameter
 */
export async function assertKnownValues(
  kind: Kind,
  { facets }: Pick<Criteria, 'facets'>,
  register: Register,
): Promise<void> {
  for (const [name, wanted] of Object.entries(facets))
    for (const value of wanted)
      if (!(await isKnown(value, kind, name, register))) throw unknownValue(name, value);
}

async function isKnown(value: string, kind: Kind, name: string, register: Register): Promise<boolean> {
  if ((await facetCounts(kind, name, register)).has(value)) return true;
  const facet = facetsOf[kind][name];
  if (!facet) return false;
  if ('years' in facet.values) return /^\d{4}$/.test(value);
  if ('kind' in facet.values) {
    const records = await register.entries(facet.values.kind);
    return records.has(`${facet.values.kind}/${value}`);
  }
  const namespace = namespaceOf(facet, register.identifiers) ?? '';
  return (await labelOf(namespace + value, 'fr', register)) !== undefined;
}

function unknownValue(parameter: string, value: string): Problem {
  const told = value.length > longestTold ? `${value.slice(0, longestTold)}…` : value;
  return new Problem(
    'bad-request',
    {
      en: `The parameter "${parameter}" has no value "${told}". The list shows its values, and /api/openapi.json too.`,
      fr: `Le paramètre «\u00a0${parameter}\u00a0» n'a pas de valeur «\u00a0${told}\u00a0». La liste montre ses valeurs, /api/openapi.json aussi.`,
    },
    { parameter },
  );
}
