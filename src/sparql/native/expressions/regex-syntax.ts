import { Unsupported } from '../unsupported.js';

/** Name characters (XML 1.0, productions NameStartChar and NameChar), for `\i` and `\c`. */
const nameStart =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const nameRest = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`;

/** Classes of several characters (XSD 1.1 Part 2 section G.4.2.5), as what stands between the brackets of a JS class. */
const multi: Readonly<Record<string, string>> = {
  s: ' \\t\\n\\r',
  d: '\\p{Nd}',
  i: nameStart,
  c: nameRest,
};

/** XSD's `\w` is all but punctuation, separators and others; so its complement is a list. */
const notWord = '\\p{P}\\p{Z}\\p{C}';
const plainEscapes = 'nrt\\|.?*+(){}-[]^$';
const multiline = { start: '(?:^|(?<=\\n)(?!$))', end: '(?=\\n|$)' };

/** The flags of XPath Functions 3.1 section 5.6.1.1. */
export interface RegexFlags {
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly ignoreCase: boolean;
}

/**
 * Writes an XPath regular expression (XPath Functions 3.1 section 5.6.1) as one of JavaScript with the flag `u`, which
 * matches the same texts.
 * @throws Unsupported for what JavaScript reads in another way, or that is no XPath syntax at all
 */
export class RegexTranslation {
  #at = 0;
  #groups = 0;

  constructor(
    private readonly pattern: string,
    private readonly flags: RegexFlags,
  ) {}

  run(): string {
    let source = '';
    while (this.#at < this.pattern.length) source += this.#piece();
    return source;
  }

  #take(): string {
    const character = String.fromCodePoint(this.pattern.codePointAt(this.#at)!);
    this.#at += character.length;
    return character;
  }

  #piece(): string {
    const character = this.#take();
    switch (character) {
      case '\\':
        return this.#escape();
      case '[':
        return this.#class();
      case '(':
        return this.#group();
      case '{':
        return this.#quantity();
      case '}':
      case ']':
        throw unsupported(this.pattern);
      default:
        return this.#single(character);
    }
  }

  #single(character: string): string {
    if (character === '.') return this.flags.dotAll ? '[^]' : '[^\\n\\r]';
    if (character === '^' && this.flags.multiline) return multiline.start;
    if (character === '$' && this.flags.multiline) return multiline.end;
    return character === '/' ? '\\/' : character;
  }

  #group(): string {
    if (this.pattern.startsWith('?:', this.#at)) {
      this.#at += 2;
      return '(?:';
    }
    if (this.pattern[this.#at] === '?') throw unsupported(this.pattern);
    this.#groups += 1;
    return '(';
  }

  #quantity(): string {
    const match = /^\d+(?:,\d*)?\}/.exec(this.pattern.slice(this.#at));
    if (!match) throw unsupported(this.pattern);
    this.#at += match[0].length;
    return `{${match[0]}`;
  }

  #escape(): string {
    if (this.#at >= this.pattern.length) throw unsupported(this.pattern);
    const name = this.#take();
    if (plainEscapes.includes(name)) return name === '-' ? '-' : `\\${name}`;
    if (/[1-9]/.test(name)) return this.#backReference(name);
    if (name === 'w') return `[^${notWord}]`;
    if (name === 'W') return `[${notWord}]`;
    const members = this.#members(name);
    return /[A-Z]/.test(name) && name !== 'P' ? `[^${members}]` : `[${members}]`;
  }

  #backReference(digit: string): string {
    if (/\d/.test(this.pattern[this.#at] ?? '') || Number(digit) > this.#groups)
      throw unsupported(this.pattern);
    return `\\${digit}`;
  }

  /** What an escape for several characters stands for, as members of a class, without negation by its capital. */
  #members(name: string): string {
    if (name === 'p' || name === 'P') return this.#category(name);
    const members = multi[name.toLowerCase()];
    if (members === undefined) throw unsupported(this.pattern);
    return members;
  }

  #category(name: string): string {
    const match = /^\{([LMNPZSC][a-z]?)\}/.exec(this.pattern.slice(this.#at));
    // Of letters by case, those of the other case match too in JavaScript when case is ignored.
    if (!match || (this.flags.ignoreCase && /^L[ult]$/.test(match[1]!))) throw unsupported(this.pattern);
    this.#at += match[0].length;
    return `\\${name}{${match[1]}}`;
  }

  /** A class, with what is taken from it, if any, looked at first. */
  #class(): string {
    const isNegated = this.pattern[this.#at] === '^';
    if (isNegated) this.#at += 1;
    let members = '';
    for (let first = true; ; first = false) {
      if (this.#at >= this.pattern.length) throw unsupported(this.pattern);
      const character = this.#take();
      if (character === ']' && !first) return `[${isNegated ? '^' : ''}${members}]`;
      if (character === '-' && this.pattern[this.#at] === '[' && !first) {
        this.#at += 1;
        const taken = this.#class();
        if (this.#take() !== ']') throw unsupported(this.pattern);
        return `(?:(?!${taken})[${isNegated ? '^' : ''}${members}])`;
      }
      members += this.#member(character);
    }
  }

  #member(character: string): string {
    if (character === '[' || character === ']') throw unsupported(this.pattern);
    if (character !== '\\') return character === '^' ? '\\^' : character;
    if (this.#at >= this.pattern.length) throw unsupported(this.pattern);
    const name = this.#take();
    if (plainEscapes.includes(name)) return `\\${name}`;
    // Complements inside a class have no members to list.
    if (name === 'W') return notWord;
    if (/[A-Z]/.test(name) && name !== 'P') return this.#negatedMember(name);
    return name === 'w' ? this.#word() : this.#members(name);
  }

  #negatedMember(name: string): string {
    if (name === 'S') return '\\u{0}-\\u{8}\\u{B}\\u{C}\\u{E}-\\u{1F}\\u{21}-\\u{10FFFF}';
    if (name === 'D') return '\\P{Nd}';
    throw unsupported(this.pattern);
  }

  /** Letters, marks, numbers and symbols are all that is left. */
  #word(): string {
    return '\\p{L}\\p{M}\\p{N}\\p{S}';
  }
}

function unsupported(pattern: string): Unsupported {
  return new Unsupported(`The regular expression ${JSON.stringify(pattern)}`);
}
