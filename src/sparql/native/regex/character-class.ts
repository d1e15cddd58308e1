import { multiEscape, singleEscape } from './character-escapes.js';
import { CharacterSet } from './character-set.js';
import type { PatternReader } from './pattern-reader.js';
import { InvalidPattern } from './refusals.js';

/**
 * Reads a class of characters (XSD 1.1 Part 2 section G.4.2, production charClassExpr), whose `[` was taken, with its `]`.
 * Classes that are taken from it may stand in one another as deep as `depth` says.
 * @throws InvalidPattern; Problem for a block
 */
export function readClass(reader: PatternReader, ignoreCase: boolean, depth: number): CharacterSet {
  if (depth === 0) throw new InvalidPattern();
  const isNegated = reader.takes('^');
  const members = new Members(reader, ignoreCase);
  while (members.isEmpty || reader.next !== ']') {
    if (!members.isEmpty && reader.takes('-[')) {
      const taken = readClass(reader, ignoreCase, depth - 1);
      if (!reader.takes(']')) throw new InvalidPattern();
      return members.set(isNegated).without(taken);
    }
    members.read();
  }
  reader.take();
  return members.set(isNegated);
}

/** What stands in a class. */
class Members {
  /** All of it, as it is written in JavaScript, with `\d` for sets that cannot be. */
  #all = '';
  #areListed = true;
  #characters = '';
  readonly #sets: CharacterSet[] = [];

  constructor(
    private readonly reader: PatternReader,
    private readonly ignoreCase: boolean,
  ) {}

  get isEmpty(): boolean {
    return this.#all === '';
  }

  read(): void {
    const character = this.reader.take();
    if (character === '[' || character === ']') throw new InvalidPattern();
    if (character !== '\\') return this.#add(character === '^' ? '\\^' : character);
    const name = this.reader.take();
    const one = singleEscape(name);
    if (one !== undefined) return this.#add(one);
    const { set, list } = multiEscape(name, this.reader, this.ignoreCase);
    this.#sets.push(set);
    this.#all += list ?? '\\d';
    this.#areListed &&= list !== undefined;
  }

  #add(written: string): void {
    this.#characters += written;
    this.#all += written;
  }

  /** @throws InvalidPattern when a range is none */
  set(isNegated: boolean): CharacterSet {
    const listed = this.#list(this.#all);
    const set = this.#areListed ? listed : this.#union();
    return isNegated ? set.complement : set;
  }

  #union(): CharacterSet {
    const characters = this.#characters === '' ? [] : [this.#list(this.#characters)];
    return [...characters, ...this.#sets].reduce((union, set) => union.union(set));
  }

  #list(members: string): CharacterSet {
    return CharacterSet.listed(members, { flags: this.ignoreCase ? 'iu' : 'u', isPortable: true });
  }
}
