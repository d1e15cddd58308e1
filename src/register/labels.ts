import type { Quad, Term } from '@rdfjs/types';
import { namingProperties } from './common-properties.js';
import type { Register } from './read.js';
import { pickText, type Language, type Text } from './text.js';

/** The names of a thing: those by the first naming property that it has. */
export async function namesOf(iri: string, register: Register): Promise<readonly Term[]> {
  return (await namingQuads(iri, register)).map(({ object }) => object);
}

/** The statements that name it. */
export async function namingQuads(iri: string, { store }: Register): Promise<readonly Quad[]> {
  const said = await store.about(iri, namingProperties);
  return said.filter(({ predicate }) => predicate.equals(said[0]?.predicate));
}

/** The name to show for an IRI; undefined when the register knows none. */
export async function labelOf(
  iri: string,
  language: Language,
  register: Register,
): Promise<Text | undefined> {
  return pickText(await namesOf(iri, register), language);
}
