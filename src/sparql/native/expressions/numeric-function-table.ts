import { drawn, valued, type FunctionDefinition } from './functions.js';
import { calculate, operations, round, roundings, type Operation, type Rounding } from './numeric.js';

/** Arithmetic and functions on numbers (SPARQL 1.1 Query sections 17.3 and 17.4.4). */
export const numericFunctions: Readonly<Record<string, FunctionDefinition>> = {
  '+': binary(operations['+']),
  '-': binary(operations['-']),
  '*': binary(operations['*']),
  '/': binary(operations['/']),
  ...Object.fromEntries(Object.entries(roundings).map(([name, rounding]) => [name, unary(rounding)])),
  rand: drawn(
    ({ values }) =>
      () =>
        values.double(Math.random()),
  ),
};

function binary(operation: Operation): FunctionDefinition {
  return valued(
    2,
    ({ values }) =>
      (a, b) =>
        calculate(values, operation, a, b),
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
