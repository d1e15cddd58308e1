import { ascending, sortBy } from './sort-columns.js';

/** Quads as four columns of ids. */
export interface QuadColumns {
  readonly s: Uint32Array;
  readonly p: Uint32Array;
  readonly o: Uint32Array;
  readonly g: Uint32Array;
}

/** The order of quads by subject, predicate, object and graph; equal ones stay in the order they came in. */
export function orderOf({ s, p, o, g }: QuadColumns, idCount: number): Uint32Array {
  return [g, o, p, s].reduce((order, keys) => sortBy(order, keys, idCount), ascending(s.length));
}

/** Whether two quads are one triple, perhaps in two graphs. */
export function sameTriple({ s, p, o }: QuadColumns, a: number, b: number): boolean {
  return s[a] === s[b] && p[a] === p[b] && o[a] === o[b];
}

/** The quads at the places given. */
export function quadsAt({ s, p, o, g }: QuadColumns, places: Uint32Array): QuadColumns {
  const at = (column: Uint32Array) => {
    const picked = new Uint32Array(places.length);
    for (let i = 0; i < places.length; i += 1) picked[i] = column[places[i]!]!;
    return picked;
  };
  return { s: at(s), p: at(p), o: at(o), g: at(g) };
}

/** Each quad once, by subject, predicate, object and graph. */
export function sortedQuads(quads: QuadColumns, idCount: number): QuadColumns {
  const order = orderOf(quads, idCount);
  let kept = 0;
  for (let at = 0; at < order.length; at += 1) {
    const quad = order[at]!;
    const last = order[kept - 1];
    if (last !== undefined && quads.g[quad] === quads.g[last] && sameTriple(quads, quad, last)) continue;
    order[kept] = quad;
    kept += 1;
  }
  return quadsAt(quads, order.subarray(0, kept));
}

/** Where each triple of sorted quads begins, and at the end their number. */
export function tripleStarts(quads: QuadColumns): Uint32Array {
  const { length } = quads.s;
  const starts = new Uint32Array(length + 1);
  let found = 0;
  for (let at = 0; at < length; at += 1) {
    if (at > 0 && sameTriple(quads, at, at - 1)) continue;
    starts[found] = at;
    found += 1;
  }
  starts[found] = length;
  return starts.subarray(0, found + 1);
}
