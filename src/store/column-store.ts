import type { Quad } from '@rdfjs/types';
import { columnsOf } from './build-columns.js';
import { ChangeLog, type Changes } from './changes.js';
import { handlesOf, type Columns } from './columns.js';
import { DictionaryWriter } from './dictionary-writer.js';
import { defaultGraphId } from './dictionary.js';
import { mergeColumns } from './merge-columns.js';
import { QuadLoader } from './quad-loader.js';
import type { QuadStore } from './quad-store.js';
import { Snapshot } from './snapshot.js';
import { tags } from './term-tags.js';
import type { Transaction } from './transaction.js';

/** A transaction that waits for its turn. */
interface Waiting {
  readonly transaction: Transaction;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Keeps everything in memory that threads share, as one immutable snapshot after the other. */
export class ColumnStore implements QuadStore {
  #snapshot: Snapshot;
  readonly #writer: DictionaryWriter;
  #waiting: Waiting[] = [];

  /** @param snapshot what the store begins with; it is the only one to add to the snapshot's dictionary */
  constructor(snapshot = new QuadLoader().snapshot(0)) {
    this.#snapshot = snapshot;
    this.#writer = new DictionaryWriter(snapshot.dictionary.handle);
  }

  /** What the store holds now. It stays as it is, for those who keep it. */
  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get revision(): number {
    return this.#snapshot.revision;
  }

  get size(): number {
    return this.#snapshot.size;
  }

  graph(name: string): Promise<readonly Quad[]> {
    const snapshot = this.#snapshot;
    return Promise.resolve(snapshot.graph(snapshot.dictionary.findText(tags.iri, name)));
  }

  about(thing: string, properties: readonly string[]): Promise<readonly Quad[]> {
    const snapshot = this.#snapshot;
    const idOf = (iri: string) => snapshot.dictionary.findText(tags.iri, iri);
    const subject = idOf(thing);
    return Promise.resolve(properties.flatMap(property => snapshot.about(subject, idOf(property))));
  }

  graphNames(): Promise<readonly string[]> {
    const { columns, dictionary } = this.#snapshot;
    const names: string[] = [];
    for (const id of columns.graphIds)
      if (id !== defaultGraphId && dictionary.tag(id) === tags.iri) names.push(dictionary.text(id));
    return Promise.resolve(names.sort());
  }

  quads(): Iterable<Quad> {
    return this.#snapshot.quads();
  }

  /**
   * Those that come while others are carried out wait, and are then carried out together, in their order.
   * @throws TypeError for quads that are no data: nothing of that transaction is carried out
   */
  commit(transaction: Transaction): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0)
        setImmediate(() => {
          this.#commitWaiting();
        });
      this.#waiting.push({ transaction, resolve, reject });
    });
  }

  #commitWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const log = new ChangeLog(this.#writer);
      const accepted = waiting.filter(item => accepts(log, item));
      this.#snapshot = this.#next(log, accepted.length);
      for (const { resolve } of accepted) resolve();
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  /** The snapshot after the transactions of a log. */
  #next(log: ChangeLog, transactions: number): Snapshot {
    const before = this.#snapshot;
    const columns = this.#nextColumns(log.changes(before));
    return new Snapshot({
      revision: before.revision + transactions,
      dictionary: this.#writer.handle(),
      columns: handlesOf(columns),
    });
  }

  #nextColumns(changes: Changes): Columns {
    const before = this.#snapshot;
    const idCount = this.#writer.count;
    if (before.size === 0) return columnsOf(changes, idCount);
    if (changes.s.length === 0 && idCount === before.dictionary.count) return before.columns;
    return mergeColumns(before, changes, idCount);
  }
}

/** Whether a log takes a transaction; if not, whoever waits for it is told. */
function accepts(log: ChangeLog, { transaction, reject }: Waiting): boolean {
  try {
    log.add(transaction);
    return true;
  } catch (error) {
    reject(error);
    return false;
  }
}
