import assert from 'node:assert/strict';
import { standardLimits } from '../../../../src/limits.js';
import { assertProblem } from '../../../support/problems.js';
import { ask } from './ask.js';

const data = Array.from({ length: 3_000 }, (_, i) => `:n${i} :p ${i} .`).join('\n');

const product = '?a :p ?b . ?c :p ?d . ?e :p ?f . ?g :p ?h';
const pair = '?a :p ?b . ?c :p ?d';

describe('a product of patterns that share no variable', () => {
  for (const query of [
    `SELECT (COUNT(*) AS ?n) { ${product} }`,
    `SELECT (MAX(?d) AS ?n) { ${product} } GROUP BY ?b`,
    `SELECT ?b { ${product} } ORDER BY ?d LIMIT 3`,
    `SELECT ?b { ?s :p ?b { SELECT (SUM(?d) AS ?n) { ${product} } } }`,
  ])
    it(`is refused where all of it is gone through: ${query}`, async () => {
      const { members, message } = await assertProblem(
        () => ask(data, query),
        'product-limit',
        /8\.1e\+13 rows/,
      );
      assert.deepEqual(members, { limit: standardLimits.productRows });
      assert.match(message, /Join them by a variable/);
    });

  it('is refused at its bound, with a condition on two of the patterns too', async () => {
    const limits = { ...standardLimits, productRows: 8_000_000 };
    const count = (where: string) => ask(data, `SELECT (COUNT(*) AS ?n) { ${where} }`, { limits });
    await assertProblem(() => count(`${pair} FILTER(?b = ?d)`), 'product-limit', /9\.0e\+6 rows/);
    assert.deepEqual(await count(`?c :p ?d . ?a :p ?b FILTER(?a = :n1)`), ['3000']);
    assert.deepEqual(await count('?a :p ?b . ?c :p ?b'), ['3000']);
  });

  it('is begun where some rows may do', async () => {
    assert.deepEqual(await ask(data, `ASK { ${product} }`), ['true']);
    assert.equal((await ask(data, `SELECT * { ${product} } LIMIT 7`)).length, 7);
    const some = `SELECT (COUNT(*) AS ?n) { { SELECT * { ${product} } LIMIT 7 } }`;
    assert.deepEqual(await ask(data, some), ['7']);
    assert.deepEqual(await ask(data, `SELECT (COUNT(*) AS ?n) { ${product} FILTER(?b < 0) }`), ['0']);
  });
});
