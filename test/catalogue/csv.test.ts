import assert from 'node:assert/strict';
import { writeCsv } from '../../src/catalogue/csv.js';

describe('CSV', () => {
  it('begins with a byte order mark and ends every row with CRLF (RFC 4180 section 2)', () => {
    assert.equal(
      writeCsv([
        ['é', 'b'],
        ['', 'c'],
      ]),
      '\uFEFFé,b\r\n,c\r\n',
    );
  });

  it('quotes what holds a comma, a quote or a line break, and doubles quotes', () => {
    assert.equal(
      writeCsv([['a,b', 'say "x"', 'one\ntwo', 'a\rb', 'plain']]),
      '\uFEFF"a,b","say ""x""","one\ntwo","a\rb",plain\r\n',
    );
  });

  it('puts an apostrophe before what a spreadsheet would run', () => {
    for (const value of ['=1+1', '+33', '-1', '@SUM(A1)', '\tx', '\rx'])
      assert.match(writeCsv([[value]]), /^\uFEFF"?'/, value);
    assert.equal(writeCsv([['=HYPERLINK("http://x","y")']]), `\uFEFF"'=HYPERLINK(""http://x"",""y"")"\r\n`);
    assert.equal(writeCsv([['a=b', "l'an 2000"]]), "\uFEFFa=b,l'an 2000\r\n");
  });
});
