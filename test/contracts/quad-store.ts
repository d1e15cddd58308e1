import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quad } from '@rdfjs/types';
import { blankNode, defaultGraph, literal, namedNode, quad, term } from '../../src/rdf/terms.js';
import type { QuadStore } from '../../src/store/quad-store.js';
import type { Transaction } from '../../src/store/transaction.js';
import { anyDataset, anyIri, anyText } from '../support/graphs.js';
import { assertIsomorphic } from '../support/isomorphism.js';

/** A store to try out: opened empty for each test, and closed after it. */
export interface StoreUnderTest {
  open(): Promise<QuadStore>;
  close?(store: QuadStore): Promise<void>;
}

const [g1, g2] = [namedNode('http://e/g1'), namedNode('http://e/g2')];
const one = (graph: Quad['graph'] = g1) =>
  quad(namedNode('http://e/a'), term('dct', 'title'), literal('one'), graph);
const two = (graph: Quad['graph'] = g1) =>
  quad(namedNode('http://e/a'), term('dct', 'title'), literal('two'), graph);

const change = (added: readonly Quad[], removed: readonly Quad[] = []): Transaction => ({
  added,
  removed,
  who: 'http://e/agent',
  when: '2026-01-01T00:00:00Z',
  why: 'test',
});

/** What every quad store has to do, whatever is behind it. */
export function describeQuadStore(name: string, { open, close }: StoreUnderTest): void {
  describe(name, () => {
    let store: QuadStore;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(() => close?.(store));

    it('begins empty, at revision 0', async () => {
      assert.deepEqual([store.revision, store.size, [...store.quads()]], [0, 0, []]);
      assert.deepEqual([await store.graphNames(), await store.graph(g1.value)], [[], []]);
    });

    it('gives back what was committed, graph by graph', async () => {
      await store.commit(change([one(), two(), one(g2)]));
      assertIsomorphic(await store.graph(g1.value), [one(), two()]);
      assertIsomorphic(await store.graph(g2.value), [one(g2)]);
      assertIsomorphic(store.quads(), [one(), two(), one(g2)]);
    });

    it('tells what any graph says of a thing, by property, each triple once', async () => {
      const other = quad(namedNode('http://e/b'), term('dct', 'title'), literal('other'), g1);
      const said = quad(namedNode('http://e/a'), term('dct', 'type'), namedNode('http://e/b'), g2);
      await store.commit(change([one(), one(g2), two(g2), other, said]));
      const about = (thing: string, ...properties: string[]) => store.about(thing, properties);
      const [title, type] = [term('dct', 'title').value, term('dct', 'type').value];
      const values = (await about('http://e/a', type, title)).map(({ object }) => object.value);
      assert.equal(values[0], 'http://e/b');
      assert.deepEqual(values.slice(1).sort(), ['one', 'two']);
      const graphs = (await about('http://e/a', title)).map(({ object, graph }) => [
        object.value,
        graph.value,
      ]);
      assert.ok(
        graphs.every(([value, graph]) => graph === g2.value || (value === 'one' && graph === g1.value)),
      );
      assert.deepEqual(await about('http://e/a'), []);
      assert.deepEqual(await about('http://e/a', 'http://e/no-such'), []);
      assert.deepEqual(await about('http://e/no-such', title), []);
      await store.commit(change([], [one(), one(g2), two(g2)]));
      assert.deepEqual(await about('http://e/a', title), []);
    });

    it('has names for the graphs that hold something, sorted', async () => {
      await store.commit(change([one(g2), one(namedNode('http://e/é')), one(g1)]));
      assert.deepEqual(await store.graphNames(), ['http://e/g1', 'http://e/g2', 'http://e/é']);
      await store.commit(change([], [one(g2)]));
      assert.deepEqual(await store.graphNames(), ['http://e/g1', 'http://e/é']);
    });

    it('has no name for the default graph, nor for one named by a blank node', async () => {
      await store.commit(change([one(defaultGraph()), two(blankNode('g'))]));
      assert.deepEqual(await store.graphNames(), []);
      assert.deepEqual(await store.graph(''), []);
      assert.equal([...store.quads()].length, 2);
    });

    it('gives nothing for a graph that it does not have', async () => {
      await store.commit(change([one()]));
      for (const other of ['http://e/none', 'g1', 'constructor', '__proto__'])
        assert.deepEqual(await store.graph(other), []);
    });

    it('counts a triple once, however many graphs hold it', async () => {
      await store.commit(change([one(g1), one(g2), one(defaultGraph()), two(g1)]));
      assert.equal(store.size, 2);
      await store.commit(change([], [one(g1)]));
      assert.equal(store.size, 2);
      await store.commit(change([], [one(g2), one(defaultGraph())]));
      assert.equal(store.size, 1);
    });

    it('grows by one revision with each transaction, even one that changes nothing', async () => {
      await store.commit(change([one()]));
      await store.commit(change([one()]));
      await store.commit(change([]));
      assert.deepEqual([store.revision, store.size], [3, 1]);
    });

    it('removes first, and adds then', async () => {
      await store.commit(change([one()], [one()]));
      assertIsomorphic(store.quads(), [one()]);
      await store.commit(change([one(), two()], [one()]));
      assertIsomorphic(store.quads(), [one(), two()]);
    });

    it('removes from the graph named, and from no other', async () => {
      await store.commit(change([one(g1), one(g2)]));
      await store.commit(change([], [one(g1)]));
      assertIsomorphic(store.quads(), [one(g2)]);
    });

    it('does not mind the removal of what it does not have', async () => {
      await store.commit(change([], [one()]));
      assert.deepEqual([...store.quads()], []);
    });

    it('leaves what it gave out as it was', async () => {
      await store.commit(change([one()]));
      const given = await store.graph(g1.value);
      await store.commit(change([two()], [one()]));
      assertIsomorphic(given, [one()]);
    });

    it('carries out transactions that come together one after the other', async () => {
      await Promise.all(
        [change([one()]), change([two()]), change([one(g2)], [one()])].map(item => store.commit(item)),
      );
      assertIsomorphic(store.quads(), [two(), one(g2)]);
      assert.equal(store.revision, 3);
    });

    it('keeps every term as it is', () =>
      fc.assert(
        fc.asyncProperty(anyDataset({ text: anyText, predicate: anyIri }), async quads => {
          const fresh = await open();
          try {
            await fresh.commit(change(quads));
            assertIsomorphic(fresh.quads(), quads);
          } finally {
            await close?.(fresh);
          }
        }),
        { numRuns: 50 },
      ));

    it('holds, after any transactions, what a set of quads would hold', () =>
      fc.assert(
        fc.asyncProperty(fc.array(anyTransaction, { maxLength: 8 }), async transactions => {
          const fresh = await open();
          try {
            const model = new Map<string, Quad>();
            for (const { added, removed } of transactions) {
              for (const item of removed) model.delete(key(item));
              for (const item of added) model.set(key(item), item);
              await fresh.commit(change(added, removed));
            }
            await assertHolds(fresh, [...model.values()]);
            assert.equal(fresh.revision, transactions.length);
          } finally {
            await close?.(fresh);
          }
        }),
        { numRuns: 100 },
      ));
  });
}

const key = ({ subject, object, graph }: Quad) =>
  [subject, object, graph].map(({ value }) => value).join(' ');

/** Few quads, so that transactions meet. */
const anyQuad = fc
  .tuple(
    fc.constantFrom('a', 'b'),
    fc.constantFrom('x', 'y'),
    fc.constantFrom<Quad['graph']>(g1, g2, defaultGraph()),
  )
  .map(([subject, object, graph]) =>
    quad(namedNode(`http://e/${subject}`), term('dct', 'title'), literal(object), graph),
  );
const anyTransaction = fc.record({
  added: fc.array(anyQuad, { maxLength: 5 }),
  removed: fc.array(anyQuad, { maxLength: 5 }),
});

async function assertHolds(store: QuadStore, quads: readonly Quad[]): Promise<void> {
  assertIsomorphic(store.quads(), quads);
  assert.equal(
    store.size,
    new Set(quads.map(({ subject, object }) => `${subject.value} ${object.value}`)).size,
  );
  const names = new Set(quads.map(({ graph }) => graph.value).filter(Boolean));
  assert.deepEqual(await store.graphNames(), [...names].sort());
  for (const name of names)
    assertIsomorphic(
      await store.graph(name),
      quads.filter(({ graph }) => graph.value === name),
    );
}
