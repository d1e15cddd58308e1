import assert from 'node:assert/strict';
import { evaluate } from './evaluate.js';

/** Constant expressions and what they yield, `error` for nothing, by section of the specification. */
export type Examples = Readonly<Record<string, readonly (readonly [expression: string, result: string])[]>>;

export const date = (text: string) => `"${text}"^^xsd:date`;
export const dateTime = (text: string) => `"${text}"^^xsd:dateTime`;

/** One test an example. */
export function itYields(sections: Examples): void {
  for (const [section, rows] of Object.entries(sections))
    describe(`section ${section}`, () => {
      for (const [expression, result] of rows)
        it(`${expression} is ${result}`, () => {
          assert.equal(evaluate(expression), result);
        });
    });
}
