import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quad } from '@rdfjs/types';
import { literal, namedNode, quad, variable } from '../../src/rdf/terms.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { columnNames } from '../../src/store/columns.js';
import { ColumnStore } from '../../src/store/column-store.js';
import { DictionaryWriter } from '../../src/store/dictionary-writer.js';
import type { Transaction } from '../../src/store/transaction.js';
import { describeQuadStore } from '../contracts/quad-store.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { anyQuads } from './datasets.js';
import { assertSnapshotOf } from './snapshot-model.js';

describeQuadStore('ColumnStore', { open: () => Promise.resolve(new ColumnStore()) });

const change = (added: readonly Quad[], removed: readonly Quad[] = []): Transaction => ({
  added,
  removed,
  who: 'http://e/agent',
  when: '2026-01-01T00:00:00Z',
  why: 'test',
});
const [a, p, g, h] = ['a', 'p', 'g', 'h'].map(name => namedNode(`http://e/${name}`)) as [
  ReturnType<typeof namedNode>,
  ReturnType<typeof namedNode>,
  ReturnType<typeof namedNode>,
  ReturnType<typeof namedNode>,
];
const numbered = (value: number) => quad(a, p, literal(String(value)), g);

const key = ({ subject, predicate, object, graph }: Quad) =>
  [subject, predicate, object, graph].map(({ value }) => value).join(' ');

/** What a set of quads holds after transactions. */
function after(quads: readonly Quad[], transactions: readonly Transaction[]): Quad[] {
  const held = new Map(quads.map(item => [key(item), item]));
  for (const { removed, added } of transactions) {
    for (const item of removed) held.delete(key(item));
    for (const item of added) held.set(key(item), item);
  }
  return [...held.values()];
}

/** The columns are those that a build from nothing makes. */
function assertColumnsOf({ snapshot: { columns, dictionary } }: ColumnStore, quads: readonly Quad[]): void {
  const rebuilt = snapshotOf(quads, 0, new DictionaryWriter(dictionary.handle)).columns;
  for (const name of columnNames) assert.deepEqual(columns[name], rebuilt[name], name);
}

const anyTransaction = fc
  .tuple(anyQuads, anyQuads)
  .map(([added, removed]) => change(added.slice(0, 8), removed.slice(0, 20)));
const anyTransactions = fc.array(anyTransaction, { minLength: 1, maxLength: 4 });

describe('ColumnStore', () => {
  it('merges into the columns that a build from nothing would make, one by one or together', () =>
    fc.assert(
      fc.asyncProperty(anyQuads, anyTransactions, fc.boolean(), async (quads, transactions, together) => {
        const store = new ColumnStore(snapshotOf(quads));
        if (together) await Promise.all(transactions.map(item => store.commit(item)));
        else for (const item of transactions) await store.commit(item);
        const expected = after(quads, transactions);
        assertSnapshotOf(store.snapshot, expected);
        assertColumnsOf(store, expected);
        assert.equal(store.revision, transactions.length);
      }),
      { numRuns: 300 },
    ));

  it('keeps the snapshot that somebody reads as it was', () =>
    fc.assert(
      fc.asyncProperty(anyQuads, anyTransactions, async (quads, transactions) => {
        const store = new ColumnStore(snapshotOf(quads));
        const { snapshot } = store;
        for (const item of transactions) await store.commit(item);
        assertSnapshotOf(snapshot, quads);
        assertIsomorphic(snapshot.quads(), quads);
      }),
    ));

  it('reads to its end what was begun before a commit', async () => {
    const store = new ColumnStore(snapshotOf([numbered(1), numbered(2)]));
    const reading = store.quads();
    await store.commit(change([numbered(3)], [numbered(1)]));
    assertIsomorphic(reading, [numbered(1), numbered(2)]);
  });

  it('carries out together what waits, and counts each', async () => {
    const store = new ColumnStore(snapshotOf([numbered(0)], 5));
    const seen = new Set<unknown>();
    const commits = Array.from({ length: 64 }, async (_, i) => {
      await store.commit(change([numbered(i + 1)], [numbered(i)]));
      seen.add(store.snapshot);
    });
    await Promise.all(commits);
    assert.equal(seen.size, 1);
    assert.equal(store.revision, 69);
    assertIsomorphic(store.quads(), [numbered(64)]);
  });

  it('shows a commit to whoever asks once it is done, and not before', async () => {
    const store = new ColumnStore();
    const committed = store.commit(change([numbered(1)]));
    assert.equal(store.size, 0);
    await committed;
    assert.equal(store.size, 1);
  });

  it('refuses a transaction with what is no data, whole and alone', async () => {
    const store = new ColumnStore(snapshotOf([numbered(1)]));
    const faulty = change([numbered(2), quad(a, p, variable('x'), g)], [numbered(1)]);
    const [first, second, third] = await Promise.allSettled([
      store.commit(change([numbered(3)])),
      store.commit(faulty),
      store.commit(change([numbered(4)])),
    ]);
    assert.deepEqual([first.status, second.status, third.status], ['fulfilled', 'rejected', 'fulfilled']);
    assertIsomorphic(store.quads(), [numbered(1), numbered(3), numbered(4)]);
    assert.equal(store.revision, 2);
  });

  it('goes on after its last quad is gone', async () => {
    const store = new ColumnStore(snapshotOf([numbered(1)]));
    await store.commit(change([], [numbered(1)]));
    assert.deepEqual([store.size, [...store.quads()]], [0, []]);
    await store.commit(change([numbered(2)]));
    assertIsomorphic(store.quads(), [numbered(2)]);
  });

  it('takes a big change as it takes a small one', async () => {
    const quads = Array.from({ length: 3_000 }, (_, i) => numbered(i));
    const store = new ColumnStore(snapshotOf(quads.slice(0, 2_000)));
    const inOther = quads.map(item => quad(item.subject, item.predicate, item.object, h));
    await store.commit(change([...quads.slice(1_000), ...inOther], quads.slice(0, 500)));
    assert.equal(store.size, 3_000);
    assertColumnsOf(store, [...quads.slice(500), ...inOther]);
  });
});
