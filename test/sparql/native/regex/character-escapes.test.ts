import assert from 'node:assert/strict';
import { multiEscape } from '../../../../src/sparql/native/regex/character-escapes.js';
import { PatternReader } from '../../../../src/sparql/native/regex/pattern-reader.js';

/** All letters that have another case, with both. */
const cased = Array.from({ length: 0x1ffff }, (_, codePoint) => codePoint)
  .filter(codePoint => codePoint < 0xd800 || codePoint > 0xdfff)
  .map(codePoint => String.fromCodePoint(codePoint))
  .filter(one => one.toLowerCase() !== one || one.toUpperCase() !== one);

describe('escapes for many characters', () => {
  const categories =
    'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn';
  for (const written of ['s', 'd', 'w', 'i', 'c', ...categories.split(' ').map(name => `p{${name}}`)])
    it(`\\${written} is left to JavaScript where case is ignored only if that adds nothing to it`, () => {
      for (const name of [written, written.replace(/^./, first => first.toUpperCase())]) {
        const { set, list } = multiEscape(name.charAt(0), new PatternReader(name.slice(1)), true);
        if (!set.isPortable) continue;
        const [ignoring, plain] = ['iu', 'u'].map(flags => new RegExp(`^${set.source}$`, flags));
        for (const one of cased) {
          assert.equal(ignoring?.test(one), plain?.test(one), `${name} and ${one}`);
          assert.equal(set.has(one.codePointAt(0) ?? 0), plain?.test(one));
          if (list !== undefined && one < '\u0100')
            assert.equal(new RegExp(`^[${list}]$`, 'iu').test(one), plain?.test(one));
        }
      }
    });
});
