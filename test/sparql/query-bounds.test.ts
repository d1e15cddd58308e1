import assert from 'node:assert/strict';
import { standardLimits, type Limits } from '../../src/limits.js';
import { parseQuery } from '../../src/sparql/parse.js';
import { assertProblem } from '../support/problems.js';
import { timed } from './pools.js';

const limits: Limits = { ...standardLimits, tokenLength: 100, queryPatterns: 20, pathSteps: 6 };
const parse = (text: string, own = limits) => parseQuery(text, 'http://e/', own);
const many = (count: number, of: string | ((at: number) => string), between = ' ') =>
  Array.from({ length: count }, (_, at) => (typeof of === 'string' ? of : of(at))).join(between);

describe('the bound on the length of a token', () => {
  const long = 'a'.repeat(200);
  const within = 'a'.repeat(80);
  for (const [name, query] of [
    ['a text', (word: string) => `ASK { ?s ?p "${word}" }`],
    ['a long text', (word: string) => `ASK { ?s ?p """${word}""" }`],
    ['an IRI', (word: string) => `ASK { ?s ?p <http://e/${word}> }`],
    ['a name', (word: string) => `PREFIX : <http://e/> ASK { ?s ?p :${word} }`],
    ['a variable', (word: string) => `ASK { ?s ?p ?${word} }`],
    ['a blank node', (word: string) => `ASK { ?s ?p _:${word} }`],
    ['a number', (word: string) => `ASK { ?s ?p ${word.replaceAll('a', '1')} }`],
    ['a language', (word: string) => `ASK { ?s ?p "x"@${word} }`],
  ] as const)
    it(`holds for ${name}, and tells its line`, async () => {
      assert.ok(parse(query(within)));
      const problem = await assertProblem(
        () => parse(`\n\n${query(long)}`),
        'token-limit',
        /line 3 has more than 100 characters/,
      );
      assert.deepEqual([problem.status, problem.members], [422, { limit: 100, line: 3 }]);
    });

  it('is none for comments, nor for blanks', () => {
    assert.ok(parse(`ASK { # ${long}\n ${' '.repeat(500)} ?s ?p ?o }`));
  });

  it('keeps the lexer from being busy with any kind of token', async () => {
    const word = 'a'.repeat(standardLimits.tokenLength - 10);
    for (const token of [
      `"${word}"`,
      `"""${word}"""`,
      `<${word}>`,
      `e:${word}`,
      `e:${word.replaceAll('aa', '%41')}`,
      `e:a${'.'.repeat(word.length)}`,
      `?${word}`,
      `_:${word}`,
      '1'.repeat(word.length),
      word,
      `${word}:x`,
      'a.'.repeat(word.length / 2),
    ]) {
      const elapsed = await timed(async () => {
        await Promise.resolve()
          .then(() => parse(`PREFIX e: <http://e/> ASK { ?s ?p ${token} }`, standardLimits))
          .catch(() => undefined);
      });
      assert.ok(elapsed < 1_500, `${token.slice(0, 8)}: ${elapsed} ms`);
    }
  });
});

describe('the bound on the tokens of a query', () => {
  const few = { ...standardLimits, queryTokens: 1_000 };

  it('lets a query through that keeps within it, and refuses others', async () => {
    assert.ok(parse(`SELECT * { VALUES ?x { ${many(980, '1')} } }`, few));
    const { status, members } = await assertProblem(
      () => parse(`SELECT * { VALUES ?x { ${many(1_000, '1')} } }`, few),
      'too-large',
      /more than 1000 words/,
    );
    assert.deepEqual([status, members], [413, { limit: 1_000 }]);
  });

  it('takes a text for one, whatever stands in it', () => {
    assert.ok(parse(`ASK { ?s ?p "${'a, b ; c { '.repeat(1_000)}" }`, few));
  });

  it('takes long words that are none letter by letter', () =>
    assertProblem(() => parse(`ASK { ?s ?p ${'a'.repeat(1_000)} }`, few), 'too-large'));
});

describe('the bound on patterns', () => {
  for (const [name, query] of [
    ['triple patterns', (count: number) => `SELECT * { ${many(count, '?s ?p ?o .')} }`],
    ['objects', (count: number) => `SELECT * { ?s ?p ${many(count, at => `?o${at}`, ',')} }`],
    ['predicates', (count: number) => `SELECT * { ?s ${many(count, '<p> ?o', ';')} }`],
    ['triples of a template', (count: number) => `CONSTRUCT { ${many(count, '?s ?p ?o .')} } WHERE { }`],
    ['BINDs', (count: number) => `SELECT * { ${many(count, at => `BIND(1 AS ?v${at})`)} }`],
    ['named expressions', (count: number) => `SELECT ${many(count, at => `(1 AS ?v${at})`)} { }`],
    ['FILTERs', (count: number) => `SELECT * { ${many(count, 'FILTER(?x)')} }`],
    ['OPTIONALs', (count: number) => `SELECT * { ${many(count - 1, 'OPTIONAL { ?s ?p ?o }')} }`],
    ['branches of a UNION', (count: number) => `SELECT * { ${many(count - 1, '{ }', 'UNION')} }`],
    ['sub-queries', (count: number) => `SELECT * { ${many((count - 1) / 2, '{ SELECT * { } }')} }`],
    ['steps of paths', (count: number) => `SELECT * { ${many(count / 5, '?s <p>/<p>/<p>/<p>/<p> ?o .')} }`],
    ['columns', (count: number) => `SELECT ${many(count, at => `?v${at}`)} { }`],
    ['members of a list', (count: number) => `SELECT * { ?s ?p (${many((count - 1) / 2, '1')}) }`],
  ] as const)
    it(`holds for ${name}`, async () => {
      assert.ok(parse(query(20)));
      const problem = await assertProblem(() => parse(query(25)), 'pattern-limit', /more than 20 patterns/);
      assert.deepEqual([problem.status, problem.members], [422, { limit: 20 }]);
    });

  it('is none for values, for alternatives of a condition, nor for arguments', () => {
    assert.ok(parse(`SELECT * { VALUES ?x { ${many(500, '1')} } }`));
    assert.ok(parse(`SELECT * { VALUES (?x ?y) { ${many(500, '(1 2)')} } }`));
    assert.ok(parse(`SELECT * { FILTER(?x IN (${many(500, '1', ',')})) }`));
    assert.ok(parse(`SELECT * { FILTER(${many(300, '?x = <a>', ' || ')}) }`));
    assert.ok(parse(`SELECT * { BIND(CONCAT(${many(300, 'STR(?x)', ',')}) AS ?y) }`));
  });

  it('is asked before the parser takes long over a list', async () => {
    const list = `SELECT * { ?s ?p (${many(40_000, '1')}) }`;
    const elapsed = await timed(() => assertProblem(() => parse(list, standardLimits), 'pattern-limit'));
    assert.ok(elapsed < 1_000, `${elapsed} ms`);
  });
});

describe('the bound on the steps of a path', () => {
  for (const path of ['<p>/<p>/<p>/<p>/<p>/<p>', '(<p>|^<q>)*/<r>', '!(<a>|<b>|<c>)/(<p>+)?', '(((<p>)))*'])
    it(`takes ${path}`, () => {
      assert.ok(parse(`ASK { ?s ${path} ?o }`));
    });

  for (const path of [
    '<p>/<p>/<p>/<p>/<p>/<p>/<p>',
    many(7, '<p>', '|'),
    '((<p>*/<p>*)+/<p>)?',
    `!(${many(7, '<p>', '|')})`,
    '^(<p>/^<p>/^<p>/^<p>)',
  ])
    it(`refuses ${path}`, async () => {
      const problem = await assertProblem(
        () => parse(`ASK { ?s ${path} ?o }`),
        'path-limit',
        /more than 6 steps/,
      );
      assert.deepEqual([problem.status, problem.members], [422, { limit: 6 }]);
    });
});
