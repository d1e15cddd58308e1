import type { TermId } from '../../store/dictionary.js';

/** Terms kept at hand: most answers repeat some of them often. */
const mostRemembered = 100_000;

/** The same function of a term's id, which makes what it gives once for each term. */
export function remembered<Made>(make: (id: TermId) => Made): (id: TermId) => Made {
  const made = new Map<TermId, Made>();
  return id => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const one = make(id);
    if (made.size < mostRemembered) made.set(id, one);
    return one;
  };
}
