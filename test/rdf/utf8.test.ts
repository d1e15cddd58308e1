import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeUtf8 } from '../../src/rdf/utf8.js';
import { assertProblem } from '../support/problems.js';

describe('decodeUtf8', () => {
  it('gives back every text that was written as UTF-8, with its byte order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        assert.equal(decodeUtf8(Buffer.from(`\ufeff${text}`)), `\ufeff${text}`);
      }),
    );
  });

  const faults: Readonly<Record<string, readonly number[]>> = {
    'a letter of Latin-1': [0xe9],
    'a character that breaks off': [0xe2, 0x82],
    'half a surrogate pair': [0xed, 0xa0, 0x80],
    'a character written longer than it is': [0xc0, 0xaf],
    'the byte order mark of UTF-16': [0xff, 0xfe],
  };
  for (const [name, bytes] of Object.entries(faults))
    it(`refuses ${name}, and tells the line`, async () => {
      const text = Buffer.concat([Buffer.from('é\n\n"'), Buffer.from(bytes), Buffer.from('"\né')]);
      const { members } = await assertProblem(() => decodeUtf8(text), 'syntax-error', /line 3 are not UTF-8/);
      assert.deepEqual(members, { line: 3 });
      const { members: later } = await assertProblem(() => decodeUtf8(text, 41), 'syntax-error', /line 43/);
      assert.deepEqual(later, { line: 43 });
    });
});
