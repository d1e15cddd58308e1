/** A text of `a` and `b` without any order in it, and always the same one (a linear congruential generator). */
export function mixedText(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return 'ab'[seed >>> 30]!;
  }).join('');
}
