import type { Memory } from './memory.js';

type Column = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** A longer copy of a column, with zeros at its end. The memory holds both while the one is copied into the other. */
export function grown<Type extends Column>(column: Type, length: number, memory: Memory): Type {
  memory.take(length * column.BYTES_PER_ELEMENT);
  const longer = new (column.constructor as new (length: number) => Type)(length);
  longer.set(column);
  memory.release(column.byteLength);
  return longer;
}

/** The column, or a longer copy of it that has a place for `index`. */
export function withRoom<Type extends Column>(column: Type, index: number, memory: Memory): Type {
  return index < column.length ? column : grown(column, Math.max(64, index + 1, column.length * 2), memory);
}
