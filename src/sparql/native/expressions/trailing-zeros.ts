/** Digits without the zeros at their end. A pattern such as `0+$` would look from each zero to the end of its row. */
export function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits.endsWith('0', end) && end > 0) end -= 1;
  return digits.slice(0, end);
}
