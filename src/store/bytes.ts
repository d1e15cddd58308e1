/**
 * FNV-1a over bytes, begun with a seed (draft-eastlake-fnv section 2), with a last stir so that the low bits depend
 * on all of it.
 * @returns a signed 32-bit integer
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
