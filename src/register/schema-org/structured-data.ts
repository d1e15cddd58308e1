import { byClass, byKind } from './classes.js';
import { Stated, type Subject } from './stated.js';
import type { Language } from '../text.js';
import type { Register } from '../read.js';

/** A description for search engines, in schema.org's terms: plain JSON-LD. */
export type StructuredData = Readonly<Record<string, unknown>>;

/** A record in schema.org's terms; undefined for kinds that search engines have no class for. */
export async function structuredData(
  subject: Subject,
  language: Language,
  register: Register,
): Promise<StructuredData | undefined> {
  const usual = byKind[subject.name.kind];
  if (!usual) return undefined;
  const stated = new Stated(subject, language, register);
  const nearer = stated.iris('rdf:type').flatMap(type => byClass[type] ?? [])[0];
  return { '@context': 'https://schema.org', ...(await (nearer ?? usual)(stated)) };
}
