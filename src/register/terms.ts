import { prefixes } from '../rdf/prefixes.js';
import { literal } from '../rdf/terms.js';
import { ownPrefixes } from './namespaces.js';
import type { Register } from './read.js';
import type { Language } from './text.js';

/** A class, property or concept that queries may name. */
export interface KnownTerm {
  readonly iri: string;
  readonly sort: 'class' | 'property' | 'concept';
  readonly label?: string;
}

/** What an editor of queries completes from. */
export interface KnownTerms {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly terms: readonly KnownTerm[];
}

const vocabularyTerm = /^(https:\/\/w3id\.org\/communaux\/vocabulary\/([\w-]+)#)/;

/** The prefixes of the register, and the terms that its records are described with, named in a language. */
export async function knownTerms(language: Language, register: Register): Promise<KnownTerms> {
  const rows = await register.queries.select('editor-terms', { language: literal(language) });
  const terms = new Map<string, KnownTerm>();
  const vocabularies: Record<string, string> = {};
  for (const { term, sort, label } of rows) {
    if (term === undefined || !isSort(sort) || terms.has(term)) continue;
    terms.set(term, { iri: term, sort, ...(label === undefined ? {} : { label }) });
    const [, namespace, name] = vocabularyTerm.exec(term) ?? [];
    if (namespace !== undefined && name !== undefined) vocabularies[name] = namespace;
  }
  return {
    prefixes: { ...vocabularies, ...ownPrefixes(register.identifiers), ...prefixes },
    terms: [...terms.values()],
  };
}

function isSort(sort: string | undefined): sort is KnownTerm['sort'] {
  return sort === 'class' || sort === 'property' || sort === 'concept';
}
