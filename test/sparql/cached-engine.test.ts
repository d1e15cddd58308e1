import assert from 'node:assert/strict';
import { literal } from '../../src/rdf/terms.js';
import { CachedEngine } from '../../src/sparql/cached-engine.js';
import type { Answer, Asked, Query, SparqlEngine } from '../../src/sparql/engine.js';
import { assertProblem } from '../support/problems.js';
import { light, lightAnswer, TestPool, textOf } from './pools.js';

const formats = { solutions: 'csv', graph: 'ntriples' } as const;
/** 300 rows of a number, under 2 kB together. */
const numbers = 'SELECT ?o { ?s <http://e/p> ?o } ORDER BY ?o';
/** An answer of several parts. */
const long = 'SELECT ?a ?b ?x { ?a <http://e/p> ?x . ?b <http://e/p> ?c FILTER(?x < 10) }';

/** Workers that count what they are asked. */
class Counting implements SparqlEngine {
  asked = 0;
  constructor(private readonly engine: SparqlEngine) {}

  answer(query: Query, asked?: Asked): Promise<Answer> {
    this.asked += 1;
    return this.engine.answer(query, asked);
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

describe('an engine that keeps answers', () => {
  const workers = new TestPool();
  after(() => workers.pool.close());

  function setUp(maxBytes = 1_000_000) {
    const store = { revision: 1 };
    const engine = new Counting(workers.pool);
    const cached = new CachedEngine(engine, { maxBytes, currentRevision: () => store.revision });
    const text = async (asked: string | Partial<Query>) => {
      const query = typeof asked === 'string' ? { text: asked } : asked;
      return textOf(await cached.answer({ text: light, formats, ...query }));
    };
    return { store, engine, cached, text };
  }

  it('gives the same answer again, with its media type, and asks once', async () => {
    const { engine, cached } = setUp();
    for (let time = 0; time < 3; time += 1) {
      const answer = await cached.answer({ text: light, formats });
      assert.equal(answer.mediaType, 'text/csv');
      assert.equal(await textOf(answer), lightAnswer);
    }
    assert.equal(engine.asked, 1);
  });

  it('keeps an answer of several parts whole, for several readers at once', async () => {
    const { engine, text } = setUp();
    const first = await text(long);
    assert.ok(first.length > 70_000, 'more than two parts');
    assert.deepEqual(await Promise.all([text(long), text(long)]), [first, first]);
    assert.equal(engine.asked, 1);
  });

  it('tells apart formats, bound values and texts', async () => {
    const { engine, text } = setUp();
    const bound = 'SELECT ?x (1 AS ?n) {}';
    const answers = [
      await text(light),
      await text({ formats: { solutions: 'tsv' } }),
      await text({ text: bound, bindings: { x: literal('1') } }),
      await text({ text: bound, bindings: { x: literal('2') } }),
    ];
    assert.equal(new Set(answers).size, answers.length);
    assert.equal(engine.asked, answers.length);
  });

  it('forgets all at once when the store changes', async () => {
    const { store, engine, text } = setUp();
    await text(light);
    store.revision = 2;
    await text(light);
    await text(light);
    assert.equal(engine.asked, 2);
  });

  it('does not keep an answer that the store changed under', async () => {
    const { store, engine, cached, text } = setUp();
    const underWay = await cached.answer({ text: light, formats });
    store.revision = 2;
    assert.equal(await textOf(underWay), lightAnswer);
    await text(light);
    assert.equal(engine.asked, 2);
  });

  it('does not keep a failure', async () => {
    const { engine, text } = setUp();
    for (let time = 0; time < 2; time += 1) await assertProblem(() => text('SELECT * {'), 'syntax-error');
    assert.equal(engine.asked, 2);
  });

  it('does not keep an answer that failed on its way', async () => {
    const { engine, text } = setUp();
    const endless = 'SELECT * { ?a <http://e/p> ?b . ?c <http://e/p> ?d . ?e <http://e/p> ?f }';
    await assertProblem(() => text(endless), 'size-limit');
    assert.equal(await text(light), lightAnswer);
    assert.equal(engine.asked, 2);
  });

  it('does not keep an answer whose reader left', async () => {
    const { engine, cached, text } = setUp();
    const { body } = await cached.answer({ text: long, formats });
    for await (const part of body) {
      assert.ok(part.byteLength > 0);
      break;
    }
    assert.ok((await text(long)).length > 70_000);
    assert.equal(engine.asked, 2);
  });

  it('keeps an answer that came at once, read or not', async () => {
    const { engine, cached, text } = setUp();
    const { whole } = await cached.answer({ text: light, formats });
    assert.equal(Buffer.from(whole ?? []).toString(), lightAnswer);
    assert.equal(await text(light), lightAnswer);
    assert.equal(engine.asked, 1);
  });

  it('answers no more once it is closed', async () => {
    const { pool } = new TestPool();
    const cached = new CachedEngine(pool, { maxBytes: 1_000_000, currentRevision: () => 1 });
    assert.equal(await textOf(await cached.answer({ text: light, formats })), lightAnswer);
    await cached.close();
    await assertProblem(() => cached.answer({ text: light, formats }), 'unavailable', /stopping/);
  });

  it('does not keep what is not the same each time', async () => {
    const { engine, text } = setUp();
    const random = 'SELECT (STRUUID() AS ?id) {}';
    assert.notEqual(await text(random), await text(random));
    assert.equal(engine.asked, 2);
  });

  it('passes an answer on that would take too large a part of it', async () => {
    const { engine, text } = setUp(4_000);
    assert.equal((await text(numbers)).split('\r\n').length, 302);
    await text(numbers);
    assert.equal(engine.asked, 2);
  });

  it('stays within its bound: what was not asked for longest makes room', async () => {
    const { engine, text } = setUp(1_500);
    const ask = (n: number) => text(`SELECT (${String(n)} AS ?n) { } # ${'-'.repeat(400)}`);
    for (const n of [1, 2, 3, 1]) await ask(n);
    assert.equal(engine.asked, 3, 'there is room for three');
    await ask(4);
    await ask(1);
    assert.equal(engine.asked, 4, 'the first was used lately');
    await ask(2);
    assert.equal(engine.asked, 5, 'the second made room');
  });
});
