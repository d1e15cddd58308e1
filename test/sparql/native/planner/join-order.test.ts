import assert from 'node:assert/strict';
import { ask, stepsOf } from './ask.js';

/** Many of :p, five to an object; some of :q, one of :r. */
const data = [
  ...Array.from({ length: 60 }, (_, i) => `:n${i} :p :n${i % 12} .`),
  ...Array.from({ length: 12 }, (_, i) => `:n${i} :q ${i} .`),
  ':n3 :r "rare" .',
].join('\n');

const patterns = (steps: readonly string[]) => steps.filter(step => step.startsWith('index join'));

describe('the order of a join', () => {
  it('begins with the rarest pattern, and goes on with what is bound by then', async () => {
    const query = 'SELECT ?a { ?a :p ?b . ?b :q ?x . ?b :r ?y }';
    assert.deepEqual(patterns(await stepsOf(data, query)), [
      'index join ?b <http://e/r> ?y',
      'index join ?b <http://e/q> ?x',
      'index join ?a <http://e/p> ?b',
    ]);
    assert.deepEqual((await ask(data, query)).sort(), [':n15', ':n27', ':n3', ':n39', ':n51']);
  });

  it('is the same however the patterns stand in the query', async () => {
    const steps = await stepsOf(data, 'SELECT ?a { ?b :r ?y . ?a :p ?b . ?b :q ?x }');
    assert.deepEqual(
      patterns(steps),
      patterns(await stepsOf(data, 'SELECT ?a { ?b :q ?x . ?b :r ?y . ?a :p ?b }')),
    );
  });

  it('puts off what shares no variable with the rest', async () => {
    const steps = await stepsOf(data, 'SELECT * { ?c :q ?z . ?a :p ?b . ?b :p ?d . ?b :r ?y }');
    assert.equal(patterns(steps).at(-1), 'index join ?c <http://e/q> ?z');
  });

  it('begins with values, whose terms are then looked up', async () => {
    const steps = await stepsOf(data, 'SELECT * { ?a :p ?b VALUES ?a { :n5 :n6 } }');
    assert.deepEqual(steps, ['values', 'index join ?a <http://e/p> ?b']);
  });

  it('begins with a sub-query of one solution', async () => {
    const steps = await stepsOf(
      data,
      'SELECT * { ?a :p ?b { SELECT (MAX(?x) AS ?m) { ?c :q ?x } } ?b :q ?m }',
    );
    assert.ok(
      steps.findIndex(step => step.startsWith('group')) < steps.findIndex(step => step.includes('/p>')),
    );
    assert.ok(!steps.includes('hash join'));
  });

  it('goes across groups that are only joined, and across OPTIONAL on the left', async () => {
    const steps = await stepsOf(data, 'SELECT * { { ?a :p ?b } { ?b :r ?y } OPTIONAL { ?b :q ?x } }');
    assert.deepEqual(steps, [
      'index join ?b <http://e/r> ?y',
      'index join ?a <http://e/p> ?b',
      'index join ?b <http://e/q> ?x',
      'optional',
    ]);
  });
});

describe('conditions', () => {
  it('are tested as soon as their variables are bound', async () => {
    const steps = await stepsOf(data, 'SELECT * { ?a :p ?b . ?a :q ?x FILTER(?x < 3) FILTER(isIRI(?b)) }');
    assert.deepEqual(steps, [
      'index join ?a <http://e/q> ?x',
      'filter <(?x, "3")',
      'index join ?a <http://e/p> ?b',
      'filter isiri(?b)',
    ]);
  });

  it('on the left side of OPTIONAL are tested before it', async () => {
    const query = 'SELECT * { ?a :q ?x OPTIONAL { ?a :p ?b } FILTER(?x < 3 && BOUND(?b)) }';
    assert.deepEqual(await stepsOf(data, query), [
      'index join ?a <http://e/q> ?x',
      'filter <(?x, "3")',
      'index join ?a <http://e/p> ?b',
      'optional',
      'filter bound(?b)',
    ]);
    assert.equal((await ask(data, query)).length, 3);
  });

  it('on what BIND computes from are tested before it', async () => {
    const steps = await stepsOf(
      data,
      'SELECT * { ?a :q ?x BIND(?x + 1 AS ?y) FILTER(?x < 3) FILTER(?y < 3) }',
    );
    assert.deepEqual(steps, [
      'index join ?a <http://e/q> ?x',
      'filter <(?x, "3")',
      'extend ?y = +(?x, "1")',
      'filter <(?y, "3")',
    ]);
  });

  it('go into the OPTIONAL that stands among other parts of a join', async () => {
    const query = 'SELECT * { { ?a :q ?x OPTIONAL { ?a :r ?y } } { ?a :p ?b } FILTER(?x < 3) }';
    const steps = await stepsOf(data, query);
    assert.ok(steps.indexOf('filter <(?x, "3")') < steps.indexOf('optional'));
    assert.equal((await ask(data, query)).length, 3);
  });

  it('stay outside when the variable may be unbound inside', async () => {
    const query = 'SELECT ?a { ?a :p ?b OPTIONAL { ?a :q ?x } OPTIONAL { ?b :q ?x } FILTER(?x = 12 - 12) }';
    assert.deepEqual((await ask(data, query)).sort(), [':n0', ':n12', ':n24', ':n36', ':n48']);
  });
});
