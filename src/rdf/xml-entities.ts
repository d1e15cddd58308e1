import { Problem } from '../errors.js';

/** Entities that a document may declare, and the characters that one of them may stand for. */
export const mostEntities = 500;
export const longestEntity = 10_000;

/** Characters that entities may add to a text, over four times its own. */
const spareExpansion = 1_000_000;

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** One thing that an internal subset says (XML 1.0 section 2.8, production intSubset): blanks, comments, instructions. */
const nothing = /\s+|<!--[^]*?-->|<\?[^]*?\?>/y;
const entity = /<!ENTITY\s+([^\s%&;"']+)\s+(?:"([^"]*)"|'([^']*)')\s*>/y;
/** Declarations that change no text: models of elements, notations, and attributes without a value of their own. */
const model = /<!(?:ELEMENT|NOTATION|ATTLIST)\s[^"'<>[\]]*>/y;

/**
 * Reads the internal entities that a document type declares. Nothing outside of the text is ever read: external entities
 * and DTDs, and parameter entities, are refused (CVE-2012-0037 and its kin).
 * @param doctype what stands between `<!DOCTYPE` and its `>`
 * @throws Problem `bad-request` for anything but internal entities, or for too many or too long ones
 */
export function readEntities(doctype: string): ReadonlyMap<string, string> {
  const [, subset] = /^\s*[^\s[]+\s*(?:\[([^]*)\]\s*)?$/.exec(doctype) ?? [doctype];
  if (/^\s*[^\s[]+\s+(?:SYSTEM|PUBLIC)\b/.test(doctype))
    throw refused('names an external DTD, which is never read');
  const declared = subset === undefined ? new Map<string, string>() : declaredIn(subset);
  const expansion = new Expansion(declared);
  return new Map([...declared.keys()].map(name => [name, expansion.of(name)]));
}

function declaredIn(subset: string): Map<string, string> {
  const declared = new Map<string, string>();
  for (let at = 0; at < subset.length;) {
    const found = [nothing, entity, model].map(pattern => matchAt(pattern, subset, at)).find(Boolean);
    if (!found)
      throw refused('declares what is not read: external or parameter entities, or values of attributes');
    const [all, name, double, single] = found;
    // The first declaration counts (XML 1.0 section 4.2).
    if (name !== undefined && !declared.has(name)) declared.set(name, withCharacters(double ?? single ?? ''));
    if (declared.size > mostEntities) throw refused(`declares more than ${mostEntities} entities`);
    at += all.length;
  }
  return declared;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Makes characters of their numbers. A declaration does so with its own, before anybody uses it (section 4.5). */
function withCharacters(text: string): string {
  return text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex: string | undefined, decimal: string) => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    if (code > 0x10ffff) throw refused('has the number of no character in an entity');
    return String.fromCodePoint(code);
  });
}

/** Expands entities that use others: each once, to a bounded length, whatever the nesting. */
class Expansion {
  readonly #known = new Map<string, string>();
  readonly #open = new Set<string>();

  constructor(private readonly declared: ReadonlyMap<string, string>) {}

  of(name: string): string {
    const known = this.#known.get(name) ?? predefined[name];
    if (known !== undefined) return known;
    const text = this.declared.get(name);
    if (text === undefined) throw refused(`uses the entity "${name}", which it does not declare`);
    if (text.includes('<')) throw refused(`has markup in the entity "${name}"`);
    if (this.#open.has(name)) throw refused(`has the entity "${name}" in itself`);
    this.#open.add(name);
    const expanded = this.#expand(withCharacters(text), name);
    this.#open.delete(name);
    this.#known.set(name, expanded);
    return expanded;
  }

  #expand(text: string, name: string): string {
    let expanded = '';
    for (const [index, piece] of text.split(/&([^\s&;#]+);/).entries()) {
      expanded += index % 2 === 0 ? piece : this.of(piece);
      if (expanded.length > longestEntity)
        throw refused(`has an entity of more than ${longestEntity} characters ("${name}")`);
    }
    return expanded;
  }
}

/**
 * The entities as a table for the XML parser, which counts what they add to a text of that length.
 * @throws Problem `bad-request`, when one is looked up, once they have added too much
 */
export function entityTable(entities: ReadonlyMap<string, string>, length: number): Record<string, string> {
  const table = Object.assign(Object.create(null) as Record<string, string>, predefined);
  let left = 4 * length + spareExpansion;
  for (const [name, text] of entities)
    Object.defineProperty(table, name, {
      get() {
        left -= text.length;
        if (left < 0) throw refused('makes too much text out of entities');
        return text;
      },
    });
  return table;
}

function refused(what: string): Problem {
  return new Problem('bad-request', `The document type (<!DOCTYPE …>) ${what}. Write entities out.`);
}
