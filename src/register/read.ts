import type { Quad } from '@rdfjs/types';
import type { QuadStore } from '../store/quad-store.js';
import type { Criteria } from './criteria.js';
import { entriesOf, type Entry } from './entries.js';
import { find, matching } from './find.js';
import { FullText } from './full-text.js';
import { homeView } from './home-view.js';
import type { Identifiers, RecordName } from './identifiers.js';
import { kinds, type Kind } from './kinds.js';
import { Presentation } from './presentation.js';
import { recordView } from './record-view.js';
import { searchView } from './search-view.js';
import type { StoredQueries } from './stored-queries.js';
import type { Language } from './text.js';
import type { HomeView, ListView, RecordView, SearchView, VocabularyView } from './views.js';
import { vocabularyView } from './vocabulary-view.js';

/** Records on a page of a list, unless asked otherwise. */
export const defaultPageSize = 50;

/** Reads the register, by two verbs: the graph of a document, and stored queries with bound terms. */
export class Register {
  readonly #derived = new Map<string, Promise<unknown>>();
  #revision = -1;

  constructor(
    readonly store: QuadStore,
    readonly queries: StoredQueries,
    readonly identifiers: Identifiers,
  ) {}

  /** What a document of the register says: a record, the ontology, a vocabulary. Undefined when there is none. */
  async document(iri: string): Promise<readonly Quad[] | undefined> {
    const quads = await this.store.graph(iri);
    return quads.length > 0 ? quads : undefined;
  }

  async record(name: RecordName, language: Language): Promise<RecordView | undefined> {
    const quads = await this.document(this.identifiers.document(name));
    return quads && recordView(name, quads, language, this);
  }

  /**
   * One page of a kind's list.
   * @throws Problem `not-found` for a page beyond the last
   */
  list(kind: Kind, language: Language, criteria: Partial<Criteria> = {}): Promise<ListView> {
    return find(kind, whole(criteria), language, this);
  }

  /** All that fits the criteria, in order, over all pages. */
  matching(kind: Kind, language: Language, criteria: Partial<Criteria> = {}): Promise<Entry[]> {
    return matching(kind, whole(criteria), this, language);
  }

  home(language: Language): Promise<HomeView> {
    return homeView(language, this);
  }

  /** @param path `ontology` or `vocabulary/{name}` */
  async vocabulary(path: string, language: Language): Promise<VocabularyView | undefined> {
    const quads = await this.document(`${this.identifiers.base}/${path}`);
    return (
      quads &&
      this.derive(`vocabulary ${path} ${language}`, () => vocabularyView(path, quads, language, this))
    );
  }

  /** Every record of a kind, by path. */
  entries(kind: Kind): Promise<ReadonlyMap<string, Entry>> {
    return this.derive(`entries ${kind}`, () => entriesOf(kind, this));
  }

  /** The full-text index over every record. */
  fullText(): Promise<FullText> {
    return this.derive('full text', async () => {
      const lists = await Promise.all(kinds.map(kind => this.entries(kind)));
      return FullText.over(lists.flatMap(list => [...list.values()]));
    });
  }

  /** The records of every kind that have the words given, the best first. */
  search(words: string, language: Language): Promise<SearchView> {
    return searchView(words, language, this);
  }

  /** How the properties of a kind's records are shown: its own shapes first, then those of all records. */
  presentation(kind: Kind): Promise<Presentation> {
    return this.derive(`presentation ${kind}`, async () => {
      const names = [kind, 'record', 'involvement', 'action-link', 'values', 'groups'];
      const graphs = await Promise.all(names.map(name => this.store.graph(this.identifiers.shapes(name))));
      return new Presentation(graphs.flat());
    });
  }

  /** What is made of the whole store, kept until its revision moves. The keys are few: kinds and documents. */
  derive<T>(key: string, make: () => Promise<T>): Promise<T> {
    if (this.#revision !== this.store.revision) this.#derived.clear();
    this.#revision = this.store.revision;
    const known = (this.#derived.get(key) ?? make()) as Promise<T>;
    this.#derived.set(key, known);
    known.catch(() => this.#derived.delete(key));
    return known;
  }
}

function whole(criteria: Partial<Criteria>): Criteria {
  const sort = criteria.q ? 'relevance' : 'title';
  return { facets: {}, sort, page: 1, pageSize: defaultPageSize, ...criteria };
}
