import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { Term } from '@rdfjs/types';
import type { Entry } from './entries.js';
import type { Kind } from './kinds.js';

interface Indexed {
  readonly path: string;
  readonly kind: Kind;
  readonly initials: string;
  readonly title: string;
  readonly words: string;
  readonly description: string;
}

/** Words too common in either language to search for. */
const stopWords = new Set(
  'au aux avec ce ces dans de des du en et la le les leur ou par pour qui sa se ses son sur un une and for in of on the to with'.split(
    ' ',
  ),
);

/** Letters without their accents, ligatures opened, in lower case: how people type. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'oe')
    .replaceAll('æ', 'ae')
    .toLowerCase();
}

/** Finds entries by words, forgiving accents, slips of the finger and unfinished words. */
export class FullText {
  readonly #index = new MiniSearch<Indexed>({
    idField: 'path',
    fields: ['title', 'initials', 'words', 'description'],
    storeFields: ['kind'],
    processTerm: word => {
      const folded = fold(word);
      return stopWords.has(folded) ? null : folded;
    },
    tokenize: text => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean),
  });

  constructor(entries: Iterable<Entry>) {
    for (const { path, kind, titles, words, descriptions } of entries)
      this.#index.add({
        path,
        kind,
        title: join(titles),
        initials: [...new Set(titles.map(({ value }) => initials(value)))].join(' '),
        words: [...words, path.split('/')[1]?.replaceAll('-', ' ')].join(' '),
        description: join(descriptions),
      });
  }

  /**
   * Paths of the entries that have every word of the text, the best first; when there is none, of those that have
   * some of its words.
   * @param kind only entries of this kind
   */
  search(text: string, kind?: Kind): string[] {
    const options: SearchOptions = {
      boost: { title: 5, initials: 4, words: 3 },
      prefix: word => word.length > 2,
      fuzzy: word => (word.length > 4 ? 0.2 : false),
      weights: { fuzzy: 0.2, prefix: 0.6 },
      ...(kind ? { filter: (result: SearchResult) => result['kind'] === kind } : {}),
    };
    const strict = this.#index.search(text, { ...options, combineWith: 'AND' });
    const found = strict.length > 0 ? strict : this.#index.search(text, { ...options, combineWith: 'OR' });
    return [...new Set([...this.#joined(text, options.filter), ...found.map(({ id }) => String(id))])];
  }

  /** Names written as one word that people type as two: Nextcloud, OpenStreetMap. */
  #joined(text: string, filter: SearchOptions['filter']): string[] {
    const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    if (words.length < 2) return [];
    const options: SearchOptions = {
      fields: ['title'],
      prefix: false,
      fuzzy: false,
      ...(filter ? { filter } : {}),
    };
    return this.#index.search(words.join(''), options).map(({ id }) => String(id));
  }
}

/** What people shorten a title to: OSM for OpenStreetMap, BAN for Base Adresse Nationale. */
function initials(title: string): string {
  const words = title
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word && !stopWords.has(fold(word)));
  return words.length > 1 ? words.map(([letter]) => letter).join('') : '';
}

function join(terms: readonly Term[]): string {
  return terms.map(({ value }) => value).join(' ');
}
