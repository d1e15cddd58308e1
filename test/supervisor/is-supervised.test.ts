import assert from 'node:assert/strict';
import { isSupervised } from '../../src/supervisor/is-supervised.js';

const no = { COMMUNAUX_SUPERVISE: 'no' };
const cases: readonly (readonly [line: string, environment: Record<string, string>, expected: boolean])[] = [
  ['serve', {}, true],
  ['serve --port 0 --seed none', {}, true],
  ['serve --supervise yes', {}, true],
  ['serve --supervise no', {}, false],
  ['serve --port 0 --supervise=no --seed none', {}, false],
  ['serve', no, false],
  ['serve', { COMMUNAUX_SUPERVISE: '' }, true],
  ['serve --supervise yes', no, true],
  // Whatever is at fault is told by the process that reads it all.
  ['serve --supervise', {}, true],
  ['serve --supervise maybe', {}, true],
  ['serve --unknown x -y', {}, true],
  ['query --supervise yes', {}, false],
  ['export', {}, false],
  ['--help', {}, false],
  ['', {}, false],
];

describe('isSupervised', () => {
  for (const [line, environment, expected] of cases)
    it(`is ${String(expected)} for "${[line, ...Object.entries(environment).flat()].join(' ')}"`, () => {
      assert.equal(isSupervised(line === '' ? [] : line.split(' '), environment), expected);
    });
});
