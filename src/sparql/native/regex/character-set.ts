import { InvalidPattern } from './refusals.js';

type Flags = 'u' | 'iu';

/** Sets of one of the first characters, in its case and in both, which most patterns are made of. */
const singles = { u: new Map<string, CharacterSet>(), iu: new Map<string, CharacterSet>() } as const;
/** How many of them are kept. */
const maxSingles = 1_000;

/** A set of characters, as a regular expression of JavaScript for one character, whose tables of Unicode it uses. */
export class CharacterSet {
  /** Equal for sets that are written in the same way. */
  readonly key: string;

  private constructor(
    /** One character of the set, in the syntax of JavaScript with the flag `u`. */
    readonly source: string,
    /** Whether the source means the same beside others of its pattern, whose flag `i` holds for all of it. */
    readonly isPortable: boolean,
    readonly has: (codePoint: number) => boolean,
  ) {
    this.key = isPortable ? source : `!${source}`;
  }

  /** A character, in both cases if case is ignored. */
  static of(character: string, ignoreCase: boolean): CharacterSet {
    const known = singles[ignoreCase ? 'iu' : 'u'];
    const set = known.get(character) ?? CharacterSet.#single(character, ignoreCase);
    if (known.size < maxSingles) known.set(character, set);
    return set;
  }

  static #single(character: string, ignoreCase: boolean): CharacterSet {
    const source = /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
    const isCased = character.toLowerCase() !== character || character.toUpperCase() !== character;
    if (ignoreCase && isCased) return CharacterSet.#matched(source, 'iu', true);
    const own = character.codePointAt(0);
    return new CharacterSet(source, true, codePoint => codePoint === own);
  }

  /**
   * What stands between the brackets of a class of JavaScript.
   * @throws InvalidPattern when nothing may stand there like this
   */
  static listed(members: string, { flags, isPortable }: { flags: Flags; isPortable: boolean }): CharacterSet {
    return CharacterSet.#matched(`[${members}]`, flags, isPortable);
  }

  static #matched(source: string, flags: Flags, isPortable: boolean): CharacterSet {
    const one = oneOf(source, flags);
    return new CharacterSet(source, isPortable, codePoint => one.test(String.fromCodePoint(codePoint)));
  }

  get complement(): CharacterSet {
    const { source } = this;
    const isList = source.startsWith('[') && !source.startsWith('[^');
    return new CharacterSet(
      isList ? `[^${source.slice(1)}` : `(?:(?!${source})[^])`,
      this.isPortable,
      codePoint => !this.has(codePoint),
    );
  }

  union(other: CharacterSet): CharacterSet {
    return new CharacterSet(
      `(?:${this.source}|${other.source})`,
      this.isPortable && other.isPortable,
      codePoint => this.has(codePoint) || other.has(codePoint),
    );
  }

  without(other: CharacterSet): CharacterSet {
    return new CharacterSet(
      `(?:(?!${other.source})${this.source})`,
      this.isPortable && other.isPortable,
      codePoint => this.has(codePoint) && !other.has(codePoint),
    );
  }
}

function oneOf(source: string, flags: Flags): RegExp {
  try {
    return new RegExp(`^${source}$`, flags);
  } catch {
    throw new InvalidPattern();
  }
}
