/** An exact decimal number: `digits` × 10^-`scale`, with the smallest scale that holds it (XSD 1.1 Part 2 section 3.3.3). */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Fraction digits of a quotient, of at least eighteen digits in all (XSD 1.1 Part 2 section 5.4). */
const quotientDigits = 18;
const powers: bigint[] = [1n];
/** So few zeros are taken off one by one. */
const manyPlaces = 32;
/** A hexadecimal digit is worth so many decimal ones. */
const digitsOfNibble = Math.log10(16);

function power(exponent: number): bigint {
  for (let next = powers.length; next <= Math.min(exponent, 400); next += 1)
    powers.push(powers[next - 1]! * 10n);
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

/** The number with the smallest scale that holds it. Of many zeros at its end, half are taken off at a time. */
function normal(digits: bigint, scale: number): Decimal {
  let least = digits;
  let places = scale;
  for (let zeros = scale > manyPlaces ? Math.floor(scale / 2) : 1; zeros >= 1; zeros = Math.floor(zeros / 2))
    while (places >= zeros && least % power(zeros) === 0n) {
      least /= power(zeros);
      places -= zeros;
    }
  return { digits: least, scale: places };
}

/** Decimal digits of a whole number, or one or two more. */
export function digitsOf(value: bigint): number {
  return Math.ceil(value.toString(16).length * digitsOfNibble);
}

/** Reads the lexical form of a decimal or an integer, which the caller knows to be well-formed. */
export function parseDecimal(text: string): Decimal {
  const point = text.indexOf('.');
  const plain = text.startsWith('+') ? text.slice(1) : text;
  if (point < 0) return { digits: toBigInt(plain), scale: 0 };
  const [whole = '', fraction = ''] = plain.split('.');
  return normal(toBigInt(whole + fraction), fraction.length);
}

function toBigInt(text: string): bigint {
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
}

/** The exact value of a finite double. */
export function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = shortestForm(value).split('e');
  const { digits, scale } = parseDecimal(mantissa);
  const shift = scale - Number(exponent);
  return shift >= 0 ? normal(digits, shift) : { digits: digits * power(-shift), scale: 0 };
}

/** The shortest decimal that reads back as the same double, which both engines beside this one take a cast to mean. */
function shortestForm(value: number): string {
  return value.toString();
}

/** The canonical form of XSD 1.0, which the examples of SPARQL use: always with a point. */
export function decimalText(value: Decimal): string {
  return value.scale === 0 ? `${value.digits}.0` : fractionText(value);
}

/** The canonical form of XSD 1.1: with a point only where there is a fraction, as casts to strings give it. */
export function shortDecimalText(value: Decimal): string {
  return value.scale === 0 ? value.digits.toString() : fractionText(value);
}

function fractionText({ digits, scale }: Decimal): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** The nearest double. */
export function decimalToNumber(value: Decimal): number {
  return value.scale === 0 ? Number(value.digits) : Number(fractionText(value));
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return normal(a.digits * power(scale - a.scale) + b.digits * power(scale - b.scale), scale);
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, { digits: -b.digits, scale: b.scale });
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return normal(a.digits * b.digits, a.scale + b.scale);
}

/** @returns the quotient, cut off after its last digit; undefined for a division by zero */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const scale = quotientDigits + Math.max(0, b.digits.toString().length - b.scale - 1);
  const shift = scale + b.scale - a.scale;
  const dividend = shift >= 0 ? a.digits * power(shift) : a.digits;
  const divisor = shift >= 0 ? b.digits : b.digits * power(-shift);
  return normal(dividend / divisor, scale);
}

/** Digits, at most, that a sum or difference takes. */
export function digitsOfSum(a: Decimal, b: Decimal): number {
  const whole = Math.max(digitsOf(a.digits) - a.scale, digitsOf(b.digits) - b.scale, 0);
  return whole + 1 + Math.max(a.scale, b.scale);
}

/** Digits, at most, that a product takes. */
export function digitsOfProduct(a: Decimal, b: Decimal): number {
  return Math.max(digitsOf(a.digits) + digitsOf(b.digits), a.scale + b.scale);
}

/** Digits, at most, that a quotient takes, and the numbers that it is worked out of. */
export function digitsOfQuotient(a: Decimal, b: Decimal): number {
  const [dividend, divisor] = [digitsOf(a.digits), digitsOf(b.digits)];
  const scale = quotientDigits + Math.max(0, divisor - b.scale);
  const shift = scale + b.scale - a.scale;
  return Math.max(dividend + Math.max(0, shift), divisor + Math.max(0, -shift), scale);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = a.digits * power(scale - a.scale) - b.digits * power(scale - b.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest whole number that is not above `value`. */
export function floorDecimal({ digits, scale }: Decimal): bigint {
  const unit = power(scale);
  const whole = digits / unit;
  return digits < 0n && whole * unit !== digits ? whole - 1n : whole;
}

/** The nearest whole number; of two, the greater (XPath fn:round). */
export function roundDecimal(value: Decimal): bigint {
  return floorDecimal(addDecimals(value, { digits: 5n, scale: 1 }));
}
