import { Store } from 'n3';
import type { Quad } from '@rdfjs/types';
import { namedNode, quad } from '../rdf/terms.js';
import type { QuadStore } from './quad-store.js';
import type { Transaction } from './transaction.js';

/** Keeps everything in one N3.js store. Gone when the process ends. */
export class MemoryStore implements QuadStore {
  #store = new Store();
  #revision = 0;
  #size: number | undefined;

  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    this.#size ??= new Store(
      [...this.#store].map(({ subject, predicate, object }) => quad(subject, predicate, object)),
    ).size;
    return this.#size;
  }

  graph(name: string): Promise<readonly Quad[]> {
    return Promise.resolve(this.#store.getQuads(null, null, null, namedNode(name)));
  }

  graphNames(): Promise<readonly string[]> {
    const names = this.#store.getGraphs(null, null, null).filter(({ termType }) => termType === 'NamedNode');
    return Promise.resolve(names.map(({ value }) => value).sort());
  }

  quads(): Iterable<Quad> {
    return this.#store;
  }

  commit({ added, removed }: Transaction): Promise<void> {
    this.#store.removeQuads([...removed]);
    this.#store.addQuads([...added]);
    this.#size = undefined;
    this.#revision += 1;
    return Promise.resolve();
  }
}
