import { documentOf, kinds, thing, type Kind, type Sizes } from './kinds.js';
import { Random } from './random.js';
import { ref, text } from './terms.js';
import type { Pair } from './words.js';

/** What every generated register is made from. */
export interface Register {
  readonly sizes: Sizes;
  readonly seed: number;
}

/** Collects the statements of one record. Its numbers come from its kind, its index and the seed alone. */
export class RecordWriter {
  readonly random: Random;
  /** The thing described, as N-Triples writes it. */
  readonly thing: string;
  /** IRI of the document and graph, without angle brackets. */
  readonly document: string;
  readonly statements: string[] = [];

  constructor(
    readonly register: Register,
    readonly kind: Kind,
    readonly index: number,
  ) {
    this.random = new Random(kinds.indexOf(kind), index, register.seed);
    this.thing = thing(kind, index);
    this.document = documentOf(kind, index);
  }

  add(subject: string, predicate: string, object: string): void {
    this.statements.push(`${subject} ${predicate} ${object}`);
  }

  /** States something of the thing that the record is about. */
  say(predicate: string, object: string): void {
    this.add(this.thing, predicate, object);
  }

  sayOften(probability: number, predicate: string, object: () => string): void {
    if (this.random.chance(probability)) this.say(predicate, object());
  }

  inBothLanguages(predicate: string, [fr, en]: Pair): void {
    this.say(predicate, text(fr, 'fr'));
    this.say(predicate, text(en, 'en'));
  }

  /** Refers to other records, the first of their kind more often. No reference is made twice. */
  refer(predicate: string, kind: Kind, mean: number): void {
    for (const index of this.others(kind, mean)) this.say(predicate, thing(kind, index));
  }

  /** Different records of a kind, never this one. */
  others(kind: Kind, mean: number): Set<number> {
    const found = new Set<number>();
    for (let count = this.random.times(mean); count > 0; count--)
      found.add(this.random.skewed(this.register.sizes[kind]));
    if (kind === this.kind) found.delete(this.index);
    return found;
  }

  /** An inner node of the document, `<…#amount>`. */
  node(name: string): string {
    return `<${this.document}#${name}>`;
  }

  type(...names: readonly string[]): void {
    for (const name of names) this.say(rdfType, ref(name));
  }
}

export const rdfType = ref('rdf:type');
