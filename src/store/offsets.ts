import { sharedColumn } from './columns.js';

/** By id, where its entries begin among keys once these are sorted; with one more for the end. */
export function offsetsOf(keys: Uint32Array, idCount: number): Uint32Array {
  const offsets = sharedColumn(idCount + 1);
  for (let at = 0; at < keys.length; at += 1) offsets[keys[at]! + 1]! += 1;
  for (let id = 1; id <= idCount; id += 1) offsets[id]! += offsets[id - 1]!;
  return offsets;
}

/** Keys that go from a sorted column and keys that come, each ascending. */
export interface KeyChanges {
  readonly removed: Uint32Array;
  readonly inserted: Uint32Array;
}

/** The offsets after keys went and came, for ids below `idCount`, of which some may be new. */
export function shiftedOffsets(
  offsets: Uint32Array,
  { removed, inserted }: KeyChanges,
  idCount: number,
): Uint32Array {
  const shifted = sharedColumn(idCount + 1);
  const known = Math.min(offsets.length, shifted.length);
  shifted.set(offsets.subarray(0, known));
  shifted.fill(offsets[offsets.length - 1]!, known);
  let [gone, come, from] = [0, 0, 0];
  while (gone < removed.length || come < inserted.length) {
    // What stands behind the next key moves by what went and came before that key.
    const key = Math.min(removed[gone] ?? Infinity, inserted[come] ?? Infinity);
    add(shifted, from, key + 1, come - gone);
    while (removed[gone] === key) gone += 1;
    while (inserted[come] === key) come += 1;
    from = key + 1;
  }
  add(shifted, from, shifted.length, come - gone);
  return shifted;
}

function add(column: Uint32Array, from: number, to: number, difference: number): void {
  if (difference !== 0) for (let at = from; at < to; at += 1) column[at]! += difference;
}
