import { Problem } from '../errors.js';

/** Depth and width that parsed JSON may have (THREATS.md). */
export const maxJsonDepth = 400;
const maxValues = 1_000_000;

const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Walks parsed JSON before jsonld.js sees it. jsonld.js 9 writes to `Object.prototype` when a term is `__proto__`
 * (digitalbazaar/jsonld.js issue 584), so such names are refused as keys and as values of keywords. In a text, "constructor"
 * and "prototype" are words; `__proto__` is none.
 * @throws Problem `bad-request` that says what to take out.
 */
export function assertSafeJson(value: unknown, key = '', depth = 0): void {
  if (depth > maxJsonDepth)
    throw tooLarge(`JSON is nested deeper than ${maxJsonDepth} levels. Flatten it.`, maxJsonDepth);
  if (typeof value === 'string') assertText(value, key);
  if (typeof value !== 'object' || value === null) return;
  const inArray = Array.isArray(value);
  const entries = Object.entries(value);
  if (entries.length > maxValues)
    throw tooLarge(`An object or array has more than ${maxValues} entries. Split it.`, maxValues);
  for (const [name, child] of entries) {
    if (!inArray) assertName(name);
    assertSafeJson(child, inArray ? key : name, depth + 1);
  }
}

/** Keywords such as `@id`, `@type`, `@vocab`; the text of a literal stands under `@value`. */
function isIdentifierKey(key: string): boolean {
  return key.startsWith('@') && key !== '@value';
}

function assertText(text: string, key: string): void {
  if (text === '__proto__' || isIdentifierKey(key)) assertName(text);
}

function assertName(name: string): void {
  if (poisonous.has(name))
    throw new Problem('bad-request', `"${name}" may not be used as a key, identifier or term. Rename it.`);
}

function tooLarge(detail: string, limit: number): Problem {
  return new Problem('bad-request', detail, { limit });
}
