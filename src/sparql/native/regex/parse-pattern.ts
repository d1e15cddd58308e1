import { readClass } from './character-class.js';
import { escapedCharacter, multiEscape } from './character-escapes.js';
import { CharacterSet } from './character-set.js';
import { PatternReader } from './pattern-reader.js';
import { InvalidPattern, maxDepth, refusedPattern } from './refusals.js';
import {
  anchored,
  character,
  choice,
  group,
  repetition,
  sequence,
  type GroupRange,
  type ParsedPattern,
  type Pattern,
} from './syntax.js';

/** The flags of XPath Functions 3.1 section 5.6.1.1 that say how what is written matches. */
export interface PatternFlags {
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly ignoreCase: boolean;
}

const anyCharacter = CharacterSet.listed('^', { flags: 'u', isPortable: true });
const anyButLineEnds = CharacterSet.listed('^\\n\\r', { flags: 'u', isPortable: true });

/** Most different classes of characters in a pattern. */
const maxClasses = 200;

const once: readonly [number, number] = [1, 1];
const quantities: Readonly<Record<string, readonly [number, number]>> = {
  '?': [0, 1],
  '*': [0, Infinity],
  '+': [1, Infinity],
};
const numbered = /\{(\d+)(?:(,)(\d*))?\}/y;

/**
 * Reads a regular expression of XPath (XPath Functions 3.1 section 5.6.1, XSD 1.1 Part 2 appendix G).
 * @throws InvalidPattern for a text that is none; Problem for references to groups, blocks of characters, and too many
 * groups inside one another
 */
export function parsePattern(pattern: string, flags: PatternFlags): ParsedPattern {
  const parser = new PatternParser(pattern, flags);
  const root = parser.choice(maxDepth);
  if (!parser.isAtEnd) throw new InvalidPattern();
  return { root, groups: parser.groups };
}

/** A text that stands for itself, whatever characters it has. */
export function quotedPattern(text: string, ignoreCase: boolean): ParsedPattern {
  return { root: sequence([...text].map(one => character(CharacterSet.of(one, ignoreCase)))), groups: 0 };
}

class PatternParser {
  groups = 0;
  /** Groups whose end was read, to which a reference may stand. */
  readonly #closed = new Set<number>();
  readonly #classes = new Set<string>();
  readonly #reader: PatternReader;
  readonly #dot: CharacterSet;

  constructor(
    pattern: string,
    private readonly flags: PatternFlags,
  ) {
    this.#reader = new PatternReader(pattern);
    this.#dot = flags.dotAll ? anyCharacter : anyButLineEnds;
  }

  get isAtEnd(): boolean {
    return this.#reader.isAtEnd;
  }

  /** @param depth how deep groups may stand in one another from here */
  choice(depth: number): Pattern {
    const branches = [this.#sequence(depth)];
    while (this.#reader.takes('|')) branches.push(this.#sequence(depth));
    return choice(branches);
  }

  #sequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    while (!this.isAtEnd && this.#reader.next !== '|' && this.#reader.next !== ')')
      parts.push(this.#piece(depth));
    return sequence(parts);
  }

  #piece(depth: number): Pattern {
    const first = this.groups + 1;
    const body = this.#atom(depth);
    return this.#repeated(body, [first, this.groups + 1]);
  }

  #repeated(body: Pattern, groups: GroupRange): Pattern {
    const quantity = this.#quantity();
    if (quantity === once) return body;
    const [least, most] = quantity;
    if (least > most) throw new InvalidPattern();
    return repetition({ body, least, most, lazy: this.#reader.takes('?'), groups });
  }

  #quantity(): readonly [least: number, most: number] {
    const known = quantities[this.#reader.next ?? ''];
    if (known) {
      this.#reader.take();
      return known;
    }
    const match = this.#reader.match(numbered);
    if (!match) return once;
    const [, least, comma, most] = match;
    return [Number(least), Number(comma === undefined ? least : most || Infinity)];
  }

  #atom(depth: number): Pattern {
    const taken = this.#reader.take();
    switch (taken) {
      case '(':
        return this.#group(depth);
      case '[':
        return this.#class(readClass(this.#reader, this.flags.ignoreCase, depth));
      case '\\':
        return this.#escape(this.#reader.take());
      case '.':
        return character(this.#dot);
      case '^':
        return anchored(this.flags.multiline ? 'line start' : 'start');
      case '$':
        return anchored(this.flags.multiline ? 'line end' : 'end');
      default:
        if ('?*+{}]'.includes(taken)) throw new InvalidPattern();
        return character(CharacterSet.of(taken, this.flags.ignoreCase));
    }
  }

  #group(depth: number): Pattern {
    if (depth === 0) throw refusedPattern(this.#reader.text, 'deep');
    if (this.#reader.takes('?:')) return this.#closedBy(this.choice(depth - 1));
    if (this.#reader.match(/\?<?[=!]/y)) throw new InvalidPattern('It looks ahead or behind.');
    const number = (this.groups += 1);
    const body = this.#closedBy(this.choice(depth - 1));
    this.#closed.add(number);
    return group(number, body);
  }

  #closedBy(body: Pattern): Pattern {
    if (!this.#reader.takes(')')) throw new InvalidPattern();
    return body;
  }

  #escape(name: string): Pattern {
    if (/[1-9]/.test(name) && this.#closed.has(Number(name)))
      throw refusedPattern(this.#reader.text, 'back', `\\${name}`);
    const { ignoreCase } = this.flags;
    const one = escapedCharacter(name, ignoreCase);
    return one ? character(one) : this.#class(multiEscape(name, this.#reader, ignoreCase).set);
  }

  /** Each class is asked for each character of a text that was not met before. */
  #class(set: CharacterSet): Pattern {
    this.#classes.add(set.key);
    if (this.#classes.size > maxClasses) throw refusedPattern(this.#reader.text, 'large');
    return character(set);
  }
}
