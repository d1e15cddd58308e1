import assert from 'node:assert/strict';
import { mixedText } from '../../../support/mixed-text.js';
import { linearMatcher } from './linear.js';
import { compileRegex } from '../../../../src/sparql/native/regex/compile-regex.js';
import { parseReplacement, replaceAll } from '../../../../src/sparql/native/regex/replacement.js';

const length = 30_000;
const as = 'a'.repeat(length);
const abs = mixedText(length);

/** Patterns that take a backtracking engine a time exponential, or in a high power, of the text that stands beside them. */
const heavy: readonly (readonly [pattern: string, text: string])[] = [
  ['^(a+)+$', `${as}!`],
  ['(a+)+$', `${as}!`],
  ['(a*)*$', `${as}!`],
  ['(a*)*b', as],
  ['(a|aa)+$', `${as}!`],
  ['(a|a)*b', as],
  ['(a|a?)+b', as],
  ['(.*)*x', as],
  ['(.*a){20}b', as],
  ['(.|[^b])*b', as],
  ['(?:a?){30}a{30}b', as],
  ['(a?a?a?a?)*b', as],
  ['((a+)+)+b', as],
  ['((a*)*)*b', as],
  ['(((a*)*)*)*b', as],
  ['(((a+)?)+)?b', as],
  ['(a+a+)+b', as],
  ['(aa|aaa)*b', as],
  ['(a|ab|ba)*c', abs],
  ['(a|b)*a(a|b){12}$', `${abs}c`],
  ['(a|b)*a(a|b){60}c', abs],
  ['([ab]+[ab]*)*c', abs],
  ['(a|b){13}a(a|b)*c', `${abs}c`],
  ['(a*b*)*c', abs],
  ['(\\w+\\s?)*$', `${'mot '.repeat(length / 4)}!`],
  ['(\\p{L}+ ?)+$', `${'été '.repeat(length / 4)}!`],
  ['^(\\w+\\.?)+@', as],
  ['^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}', as],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', as],
  ['(x+x+)+y', 'x'.repeat(length)],
  ['([^,]*,)*[^,]*;', 'a,'.repeat(length / 2)],
  ['^(\\d+)*$', `${'1'.repeat(length)}x`],
  ['^(\\s*\\S*)*\\n$', ' a'.repeat(length / 2)],
  ['<(.|\\n)*?>(.|\\n)*?</b>', '<a>'.repeat(length / 3)],
  ['"(\\\\?.)*"', `"${'\\a'.repeat(length / 2)}`],
  ['(0|1|01|10)*2', '01'.repeat(length / 2)],
  ['.*.*.*.*.*=.*', as],
  ['a*a*a*a*a*a*b', as],
  ['\\s+$', `${' '.repeat(length)}x`],
  ['a*b|a', as],
  ['(?:x{1,50}y?){1,20}z', 'x'.repeat(length)],
  ['(((a{1,10}){1,10}){1,10})!', as],
  ['(a|á|à|â)+!', 'aáàâ'.repeat(length / 4)],
];

/** Milliseconds on 30 000 characters. To count which lines are run takes time as well. */
const most = process.env['NODE_V8_COVERAGE'] ? 300 : 100;

/** Milliseconds of computing time that an action takes, at best: others use the machine, too. */
function computing(action: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < 3; run += 1) {
    const begun = process.cpuUsage();
    action();
    const { user, system } = process.cpuUsage(begun);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

describe('patterns that are exponential elsewhere', () => {
  it('are 40 at least', () => {
    assert.ok(heavy.length >= 40);
  });

  for (const [pattern, text] of heavy)
    it(`take under 100 ms over 30 000 characters: ${pattern}`, () => {
      const testing = computing(() => compileRegex(pattern, '').test(text));
      assert.ok(testing < most, `REGEX takes ${testing} ms`);
      const replacing = computing(() => {
        const regex = compileRegex(pattern, '');
        replaceAll(text, regex, parseReplacement('$1', regex.groups) ?? []);
      });
      assert.ok(replacing < most, `REPLACE takes ${replacing} ms`);
      // What a pattern needs is looked for first, and most of these texts do not have it: here it is not.
      const reading = computing(() => linearMatcher(pattern).each(text, () => undefined));
      assert.ok(reading < most, `reading all of the text takes ${reading} ms`);
    });
});
