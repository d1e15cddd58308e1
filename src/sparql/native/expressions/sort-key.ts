import { firstTermId, type TermId } from '../../../store/dictionary.js';
import type { QueryTerms } from '../query-terms.js';
import { isPeriodKind } from './date-time.js';
import { isDurationKind } from './duration.js';
import { hasText, numberOf, TermOrder } from './order.js';

const prefixBytes = 6;
const room = 2 ** 48;
const double = new Float64Array(1);
const texts = new Set(['iri', 'blank', 'string', 'lang']);
const numbers = new Set(['integer', 'decimal', 'float', 'double', 'boolean']);
const words = new Uint32Array(double.buffer);

/**
 * Makes numbers that sort as terms do: where two keys differ, `compareTerms` agrees with them; where they are equal, it
 * decides. A key is the kind of the term, then six bytes of its text, its number or its instant: 52 bits, which a double
 * holds exactly.
 */
export function sortKeys(terms: QueryTerms): (id: TermId) => number {
  const order = new TermOrder(terms);
  return id => (id < firstTermId ? 0 : order.rank(id) * room + detail(terms, order, id));
}

/** The same for `compareTexts`. */
export function textKeys(terms: QueryTerms): (id: TermId) => number {
  return id => (hasText(terms, id) ? 1 + textBits(terms, id) : 0);
}

function detail(terms: QueryTerms, order: TermOrder, id: TermId): number {
  const space = terms.space(id);
  if (isPeriodKind(space) || space === 'time') return numberBits(order.epoch(id));
  if (isDurationKind(space)) return numberBits(order.length(id));
  if (texts.has(space)) return textBits(terms, id);
  return numbers.has(space) ? numberBits(numberOf(terms, id)) : 0;
}

/** The first 48 bits of a double, turned so that they grow with it; NaN, and what is ill-formed, above all. */
function numberBits(number: number): number {
  if (Number.isNaN(number)) return room - 1;
  double[0] = number;
  const [low, high] = [words[0]! >>> 16, words[1]!];
  const bits = high * 65_536 + low;
  // Negative doubles have their sign bit set, and grow downwards.
  return high >= 0x80000000 ? room - 1 - bits : bits + room / 2;
}

function textBits(terms: QueryTerms, id: TermId): number {
  const bytes = terms.bytesOf(id);
  const start = terms.start(id);
  const end = Math.min(terms.end(id), start + prefixBytes);
  let bits = 0;
  for (let at = start; at < end; at += 1) bits = bits * 256 + bytes[at]!;
  return bits * 256 ** (prefixBytes - (end - start));
}
