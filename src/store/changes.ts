import type { Quad } from '@rdfjs/types';
import type { DictionaryWriter } from './dictionary-writer.js';
import { noTerm } from './dictionary.js';
import { GrowingColumn } from './growing-column.js';
import { orderOf, quadsAt, sameTriple, type QuadColumns } from './quad-columns.js';
import type { Snapshot } from './snapshot.js';
import type { Transaction } from './transaction.js';

/** What transactions come to: quads by subject, predicate, object and graph, each once, that come or go. */
export interface Changes extends QuadColumns {
  /** 1 for a quad that was not there and comes, 0 for one that was and goes. */
  readonly comes: Uint32Array;
}

/** Transactions one after the other, as ids. */
export class ChangeLog {
  readonly #columns = {
    s: new GrowingColumn(),
    p: new GrowingColumn(),
    o: new GrowingColumn(),
    g: new GrowingColumn(),
  };
  readonly #comes = new GrowingColumn();

  constructor(private readonly writer: DictionaryWriter) {}

  /**
   * Adds a whole transaction, its removals first; or nothing of it.
   * @throws TypeError for quads that are no data
   */
  add({ added, removed }: Transaction): void {
    const { length } = this.#comes;
    try {
      for (const quad of removed) this.#remove(quad);
      for (const quad of added) this.#add(quad);
    } catch (error) {
      for (const column of [...Object.values(this.#columns), this.#comes]) column.truncate(length);
      throw error;
    }
  }

  /** What all of it comes to for a snapshot: of several mentions of a quad the last one counts. */
  changes(snapshot: Snapshot): Changes {
    const { s, p, o, g } = this.#columns;
    const quads = { s: s.entries(), p: p.entries(), o: o.entries(), g: g.entries() };
    const comes = this.#comes.entries();
    const order = orderOf(quads, this.writer.count);
    let kept = 0;
    for (let at = 0; at < order.length; at += 1) {
      const quad = order[at]!;
      const next = order[at + 1];
      if (next !== undefined && quads.g[quad] === quads.g[next] && sameTriple(quads, quad, next)) continue;
      if (holds(snapshot, quads, quad) === (comes[quad] === 1)) continue;
      order[kept] = quad;
      kept += 1;
    }
    const places = order.subarray(0, kept);
    return { ...quadsAt(quads, places), comes: Uint32Array.from(places, quad => comes[quad]!) };
  }

  #add({ subject, predicate, object, graph }: Quad): void {
    const { writer } = this;
    this.#push([writer.add(subject), writer.add(predicate), writer.add(object), writer.add(graph)], 1);
  }

  /** A term that nobody ever named is in no quad. */
  #remove({ subject, predicate, object, graph }: Quad): void {
    const ids = [subject, predicate, object, graph].map(term => this.writer.find(term));
    if (!ids.includes(noTerm)) this.#push(ids, 0);
  }

  #push([s, p, o, g]: readonly number[], comes: number): void {
    this.#columns.s.push(s!);
    this.#columns.p.push(p!);
    this.#columns.o.push(o!);
    this.#columns.g.push(g!);
    this.#comes.push(comes);
  }
}

function holds(snapshot: Snapshot, { s, p, o, g }: QuadColumns, quad: number): boolean {
  const position = snapshot.position(s[quad]!, p[quad]!, o[quad]!);
  return position >= 0 && snapshot.isIn(g[quad]!, position);
}
