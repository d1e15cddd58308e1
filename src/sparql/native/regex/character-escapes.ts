import { CharacterSet } from './character-set.js';
import type { PatternReader } from './pattern-reader.js';
import { InvalidPattern, refusedPattern } from './refusals.js';

/** Name characters (XML 1.0, productions NameStartChar and NameChar), for `\i` and `\c`. */
const nameStart =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const nameRest = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`;

/** What an escape for many characters stands for, as members of a class of JavaScript. */
interface Escape {
  readonly members: string;
  /** All other characters, where they can be listed. */
  readonly others?: string;
  /** Whether it has all characters, or none, that differ by case only, so that ignoring case adds none. */
  readonly isClosed: boolean;
}

/** XSD 1.1 Part 2 section G.4.2.5. `\w` is all but punctuation, separators and others. */
const multi: Readonly<Record<string, Escape>> = {
  s: {
    members: ' \\t\\n\\r',
    others: '\\u{0}-\\u{8}\\u{B}\\u{C}\\u{E}-\\u{1F}\\u{21}-\\u{10FFFF}',
    isClosed: true,
  },
  d: { members: '\\p{Nd}', others: '\\P{Nd}', isClosed: true },
  w: { members: '\\p{L}\\p{M}\\p{N}\\p{S}', others: '\\p{P}\\p{Z}\\p{C}', isClosed: true },
  i: { members: nameStart, isClosed: false },
  c: { members: nameRest, isClosed: false },
};

const category = /\{([LMNPZSC][a-z]?)\}/y;
const block = /\{Is[A-Za-z0-9-]+\}/y;

/** Escapes of one character (section G.4.2.1), and `\$`, which XPath adds. */
const single = 'nrt\\|.?*+(){}-[]^$';

/** The character that an escape stands for, as it is written in JavaScript inside a class; undefined if it is none. */
export function singleEscape(name: string): string | undefined {
  return single.includes(name) ? `\\${name}` : undefined;
}

/** The same escape outside of a class. */
export function escapedCharacter(name: string, ignoreCase: boolean): CharacterSet | undefined {
  if (!single.includes(name)) return undefined;
  const at = 'nrt'.indexOf(name);
  return CharacterSet.of(at < 0 ? name : '\n\r\t'.charAt(at), ignoreCase);
}

/** A set, and how it is written between the brackets of a class of JavaScript, where it can be. */
export interface EscapedSet {
  readonly set: CharacterSet;
  readonly list: string | undefined;
}

/**
 * The set of an escape for many characters, whose name was taken: the rest of `\p{Lu}` is read. Ignoring case adds nothing
 * to it (XPath Functions 3.1 section 5.6.1.1).
 * @throws InvalidPattern; Problem for a block
 */
export function multiEscape(name: string, reader: PatternReader, ignoreCase: boolean): EscapedSet {
  const lower = name.toLowerCase();
  const escape = lower === 'p' ? categoryEscape(reader) : multi[lower];
  if (!escape) throw new InvalidPattern();
  const isNegated = name !== lower;
  const list = isNegated ? escape.others : escape.members;
  const isPortable = escape.isClosed || !ignoreCase;
  const set =
    list === undefined
      ? CharacterSet.listed(escape.members, { flags: 'u', isPortable }).complement
      : CharacterSet.listed(list, { flags: 'u', isPortable });
  return { set, list: isPortable ? list : undefined };
}

function categoryEscape(reader: PatternReader): Escape {
  const named = reader.match(block);
  if (named) throw refusedPattern(reader.text, 'block', `\\p${named[0]}`);
  const [, general] = reader.match(category) ?? [];
  if (general === undefined) throw new InvalidPattern();
  return {
    members: `\\p{${general}}`,
    others: `\\P{${general}}`,
    // The iota below (U+0345) is a mark, and a small iota for one who ignores case.
    isClosed: !/^[LM]/.test(general),
  };
}
