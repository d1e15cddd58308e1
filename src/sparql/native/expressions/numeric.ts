import {
  addDecimals,
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
  /** Whether integers yield an integer. */
  readonly keepsIntegers: boolean;
}

export const operations: Readonly<Record<'+' | '-' | '*' | '/', Operation>> = {
  '+': { doubles: (a, b) => a + b, decimals: addDecimals, keepsIntegers: true },
  '-': { doubles: (a, b) => a - b, decimals: subtractDecimals, keepsIntegers: true },
  '*': { doubles: (a, b) => a * b, decimals: multiplyDecimals, keepsIntegers: true },
  '/': { doubles: (a, b) => a / b, decimals: divideDecimals, keepsIntegers: false },
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
  const exact = operation.decimals(a.exact, b.exact);
  if (!exact) return undefined;
  return isInteger ? values.bigInteger(exact.digits) : values.decimal(exact);
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
  switch (a.space) {
    case 'integer':
      return Number.isSafeInteger(a.number)
        ? values.integer(double(a.number))
        : values.bigInteger(decimal(a.exact).digits);
    case 'decimal':
      return values.decimal(decimal(a.exact));
    case 'float':
      return values.float(double(a.number));
    default:
      return values.double(double(a.number));
  }
}
