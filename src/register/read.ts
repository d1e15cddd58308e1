import type { Quad } from '@rdfjs/types';
import type { QuadStore } from '../store/quad-store.js';
import { homeView } from './home-view.js';
import type { Identifiers, RecordName } from './identifiers.js';
import type { Kind } from './kinds.js';
import { Presentation } from './presentation.js';
import { recordView } from './record-view.js';
import type { StoredQueries } from './stored-queries.js';
import { summariesOf } from './summaries.js';
import type { Language } from './text.js';
import type { HomeView, ListView, RecordView, Summary, VocabularyView } from './views.js';
import { vocabularyView } from './vocabulary-view.js';

const pageSize = 50;

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

  /** One page of a kind's list; a page beyond the last is empty. */
  async list(kind: Kind, language: Language, page: number): Promise<ListView> {
    const all = [...(await this.summaries(kind, language)).values()];
    const items = all.slice((page - 1) * pageSize, page * pageSize);
    return { kind, items, total: all.length, page, pages: Math.max(1, Math.ceil(all.length / pageSize)) };
  }

  home(language: Language): Promise<HomeView> {
    return homeView(language, this);
  }

  /** @param path `ontology` or `vocabulary/{name}` */
  async vocabulary(path: string, language: Language): Promise<VocabularyView | undefined> {
    const quads = await this.document(`${this.identifiers.base}/${path}`);
    return quads && vocabularyView(path, quads, language, this);
  }

  /** Every record of a kind as a line of a list, by path, in alphabetical order. */
  summaries(kind: Kind, language: Language): Promise<ReadonlyMap<string, Summary>> {
    return this.#derive(`summaries ${kind} ${language}`, () => summariesOf(kind, language, this));
  }

  /** How the properties of a kind's records are shown: its own shapes first, then those of all records. */
  presentation(kind: Kind): Promise<Presentation> {
    return this.#derive(`presentation ${kind}`, async () => {
      const names = [kind, 'record', 'involvement', 'action-link', 'values', 'groups'];
      const graphs = await Promise.all(names.map(name => this.store.graph(this.identifiers.shapes(name))));
      return new Presentation(graphs.flat());
    });
  }

  /** Kept until the store's revision moves. The keys are few: kinds times languages. */
  #derive<T>(key: string, make: () => Promise<T>): Promise<T> {
    if (this.#revision !== this.store.revision) this.#derived.clear();
    this.#revision = this.store.revision;
    const known = (this.#derived.get(key) ?? make()) as Promise<T>;
    this.#derived.set(key, known);
    known.catch(() => this.#derived.delete(key));
    return known;
  }
}
