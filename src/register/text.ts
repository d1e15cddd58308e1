import type { Literal, Term } from '@rdfjs/types';

/** Languages the pages speak, in the order in which they stand in for one another. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text chosen for a reader. `lang` is the language it is really in; absent for an untagged literal. */
export interface Text {
  readonly value: string;
  readonly lang?: string;
}

/**
 * The one label fallback of the house: the language asked for, then the site's order (fr, en), then an
 * untagged literal, then any other language, in alphabetical order of tags so that the choice is stable.
 * A regional tag (fr-FR) serves its language (RFC 4647 section 3.4, lookup), after the plain tag.
 */
export function pickText(candidates: Iterable<Term>, wanted: Language): Text | undefined {
  const texts = [...candidates]
    .filter((term): term is Literal => term.termType === 'Literal')
    .sort((a, b) => compareTags(a.language, b.language));
  for (const language of [wanted, ...languages, '']) {
    const found = texts.find(({ language: tag }) => tag.toLowerCase().split('-')[0] === language);
    if (found) return toText(found);
  }
  const [first] = texts;
  return first && toText(first);
}

function compareTags(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function toText({ value, language }: Literal): Text {
  return language ? { value, lang: language.toLowerCase() } : { value };
}
