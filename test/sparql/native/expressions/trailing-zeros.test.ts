import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDateTime } from '../../../../src/sparql/native/expressions/date-time.js';
import { withoutTrailingZeros } from '../../../../src/sparql/native/expressions/trailing-zeros.js';

describe('zeros at the end of digits', () => {
  it('go, and all others stay', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('0', '1', '.') }), digits => {
        const short = withoutTrailingZeros(digits);
        assert.ok(!short.endsWith('0'));
        assert.equal(short.padEnd(digits.length, '0'), digits);
      }),
    ));

  it('take a time linear in their number, in the seconds of an instant too', () => {
    const begun = process.cpuUsage();
    const digits = `${'0'.repeat(290_000)}1`;
    assert.equal(parseDateTime(`2024-02-29T12:00:00.${digits}Z`, 'dateTime')?.fraction, digits);
    assert.equal(parseDateTime(`2024-02-29T12:00:00.1${digits.slice(0, -1)}Z`, 'dateTime')?.fraction, '1');
    assert.ok(process.cpuUsage(begun).user < 1_000_000);
  });
});
