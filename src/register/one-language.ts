import type { Quad } from '@rdfjs/types';
import { pickText, type Language } from './text.js';

/**
 * The quads with each text in one language only: the one that its reader is best served by, of those that the text
 * has (the house's fallback). What is no text in a language stays.
 */
export function inOneLanguage(quads: readonly Quad[], language: Language): Quad[] {
  const versions = new Map<string, Quad['object'][]>();
  for (const quad of quads.filter(isText)) {
    const known = versions.get(textOf(quad)) ?? [];
    versions.set(textOf(quad), known);
    known.push(quad.object);
  }
  const kept = new Map([...versions].map(([text, terms]) => [text, pickText(terms, language)?.lang]));
  return quads.filter(quad => !isText(quad) || kept.get(textOf(quad)) === tagOf(quad));
}

function isText(quad: Quad): boolean {
  return tagOf(quad) !== '';
}

/** Its subject and predicate, of which the languages are versions. */
function textOf({ subject, predicate }: Quad): string {
  return `${subject.value} ${predicate.value}`;
}

function tagOf({ object }: Quad): string {
  return object.termType === 'Literal' ? object.language.toLowerCase() : '';
}
