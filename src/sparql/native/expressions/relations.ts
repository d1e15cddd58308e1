import { compareValues } from './compare.js';
import { equalValues } from './equality.js';
import { tested, type FunctionDefinition } from './functions.js';

/** `=`, `<` and the like (SPARQL 1.1 Query section 17.3). Of NaN nothing is true but `!=`. */
export const relations: Readonly<Record<string, FunctionDefinition>> = {
  '=': tested(2, (a, b) => equalValues(a.terms, a, b)),
  '!=': tested(2, (a, b) => {
    const isEqual = equalValues(a.terms, a, b);
    return isEqual === undefined ? undefined : !isEqual;
  }),
  '<': ordered(order => order < 0),
  '<=': ordered(order => order <= 0),
  '>': ordered(order => order > 0),
  '>=': ordered(order => order >= 0),
};

function ordered(holds: (order: number) => boolean): FunctionDefinition {
  return tested(2, (a, b) => {
    const order = compareValues(a, b);
    return order === undefined ? undefined : holds(order);
  });
}
