import { withoutTrailingZeros } from './trailing-zeros.js';

/** The canonical form of a double (XSD 1.1 Part 2 section 3.3.5): one digit before the point, at least one after it. */
export function doubleText(value: number): string {
  return special(value) ?? scientific(value.toExponential());
}

/** The canonical form of a float: the fewest digits that read back as the same float. */
export function floatText(value: number): string {
  const named = special(value);
  if (named !== undefined) return named;
  for (let digits = 0; digits < 9; digits += 1) {
    const text = value.toExponential(digits);
    if (Math.fround(Number(text)) === value) return scientific(text);
  }
  return scientific(value.toExponential());
}

/** The form that a cast to a string gives: decimal notation from 0.000001 to 1000000 (XPath Functions 3.1 section 19.1.2.2). */
export function numberAsString(value: number, canonical: (value: number) => string): string {
  const size = Math.abs(value);
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  if (!(size >= 1e-6 && size < 1e6)) return canonical(value);
  const [mantissa, exponent] = canonical(value).split('E') as [string, string];
  return shift(mantissa, Number(exponent));
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  return Object.is(value, -0) ? '-0.0E0' : undefined;
}

function scientific(exponential: string): string {
  const [mantissa = '', exponent = '0'] = exponential.split('e');
  return `${trimmed(mantissa)}E${Number(exponent)}`;
}

function trimmed(mantissa: string): string {
  if (!mantissa.includes('.')) return `${mantissa}.0`;
  const short = withoutTrailingZeros(mantissa);
  return short.endsWith('.') ? `${short}0` : short;
}

function shift(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = `${'0'.repeat(Math.max(0, -exponent))}${whole}${fraction}`.padEnd(exponent + 1, '0');
  const point = Math.max(exponent, 0) + 1;
  const rest = withoutTrailingZeros(digits.slice(point));
  return sign + digits.slice(0, point) + (rest === '' ? '' : `.${rest}`);
}
