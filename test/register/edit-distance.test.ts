import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance, nearestName } from '../../src/register/edit-distance.js';

describe('edit distance', () => {
  it('counts letters left out, put in, exchanged and swapped', () => {
    const slips: readonly (readonly [string, string, number])[] = [
      ['licence', 'license', 1],
      ['keywrd', 'keyword', 1],
      ['titel', 'title', 1],
      ['commmons', 'commons', 1],
      ['', 'abc', 3],
      ['abc', 'abc', 0],
    ];
    for (const [a, b, count] of slips) assert.equal(editDistance(a, b), count, `${a} ${b}`);
  });

  it('is the same from either side, none for the same text alone, and no more than the longer is long', () => {
    const short = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        const distance = editDistance(a, b);
        assert.equal(editDistance(b, a), distance);
        assert.equal(distance === 0, a === b);
        assert.ok(distance <= Math.max(a.length, b.length));
        assert.ok(distance >= Math.abs(a.length - b.length));
      }),
    );
  });
});

describe('the nearest name', () => {
  const known = ['title', 'Title', 'license', 'LicenseDocument', 'keyword'];

  it('is the one with the fewest slips, and then with the same capitals', () => {
    assert.equal(nearestName('licence', known), 'license');
    assert.equal(nearestName('Titel', known), 'Title');
    assert.equal(nearestName('titel', known), 'title');
    assert.equal(nearestName('KEYWORD', known), 'keyword');
  });

  it('is none for what is like no name', () => {
    for (const name of ['', 'x', 'relation', 'k'.repeat(1_000)])
      assert.equal(nearestName(name, known), undefined);
  });
});
