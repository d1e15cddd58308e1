import fc from 'fast-check';

/** How often, in proportion, and what. */
export type Weighted<T> = readonly [weight: number, arbitrary: fc.Arbitrary<T>];

/** One of several, the first ones being the simplest; weights are taken in tenths. */
export function weighted<T>(choices: readonly Weighted<T>[]): fc.Arbitrary<T> {
  return fc.oneof(
    ...choices.map(([weight, arbitrary]) => ({ weight: Math.max(1, Math.round(weight * 10)), arbitrary })),
  );
}

/** One of these. */
export function among<T>(items: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...items);
}

/** A list with few items mostly. */
export function few<T>(arbitrary: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> {
  return fc.array(arbitrary, { minLength, maxLength, size: 'max' });
}
