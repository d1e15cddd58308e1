import type { CharacterSet } from './character-set.js';

/** Characters below this one, which most texts are made of, are looked up in a table. */
const tableLength = 0x300;
/** Other characters that are remembered. */
const maxRemembered = 4_096;

/** Puts characters into classes, of which all sets of a pattern have all members or none. Classes are numbered from 1. */
export class Alphabet {
  readonly #table = new Uint16Array(tableLength);
  readonly #others = new Map<number, number>();
  readonly #numbers = new Map<string, number>();
  /** Of each class, the numbers of the sets that have it. */
  readonly #members: (readonly number[])[] = [[]];

  /** @param remembering told of each character that is remembered beyond the table */
  constructor(
    private readonly sets: readonly CharacterSet[],
    private readonly remembering: () => void,
  ) {}

  /** One more than the greatest number. */
  get size(): number {
    return this.#members.length;
  }

  /** The class of a character. */
  classOf(codePoint: number): number {
    const known = codePoint < tableLength ? this.#table[codePoint]! : this.#others.get(codePoint);
    return known || this.#classify(codePoint);
  }

  /** Numbers of the sets that have the characters of a class. */
  membersOf(number: number): readonly number[] {
    return this.#members[number]!;
  }

  /** Forgets characters; their classes keep their numbers. */
  forget(): void {
    this.#others.clear();
  }

  #classify(codePoint: number): number {
    const members: number[] = [];
    for (let set = 0; set < this.sets.length; set += 1) if (this.sets[set]!.has(codePoint)) members.push(set);
    const number = this.#numberOf(members);
    if (codePoint < tableLength) this.#table[codePoint] = number;
    else {
      if (this.#others.size >= maxRemembered) this.#others.clear();
      this.#others.set(codePoint, number);
      this.remembering();
    }
    return number;
  }

  #numberOf(members: readonly number[]): number {
    const key = members.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#members.push(members) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
