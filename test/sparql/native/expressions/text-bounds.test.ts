import assert from 'node:assert/strict';
import { literal, namedNode } from '../../../../src/rdf/terms.js';
import { assertProblem } from '../../../support/problems.js';
import { aggregate, evaluate, evaluateWith } from './evaluate.js';

const textLength = 1_000;
const bounds = { textLength };
const text = (length: number, of = 'a') => `"${of.repeat(length)}"`;

/** What makes a text of so many characters, or of more. */
const makers: Readonly<Record<string, (length: number) => string>> = {
  CONCAT: length => `CONCAT(${text(length - 500)}, ${text(500)})`,
  'CONCAT with a language': length => `CONCAT(${text(length - 500)}@en, ${text(500)}@en)`,
  'UCASE of letters that become two': length => `STRLEN(UCASE(${text(length / 2, 'ß')}))`,
  ENCODE_FOR_URI: length => `ENCODE_FOR_URI(CONCAT(${text((length - 1) / 9, '€')}, "a"))`,
  'ENCODE_FOR_URI of what is long already': length => `ENCODE_FOR_URI(${text(length)})`,
  IRI: length => `IRI(${text(length - 'http://base.example/folder/'.length)})`,
  STRDT: length => `STRDT(${text(length - 10)}, <http://e/a>)`,
  'STRDT by a datatype that is made': length => `STRDT("a", IRI(CONCAT("http://e/", ${text(length - 10)})))`,
  STRLANG: length => `STRLANG(${text(length)}, "en")`,
  'a cast to xsd:string': length => `xsd:string(CONCAT(${text(length - 500)}, ${text(500)}))`,
  REPLACE: length => `REPLACE(${text(length / 2)}, "a", "bb")`,
  TRIPLE: length => `TRIPLE(<http://e/a>, <http://e/b>, ${text(length - 20)})`,
};

describe('the bound on texts that expressions make', () => {
  for (const [name, make] of Object.entries(makers)) {
    it(`lets ${name} make a text as long as it`, () => {
      assert.notEqual(evaluate(make(textLength), bounds), 'error');
    });

    it(`refuses a longer one of ${name}, and says what to mend`, async () => {
      const problem = await assertProblem(
        () => evaluate(make(textLength + 10), bounds),
        'text-limit',
        /more than 1000 characters/,
      );
      assert.deepEqual([problem.status, problem.members], [422, { limit: textLength }]);
    });
  }

  it('is asked before a text is made: doubling ends at once, not when memory does', async () => {
    const doubled = (times: number): string =>
      times === 0 ? text(100) : `CONCAT(${doubled(times - 1)}, ${doubled(times - 1)})`;
    await assertProblem(() => evaluate(doubled(8), bounds), 'text-limit');
  });

  it('is none for terms of the data, nor for what is a part of one or says the same', () => {
    const x = literal('é'.repeat(3_000));
    for (const expression of [
      '?x',
      'STR(?x)',
      'UCASE(?x)',
      'LCASE(STR(?x))',
      'SUBSTR(?x, 2)',
      'STRBEFORE(?x, "z")',
      'STRAFTER(?x, "é")',
      'xsd:string(?x)',
      'IF(true, ?x, "")',
    ])
      assert.notEqual(evaluateWith(expression, { x }, bounds), 'error', expression);
    assert.equal(evaluateWith('STRLEN(?x)', { x }, bounds), '3000');
    assert.match(evaluateWith('IRI(?x)', { x: namedNode(`http://e/${'a'.repeat(2_000)}`) }, bounds), /aaa/);
  });

  it('holds for what is made of them', async () => {
    const x = literal('é'.repeat(3_000));
    for (const expression of ['CONCAT(?x, "")', 'ENCODE_FOR_URI(?x)', 'STRLANG(?x, "fr")', 'IRI(?x)'])
      await assertProblem(() => evaluateWith(expression, { x }, bounds), 'text-limit');
  });

  it('holds for triple terms within triple terms', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? text(10)
        : `TRIPLE(IRI(CONCAT("http://e/", ${text(100)})), <http://e/p>, ${nested(depth - 1)})`;
    assert.notEqual(evaluate(nested(7), bounds), 'error');
    await assertProblem(() => evaluate(nested(9), bounds), 'text-limit');
  });
});

describe('the bounds of GROUP_CONCAT', () => {
  const column = (members: number, length: number) =>
    Array.from({ length: members }, (_, at) => literal(String(at).padStart(length, '0')));

  it('let a group through that keeps within them', () => {
    const joined = aggregate('group_concat(?x; separator=",")', column(100, 9), bounds);
    assert.equal(joined.length, 100 * 9 + 99 + 2);
  });

  it('refuse one of too long a text, with its separators', () =>
    assertProblem(() => aggregate('group_concat(?x; separator="--")', column(100, 9), bounds), 'text-limit'));

  it('refuse one of too many members, empty ones too', async () => {
    const groupMembers = 1_000;
    const empty = Array.from({ length: 1_001 }, () => literal(''));
    assert.equal(
      aggregate('group_concat(?x; separator="")', empty.slice(1), { ...bounds, groupMembers }),
      '""',
    );
    const { members, status } = await assertProblem(
      () => aggregate('group_concat(?x; separator="")', empty, { ...bounds, groupMembers }),
      'group-limit',
      /more than 1000 values of one group/,
    );
    assert.deepEqual([status, members], [422, { limit: 1_000 }]);
  });
});
