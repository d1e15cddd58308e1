import assert from 'node:assert/strict';
import { namedNode, quad, term, literal } from '../../src/rdf/terms.js';
import { Identifiers } from '../../src/register/identifiers.js';
import { Register } from '../../src/register/read.js';
import { StoredQueries } from '../../src/register/stored-queries.js';
import type { SparqlEngine } from '../../src/sparql/engine.js';
import { ColumnStore } from '../../src/store/column-store.js';

const base = 'http://localhost:3000';
const graph = namedNode(`${base}/need/a`);
const thing = namedNode(`${base}/id/need/a`);
const commit = { removed: [], who: base, when: '2026-01-01T00:00:00Z', why: 'test' };

/** A register over a store in memory; its engine knows the titles in the store, and fails as often as told. */
function setUp() {
  const store = new ColumnStore();
  const state = { asked: 0, failures: 0 };
  const engine: SparqlEngine = {
    answer: async () => {
      state.asked += 1;
      if (state.failures > 0) {
        state.failures -= 1;
        throw new Error('busy');
      }
      const titles = (await store.graph(graph.value)).filter(({ predicate }) =>
        predicate.value.endsWith('title'),
      );
      const text = titles
        .map(
          ({ subject, object }) =>
            `<${subject.value}> <http://purl.org/dc/terms/title> "${object.value}"@fr .\n`,
        )
        .join('');
      return {
        mediaType: 'application/n-triples',
        body: (async function* () {
          yield await Promise.resolve(Buffer.from(text));
        })(),
      };
    },
    close: () => Promise.resolve(),
  };
  const texts = new Map([
    ['kind-things', 'x'],
    ['kind-context', 'x'],
  ]);
  const register = new Register(
    store,
    new StoredQueries(texts, engine, () => store.revision),
    new Identifiers(base),
  );
  const title = (value: string) => quad(thing, term('dct', 'title'), literal(value, 'fr'), graph);
  return { store, register, state, title };
}

describe('register', () => {
  it('reads a list once, until the store moves on', async () => {
    const { store, register, state, title } = setUp();
    await store.commit({ ...commit, added: [title('Un')] });
    const first = await register.entries('need');
    assert.equal(first.get('need/a')?.titles[0]?.value, 'Un');
    const { asked } = state;
    assert.equal(await register.entries('need'), first);
    assert.equal(state.asked, asked);
    await store.commit({ ...commit, added: [title('Deux')], removed: [title('Un')] });
    assert.equal((await register.entries('need')).get('need/a')?.titles[0]?.value, 'Deux');
  });

  it('keeps lists apart by kind', async () => {
    const { store, register, title } = setUp();
    await store.commit({ ...commit, added: [title('Un')] });
    assert.equal((await register.entries('need')).size, 1);
    assert.equal((await register.entries('action')).size, 0);
  });

  it('does not keep a failure', async () => {
    const { store, register, state, title } = setUp();
    await store.commit({ ...commit, added: [title('Un')] });
    state.failures = 2;
    await assert.rejects(register.entries('need'), /busy/);
    assert.equal((await register.entries('need')).size, 1);
  });

  it('knows a document by its graph, and none where there is no triple', async () => {
    const { store, register, title } = setUp();
    await store.commit({ ...commit, added: [title('Un')] });
    assert.equal((await register.document(graph.value))?.length, 1);
    assert.equal(await register.document(`${base}/need/b`), undefined);
    assert.equal(await register.record({ kind: 'need', slug: 'b' }, 'fr'), undefined);
  });
});
