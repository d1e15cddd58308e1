import { sharedColumn } from './columns.js';

/** Below one entry for so many possible keys, comparing is faster than counting. */
const keysPerEntry = 16;

/**
 * A stable sort: `order` sorted by the key that each of its entries has in `keys`. To sort by several keys, sort by the
 * least of them first (a radix sort, Knuth, The Art of Computer Programming volume 3, section 5.2.5).
 * @param keyCount keys are below this
 */
export function sortBy(order: Uint32Array, keys: Uint32Array, keyCount: number): Uint32Array {
  return order.length * keysPerEntry < keyCount
    ? order.slice().sort((a, b) => keys[a]! - keys[b]!)
    : countingSort(order, keys, keyCount);
}

function countingSort(order: Uint32Array, keys: Uint32Array, keyCount: number): Uint32Array {
  const places = new Uint32Array(keyCount + 1);
  for (let at = 0; at < order.length; at += 1) places[keys[order[at]!]! + 1]! += 1;
  for (let key = 1; key <= keyCount; key += 1) places[key]! += places[key - 1]!;
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const entry = order[at]!;
    sorted[places[keys[entry]!]!++] = entry;
  }
  return sorted;
}

/** 0, 1, 2 … below `length`. */
export function ascending(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) order[at] = at;
  return order;
}

/** The entries of a column at the places given, one after the other, in shared memory. */
export function gather(column: Uint32Array, places: Uint32Array): Uint32Array {
  const gathered = sharedColumn(places.length);
  for (let at = 0; at < places.length; at += 1) gathered[at] = column[places[at]!]!;
  return gathered;
}
