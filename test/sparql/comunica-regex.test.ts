import assert from 'node:assert/strict';
import { ComunicaEngine } from '../../src/sparql/comunica-engine.js';
import type { Execution } from '../../src/sparql/evaluator.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { assertProblem } from '../support/problems.js';
import { answerText, baseIRI, trig } from './answers.js';
import { notNative } from './not-native.js';

const snapshot = snapshotOf(
  trig(`:s :p "${'a'.repeat(40)}!" ; :like "^(a+)+$", "a!", "(", "(?=a)" ; :fr "abab"@fr .`),
);
const engine = new ComunicaEngine({ defaultGraph: 'union', baseIRI, memoryBound: 100_000_000 });
const over = { execute: (execution: Execution) => engine.execute(execution, snapshot) };

/** An expression that it stands in is left to Comunica. */
const left = notNative('outer');

async function value(expression: string, pattern = ''): Promise<string> {
  const text = `PREFIX : <http://e/> SELECT ?v { ${pattern} VALUES ?outer { 1 } BIND(IF(${left}, ${expression}, 0) AS ?v) }`;
  const csv = await answerText(over, { text }, { solutions: 'csv', graph: 'ntriples' });
  return csv.trimEnd().split('\r\n').slice(1).sort().join(' ');
}

describe('regular expressions that are left to Comunica', () => {
  for (const [expression, result] of [
    ['REGEX("abc", "^a.c$")', 'true'],
    ['REGEX("ABC", "b", "i")', 'true'],
    ['REGEX(STRLANG("abc", "fr"), "x")', 'false'],
    ['COALESCE(REGEX("a", "("), "error")', 'error'],
    ['COALESCE(REGEX("a", "a", "z"), "error")', 'error'],
    ['COALESCE(REGEX(1, "1"), "error")', 'error'],
    ['COALESCE(REGEX("a", STRLANG("a", "fr")), "error")', 'error'],
    ['COALESCE(REGEX("a", <http://e/a>), "error")', 'error'],
    ['REPLACE("abab", "(a)b", "[$1]")', '[a][a]'],
    ['REPLACE("a.b", ".", "$1", "q")', 'a$1b'],
    ['LANG(REPLACE(STRLANG("abab", "fr"), "b", ""))', 'fr'],
    ['COALESCE(REPLACE("abab", "a*", ""), "error")', 'error'],
    ['COALESCE(REPLACE("abab", "a", "$"), "error")', 'error'],
  ] as const)
    it(`${expression} is ${result}`, async () => {
      assert.equal(await value(expression), result);
    });

  it('take no more than their time', async () => {
    assert.equal(await value('REGEX(?t, "(a|aa)+$")', ':s :p ?t'), 'false');
    assert.equal(await value('REPLACE(?t, "(a|aa)+$", "")', ':s :p ?t'), `${'a'.repeat(40)}!`);
  });

  it('vary from row to row', async () => {
    const pattern = ':s :p ?t ; :like ?l';
    assert.equal(await value('COALESCE(REGEX(?t, ?l), "error")', pattern), 'error error false true');
  });

  it('are refused where they stand in the query', async () => {
    await assertProblem(() => value('REPLACE("a", "(a)\\\\1", "")'), 'refused', /refers back/);
    await assertProblem(() => value('REGEX("a", "((a{100}){100}){100}")'), 'regex-limit', /too large/);
  });

  it('are refused inside EXISTS, too', () =>
    assertProblem(
      () => value('EXISTS { :s :p ?t FILTER(REGEX(?t, "(a)\\\\1")) }'),
      'refused',
      /refers back/,
    ));
});
