import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { Term } from '@rdfjs/types';
import type { Entry } from './entries.js';
import { inTurn } from './in-turn.js';
import type { Kind } from './kinds.js';
import { searchWords, writtenWords } from './search-words.js';

interface Indexed {
  readonly path: string;
  readonly kind: Kind;
  readonly initials: string;
  readonly title: string;
  readonly words: string;
  readonly description: string;
}

/** Words of a search that count. */
export const mostWords = 20;

/** Words of a search that may be unfinished or misspelt: each meets all words of the register that look like it. */
const mostGuessed = 8;

/** Letters of a word up to which slips of the finger are guessed; comparing takes the longer the more letters. */
const longestGuessed = 30;

/** Finds entries by words, forgiving accents, slips of the finger and unfinished words. */
export class FullText {
  readonly #index = new MiniSearch<Indexed>({
    idField: 'path',
    fields: ['title', 'initials', 'words', 'description'],
    storeFields: ['kind'],
    // The words come folded, and those that say nothing are gone.
    processTerm: word => word,
    tokenize: searchWords,
  });

  /** The index of the entries; the event loop turns while it is made. */
  static async over(entries: Iterable<Entry>): Promise<FullText> {
    const made = new FullText();
    await inTurn(entries, entry => {
      made.#add(entry);
    });
    return made;
  }

  #add({ path, kind, titles, words, descriptions }: Entry): void {
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
   * some of its words. The first words that say something count, up to a bound.
   * @param kind only entries of this kind
   */
  search(text: string, kind?: Kind): string[] {
    const words = [...new Set(searchWords(text))].slice(0, mostWords);
    const options: SearchOptions = {
      boost: { title: 5, initials: 4, words: 3 },
      prefix: (word, index) => index < mostGuessed && word.length > 2,
      fuzzy: (word, index) =>
        index < mostGuessed && word.length > 4 && word.length <= longestGuessed ? 0.2 : false,
      weights: { fuzzy: 0.2, prefix: 0.6 },
      ...(kind ? { filter: (result: SearchResult) => result['kind'] === kind } : {}),
    };
    const some = this.#index.search(words.join(' '), options);
    const all = some.filter(({ queryTerms }) => queryTerms.length === words.length);
    const found = all.length > 0 ? all : some;
    return [...new Set([...this.#joined(text, options.filter), ...found.map(({ id }) => String(id))])];
  }

  /** Names written as one word that people type as two: Nextcloud, OpenStreetMap. */
  #joined(text: string, filter: SearchOptions['filter']): string[] {
    const words = writtenWords(text);
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
  const words = searchWords(title.normalize('NFC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  return words.length > 1 ? words.map(([letter]) => letter).join('') : '';
}

function join(terms: readonly Term[]): string {
  return terms.map(({ value }) => value).join(' ');
}
