import type { Quad } from '@rdfjs/types';
import { buildColumns } from './build-columns.js';
import { handlesOf } from './columns.js';
import { DictionaryWriter } from './dictionary-writer.js';
import type { TermId } from './dictionary.js';
import { GrowingColumn } from './growing-column.js';
import { Snapshot } from './snapshot.js';

/** Quads on their way into a first snapshot, 16 bytes each: a register's worth of them is never an array of objects. */
export class QuadLoader {
  #s = new GrowingColumn();
  #p = new GrowingColumn();
  #o = new GrowingColumn();
  #g = new GrowingColumn();
  #files = 0;

  constructor(readonly writer = new DictionaryWriter()) {}

  /** What the labels of a file's blank nodes begin with: no other file's do, nor any that n3 makes up. */
  blankNodePrefix(): string {
    this.#files += 1;
    return `s${String(this.#files)}_`;
  }

  /** Number of quads added, the same one perhaps more than once. */
  get length(): number {
    return this.#s.length;
  }

  add({ subject, predicate, object, graph }: Quad): void {
    const { writer } = this;
    this.addIds(writer.add(subject), writer.add(predicate), writer.add(object), writer.add(graph));
  }

  addIds(s: TermId, p: TermId, o: TermId, g: TermId): void {
    this.#s.push(s);
    this.#p.push(p);
    this.#o.push(o);
    this.#g.push(g);
  }

  /** Forgets the quads from a place on; their terms stay, unused. */
  forgetFrom(length: number): void {
    for (const column of [this.#s, this.#p, this.#o, this.#g]) column.truncate(length);
  }

  /** Sorts what was added. */
  snapshot(revision: number): Snapshot {
    const quads = {
      s: this.#s.entries(),
      p: this.#p.entries(),
      o: this.#o.entries(),
      g: this.#g.entries(),
    };
    const columns = handlesOf(buildColumns(quads, this.writer.count));
    return new Snapshot({ revision, dictionary: this.writer.handle(), columns });
  }
}
