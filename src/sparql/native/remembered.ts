import type { TermId } from '../../store/dictionary.js';
import { Kept } from './kept.js';
import type { Memory } from './memory.js';

/** Terms kept at hand: most answers repeat some of them often. */
const mostRemembered = 100_000;

/**
 * The same function of a term's id, which makes what it gives once for each term, as long as there is memory to keep it.
 * @param weigh bytes that it takes
 */
export function remembered<Made>(
  make: (id: TermId) => Made,
  weigh: (made: Made) => number,
  memory: Memory,
): (id: TermId) => Made {
  const made = new Kept<Made>(memory, weigh);
  return id => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const one = make(id);
    if (made.size < mostRemembered) made.set(id, one);
    return one;
  };
}
