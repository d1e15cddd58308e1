import fc from 'fast-check';

/**
 * Patterns whose syntax XPath and JavaScript share, and read in the same way over the texts below: characters, classes,
 * groups, choices, quantities greedy and lazy, anchors.
 */
export const sharedPatterns: fc.Arbitrary<string> = fc.letrec<{
  pattern: string;
  piece: string;
  atom: string;
}>(tie => ({
  pattern: fc
    .array(fc.array(tie('piece'), { maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map(branches => branches.map(pieces => pieces.join('')).join('|')),
  piece: fc.oneof(
    { weight: 3, arbitrary: tie('atom') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          tie('atom'),
          fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,3}', '{2,}', '{0}'),
          fc.constantFrom('', '?'),
        )
        .map(parts => parts.join('')),
    },
    { weight: 1, arbitrary: fc.constantFrom('^', '$') },
  ),
  atom: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'a',
      'b',
      'c',
      'B',
      'é',
      '😀',
      '.',
      '[ab]',
      '[^a]',
      '[a-c]',
      '[^b\\n]',
      '\\n',
      '\\.',
      '\\d',
    ),
    tie('pattern').map(pattern => `(${pattern})`),
    tie('pattern').map(pattern => `(?:${pattern})`),
  ),
})).pattern;

/** Short texts of the characters that those patterns speak of, and of others. */
export const texts: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', '\n', '\r', '1', '.', 'é', 'É', '😀', '\ud83d', 'x'),
  maxLength: 9,
});
