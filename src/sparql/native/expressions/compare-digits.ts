/** A decimal number as it is written: the signum, and digits without zeros before and after them. */
interface Written {
  readonly sign: -1 | 0 | 1;
  readonly whole: string;
  readonly fraction: string;
}

/**
 * Compares the lexical forms of integers and decimals digit by digit: in time in proportion to their length, where numbers
 * would be made in the square of it.
 * @returns negative, zero or positive as the first is less than, equal to or greater than the second
 */
export function compareDigits(a: string, b: string): number {
  const [left, right] = [writtenOf(a), writtenOf(b)];
  if (left.sign !== right.sign) return left.sign - right.sign;
  const order =
    left.whole.length - right.whole.length ||
    compareTexts(left.whole, right.whole) ||
    compareTexts(left.fraction, right.fraction);
  return left.sign < 0 ? 0 - order : order;
}

function writtenOf(text: string): Written {
  const point = text.indexOf('.');
  const whole = text.slice(0, point < 0 ? text.length : point).replace(/^[+-]?0*/, '');
  const fraction = point < 0 ? '' : withoutZeros(text.slice(point + 1));
  const isZero = whole === '' && fraction === '';
  return { sign: isZero ? 0 : text.startsWith('-') ? -1 : 1, whole, fraction };
}

/** Without zeros at the end. */
function withoutZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
