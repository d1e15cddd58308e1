import { Problem } from '../errors.js';

/** Depth and width that parsed JSON may have (THREATS.md). */
export const maxJsonDepth = 400;
export const maxValues = 1_000_000;

const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/** What every object has by birth: a table kept in an object, as jsonld.js keeps its nodes, finds these unasked. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Walks parsed JSON before jsonld.js sees it. jsonld.js 9 writes to `Object.prototype` when a node's `@id` or a
 * term is `__proto__` (digitalbazaar/jsonld.js issue 584), so such names are refused as keys and as values of
 * keywords. In a text, "constructor" and "prototype" are words; `__proto__` is none.
 * @throws Problem `bad-request` that says what to take out.
 */
export function assertSafeJson(value: unknown, key = '', depth = 0): void {
  if (depth > maxJsonDepth)
    throw tooLarge(`JSON is nested deeper than ${maxJsonDepth} levels. Flatten it.`, maxJsonDepth);
  if (value === '__proto__') assertName(value);
  walk(value, key, poisonous, (child, name, size) => {
    if (size > maxValues)
      throw tooLarge(`An object or array has more than ${maxValues} entries. Split it.`, maxValues);
    assertSafeJson(child, name, depth + 1);
  });
}

/**
 * Walks expanded JSON-LD: `@vocab` and prefixes put names together that no key or value spelt out.
 * @throws Problem `bad-request` that says what to take out.
 */
export function assertSafeExpansion(value: unknown, key = ''): void {
  walk(value, key, inherited, assertSafeExpansion);
}

/** Refuses names among the value and its keys; hands on each child with the key that it stands under. */
function walk(
  value: unknown,
  key: string,
  refused: ReadonlySet<string>,
  visit: (child: unknown, key: string, size: number) => void,
): void {
  if (typeof value === 'string' && isIdentifierKey(key)) assertName(value, refused);
  if (typeof value !== 'object' || value === null) return;
  const inArray = Array.isArray(value);
  const entries = Object.entries(value);
  for (const [name, child] of entries) {
    if (!inArray) assertName(name, refused);
    visit(child, inArray ? key : name, entries.length);
  }
}

/** Keywords such as `@id`, `@type`, `@vocab`; the text of a literal stands under `@value`. */
function isIdentifierKey(key: string): boolean {
  return key.startsWith('@') && key !== '@value';
}

function assertName(name: string, refused: ReadonlySet<string> = poisonous): void {
  if (refused.has(name))
    throw new Problem('bad-request', `"${name}" may not be used as a key, identifier or term. Rename it.`);
}

function tooLarge(detail: string, limit: number): Problem {
  return new Problem('bad-request', detail, { limit });
}
