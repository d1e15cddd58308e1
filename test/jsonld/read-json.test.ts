import assert from 'node:assert/strict';
import fc from 'fast-check';
import { faultOffset, readJson } from '../../src/jsonld/read-json.js';
import { problemOf } from '../support/problems.js';

/** `|` stands where the fault is. */
const faulty = [
  '|',
  '{|',
  '{"a"|',
  '{"a" |1}',
  '{"a":|}',
  '{"a": 1,|}',
  '{"a": 1 |"b": 2}',
  '{"a": 1|]',
  '[1|}',
  '[1, 2,|]',
  '[1 |2]',
  '[|,]',
  '{|1: 2}',
  '{|a: 1}',
  "{|'a': 1}",
  '{"a": |undefined}',
  '[|tru]',
  '[0|1]',
  '[|"a\nb"]',
  '[|"\\x"]',
  '[|"open]',
  '{} |{}',
  '1 |,',
  '|// comment\n{}',
  '[1] |]',
  '{"a": {"b": [1, {"c": 2}|}}',
];

describe('readJson', () => {
  it('gives the value', () => {
    assert.deepEqual(readJson(' {"a": [1, "\\u00e9", null, true, -1.5e3]} '), {
      a: [1, 'é', null, true, -1500],
    });
  });

  for (const marked of faulty)
    it(`finds the fault in ${JSON.stringify(marked)}`, () => {
      const text = marked.replace('|', '');
      assert.throws(() => JSON.parse(text) as unknown, SyntaxError);
      assert.equal(faultOffset(text), marked.indexOf('|'));
    });

  it('tells the line', async () => {
    const { kind, members } = await problemOf(() => readJson('{\n"a": 1,\n\n"b"\n}'));
    assert.deepEqual({ kind, ...members }, { kind: 'syntax-error', line: 5 });
  });

  it('agrees with the engine, where that tells the position', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom('}', ']', ',', ':', '"', 'x', ''),
        (value, at, put) => {
          const text = JSON.stringify(value, null, 1);
          const place = at % (text.length + 1);
          const broken = text.slice(0, place) + put + text.slice(place + 1);
          const told = positionTold(broken);
          fc.pre(told !== undefined);
          assert.equal(lineAt(broken, faultOffset(broken)), lineAt(broken, told), broken);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

function positionTold(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const [, position] = /at position (\d+)/.exec((error as Error).message) ?? [];
    return position === undefined ? undefined : Number(position);
  }
}
