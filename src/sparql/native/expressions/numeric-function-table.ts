import { drawn, valued, type FunctionDefinition } from './functions.js';
import { calculate, operations, round, roundings, type Operation, type Rounding } from './numeric.js';
import { addInTime, subtractInTime } from './time-arithmetic.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** Arithmetic and functions on numbers (SPARQL 1.1 Query sections 17.3 and 17.4.4). */
export const numericFunctions: Readonly<Record<string, FunctionDefinition>> = {
  '+': binary(operations['+'], addInTime),
  '-': binary(operations['-'], subtractInTime),
  '*': binary(operations['*']),
  '/': binary(operations['/']),
  ...Object.fromEntries(Object.entries(roundings).map(([name, rounding]) => [name, unary(rounding)])),
  rand: drawn(
    ({ values }) =>
      () =>
        values.double(Math.random()),
  ),
};

type OfTimes = (values: Values, a: Value, b: Value) => Value | undefined;

/** An operation on two numbers, or on times and durations where there is one for them. */
function binary(operation: Operation, ofTimes?: OfTimes): FunctionDefinition {
  return valued(
    2,
    ({ values }) =>
      (a, b) =>
        calculate(values, operation, a, b) ?? (a.isNumeric ? undefined : ofTimes?.(values, a, b)),
  );
}

function unary(rounding: Rounding): FunctionDefinition {
  return valued(
    1,
    ({ values }) =>
      a =>
        round(values, rounding, a),
  );
}
