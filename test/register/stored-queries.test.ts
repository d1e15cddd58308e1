import assert from 'node:assert/strict';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { StoredQueries } from '../../src/register/stored-queries.js';
import type { Answer, Query, SparqlEngine } from '../../src/sparql/engine.js';

/** An engine that answers what it is told to, and remembers what it was asked. */
class TestEngine implements SparqlEngine {
  readonly asked: Query[] = [];

  constructor(public reply: string | Error) {}

  answer(query: Query): Promise<Answer> {
    this.asked.push(query);
    const { reply } = this;
    if (reply instanceof Error) return Promise.reject(reply);
    // In two parts, cut within a character of two bytes.
    const bytes = Buffer.from(reply);
    const middle = reply.includes('é') ? Buffer.byteLength(reply.slice(0, reply.indexOf('é'))) + 1 : 1;
    const body = (async function* () {
      yield await Promise.resolve(bytes.subarray(0, middle));
      yield bytes.subarray(middle);
    })();
    return Promise.resolve({ mediaType: 'text/plain', body });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const triples = '<http://a.example/> <http://b.example/> "é"@fr .\n';
const rows = JSON.stringify({ results: { bindings: [{ n: { value: '3' } }, {}] } });
const texts = new Map([
  ['some', 'CONSTRUCT {} {}'],
  ['other', 'SELECT * {}'],
]);

function setUp(reply: string | Error) {
  const engine = new TestEngine(reply);
  const store = { revision: 1 };
  return { engine, store, queries: new StoredQueries(texts, engine, () => store.revision) };
}

describe('stored queries', () => {
  it('give triples and rows, whatever the parts that an answer comes in', async () => {
    const [found] = await setUp(triples).queries.construct('some');
    assert.deepEqual([found?.object.value, found?.subject.value], ['é', 'http://a.example/']);
    assert.deepEqual(await setUp(rows).queries.select('other'), [{ n: '3' }, {}]);
  });

  it('send the text and the terms apart, never one in the other', async () => {
    const { engine, queries } = setUp(triples);
    const thing = namedNode('http://a.example/} ; DROP ALL #');
    await queries.construct('some', { thing });
    assert.equal(engine.asked[0]?.text, 'CONSTRUCT {} {}');
    assert.equal(engine.asked[0]?.bindings?.['thing'], thing);
  });

  it('remember an answer until the store moves on', async () => {
    const { engine, store, queries } = setUp(triples);
    await Promise.all([queries.construct('some'), queries.construct('some')]);
    await queries.construct('some');
    assert.equal(engine.asked.length, 1);
    store.revision = 2;
    await queries.construct('some');
    assert.equal(engine.asked.length, 2);
  });

  it('tell answers apart by name and by each bound term', async () => {
    const { engine, queries } = setUp(triples);
    const terms = [
      {},
      { x: namedNode('http://a.example/') },
      { x: literal('http://a.example/') },
      { x: literal('http://a.example/', 'fr') },
      { y: namedNode('http://a.example/') },
    ];
    for (const bindings of terms) await queries.construct('some', bindings);
    assert.equal(engine.asked.length, terms.length);
    for (const bindings of terms) await queries.construct('some', bindings);
    assert.equal(engine.asked.length, terms.length);
    await queries.construct('other');
    assert.equal(engine.asked.length, terms.length + 1);
  });

  it('forget a failure at once', async () => {
    const { engine, queries } = setUp(new Error('busy'));
    await assert.rejects(queries.construct('some'), /busy/);
    engine.reply = triples;
    assert.equal((await queries.construct('some')).length, 1);
  });

  it('remember no more than their bound: the oldest makes room', async () => {
    const { engine, queries } = setUp(triples);
    const ask = (index: number) => queries.construct('some', { x: literal(String(index)) });
    for (let index = 0; index < 2_001; index += 1) await ask(index);
    assert.equal(engine.asked.length, 2_001);
    await ask(2_000);
    assert.equal(engine.asked.length, 2_001);
    await ask(0);
    assert.equal(engine.asked.length, 2_002);
  });

  it('say which one is missing', async () => {
    await assert.rejects(setUp(triples).queries.construct('nowhere'), /"nowhere"/);
  });
});
