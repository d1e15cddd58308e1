import {
  addDecimals,
  digitsOfProduct,
  digitsOfQuotient,
  digitsOfSum,
  divideDecimals,
  floorDecimal,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
  type Decimal,
} from './decimal.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** An operation on two numbers, of doubles and of exact numbers (XPath Functions 3.1 section 4.2). */
export interface Operation {
  readonly doubles: (a: number, b: number) => number;
  readonly decimals: (a: Decimal, b: Decimal) => Decimal | undefined;
  /** Digits, at most, of the numbers that `decimals` makes. */
  readonly digits: (a: Decimal, b: Decimal) => number;
  /** Whether integers yield an integer. */
  readonly keepsIntegers: boolean;
}

export const operations: Readonly<Record<'+' | '-' | '*' | '/', Operation>> = {
  '+': { doubles: (a, b) => a + b, decimals: addDecimals, digits: digitsOfSum, keepsIntegers: true },
  '-': { doubles: (a, b) => a - b, decimals: subtractDecimals, digits: digitsOfSum, keepsIntegers: true },
  '*': { doubles: (a, b) => a * b, decimals: multiplyDecimals, digits: digitsOfProduct, keepsIntegers: true },
  '/': { doubles: (a, b) => a / b, decimals: divideDecimals, digits: digitsOfQuotient, keepsIntegers: false },
};

/** The result in the wider of both types; integers divide to decimals. Undefined for what is no number. */
export function calculate(values: Values, operation: Operation, a: Value, b: Value): Value | undefined {
  if (!a.isNumeric || !b.isNumeric) return undefined;
  if (a.space === 'double' || b.space === 'double')
    return values.double(operation.doubles(a.number, b.number));
  if (a.space === 'float' || b.space === 'float')
    return values.float(operation.doubles(Math.fround(a.number), Math.fround(b.number)));
  return calculateExactly(values, operation, a, b);
}

function calculateExactly(values: Values, operation: Operation, a: Value, b: Value): Value | undefined {
  const isInteger = operation.keepsIntegers && a.space === 'integer' && b.space === 'integer';
  if (isInteger && Number.isSafeInteger(a.number) && Number.isSafeInteger(b.number)) {
    const result = operation.doubles(a.number, b.number);
    if (Number.isSafeInteger(result)) return values.integer(result);
  }
  const exact = a.exact && b.exact && worked(values, operation, a.exact, b.exact);
  return exact && (isInteger ? values.bigInteger(exact.digits) : values.decimal(exact));
}

/** @throws Problem `number-limit`, before a number of too many digits is worked out */
function worked(values: Values, operation: Operation, a: Decimal, b: Decimal): Decimal | undefined {
  if (!isSmall(a) || !isSmall(b)) values.assertDigits(operation.digits(a, b) - leeway);
  return operation.decimals(a, b);
}

/** By so many digits a result may be shorter than it was reckoned; it is counted once it is made. */
const leeway = 6;
const billions = 10n ** 18n;

/** Whether digits are so few that nothing that is made of them takes long. */
function isSmall({ digits, scale }: Decimal): boolean {
  return scale <= 18 && digits < billions && digits > -billions;
}

/** A function from a number to one of the same type (section 4.4). */
export interface Rounding {
  readonly double: (a: number) => number;
  readonly decimal: (a: Decimal) => Decimal;
}

const whole = (digits: bigint): Decimal => ({ digits, scale: 0 });

export const roundings = {
  uplus: { double: a => a, decimal: a => a },
  uminus: { double: a => -a, decimal: ({ digits, scale }) => ({ digits: -digits, scale }) },
  abs: {
    double: a => Math.abs(a),
    decimal: ({ digits, scale }) => ({ digits: digits < 0n ? -digits : digits, scale }),
  },
  floor: { double: a => Math.floor(a), decimal: a => whole(floorDecimal(a)) },
  ceil: {
    double: a => Math.ceil(a),
    decimal: ({ digits, scale }) => whole(-floorDecimal({ digits: -digits, scale })),
  },
  // Of two nearest whole numbers the greater (fn:round), as Math.round does.
  round: { double: a => Math.round(a), decimal: a => whole(roundDecimal(a)) },
} satisfies Record<string, Rounding>;

/** Undefined for what is no number. */
export function round(values: Values, { double, decimal }: Rounding, a: Value): Value | undefined {
  if (!a.isNumeric) return undefined;
  if (a.space === 'integer' && Number.isSafeInteger(a.number)) return values.integer(double(a.number));
  switch (a.space) {
    case 'integer':
      return a.exact && values.bigInteger(decimal(a.exact).digits);
    case 'decimal':
      return a.exact && values.decimal(decimal(a.exact));
    case 'float':
      return values.float(double(a.number));
    default:
      return values.double(double(a.number));
  }
}
