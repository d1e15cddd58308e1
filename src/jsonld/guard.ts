import { Problem } from '../errors.js';

/** Depth and width that parsed JSON may have (security.md section 5). */
export const maxJsonDepth = 30;
const maxValues = 10_000;

const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Walks parsed JSON before jsonld.js sees it. jsonld.js 9 writes to `Object.prototype` when a node's `@id` or a
 * term is `__proto__` (digitalbazaar/jsonld.js issue 584), so such names are refused wherever they stand.
 * @throws Problem `bad-request` that says what to take out.
 */
export function assertSafeJson(value: unknown, depth = 0): void {
  if (depth > maxJsonDepth)
    throw new Problem('bad-request', `JSON is nested deeper than ${maxJsonDepth} levels. Flatten it.`, {
      limit: maxJsonDepth,
    });
  if (typeof value === 'string') assertName(value);
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if (entries.length > maxValues)
    throw new Problem('bad-request', `An object or array has more than ${maxValues} entries. Split it.`, {
      limit: maxValues,
    });
  for (const [name, child] of entries) {
    assertName(name);
    assertSafeJson(child, depth + 1);
  }
}

function assertName(name: string): void {
  if (poisonous.has(name))
    throw new Problem(
      'bad-request',
      `"${name}" may not be used as a key, identifier, term or value. Rename it.`,
    );
}
