import { sharedColumn } from './columns.js';

/** Where a sorted order loses entries and gains others: places of the old order, ascending. */
export interface Splice {
  readonly removed: Uint32Array;
  /** Each entry comes before the old one at this place; of several with one place, in their order. */
  readonly inserted: Uint32Array;
}

/** Stretches shorter than this are copied one by one: a call costs more. */
const shortStretch = 16;

/** A column of an order after the splice. What stays is copied stretch by stretch. */
export function spliceColumn(
  column: Uint32Array,
  { removed, inserted }: Splice,
  values: Uint32Array,
): Uint32Array {
  const spliced = sharedColumn(column.length - removed.length + inserted.length);
  let [from, to, gone, come] = [0, 0, 0, 0];
  const copyUntil = (place: number) => {
    if (place - from < shortStretch) while (from < place) spliced[to++] = column[from++]!;
    else {
      spliced.set(column.subarray(from, place), to);
      to += place - from;
      from = place;
    }
  };
  while (gone < removed.length || come < inserted.length) {
    const insertion = inserted[come] ?? Infinity;
    const removal = removed[gone] ?? Infinity;
    copyUntil(Math.min(insertion, removal));
    if (insertion <= removal) {
      spliced[to++] = values[come++]!;
    } else {
      from += 1;
      gone += 1;
    }
  }
  copyUntil(column.length);
  return spliced;
}

/** The places that the insertions come to. */
export function insertedPlaces({ removed, inserted }: Splice): Uint32Array {
  let gone = 0;
  return inserted.map((place, come) => {
    while (gone < removed.length && removed[gone]! < place) gone += 1;
    return place - gone + come;
  });
}

/** By old place, the new one; that of a removed entry is of no use. */
export function movedPlaces({ removed, inserted }: Splice, length: number): Uint32Array {
  const moved = new Uint32Array(length);
  let [gone, come] = [0, 0];
  for (let place = 0; place < length;) {
    while (inserted[come]! <= place) come += 1;
    const nextInsertion = inserted[come] ?? length;
    const nextRemoval = (removed[gone] ?? length) + 1;
    const end = Math.min(nextInsertion, nextRemoval, length);
    for (const difference = come - gone; place < end; place += 1) moved[place] = place + difference;
    if (place === nextRemoval) gone += 1;
  }
  return moved;
}
