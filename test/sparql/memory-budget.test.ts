import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { MemoryBudget, MemoryShare } from '../../src/sparql/memory-budget.js';
import { Memory } from '../../src/sparql/native/memory.js';
import { assertProblem } from '../support/problems.js';

const megabyte = 1_000_000;
const query = (share: MemoryShare) => new Memory(500 * megabyte, share);

describe('the memory budget of all queries', () => {
  it('is shared by the queries of all workers, and refuses the one that asks for more than is left', async () => {
    const budget = new MemoryBudget(100 * megabyte);
    const [one, other] = [new MemoryShare(budget.open()), new MemoryShare(budget.open())];
    const [first, second] = [query(one), query(other)];
    first.take(60 * megabyte);
    second.take(30 * megabyte);
    assert.equal(budget.heldMb, 90);
    const { status, members } = await assertProblem(
      () => second.take(20 * megabyte),
      'overloaded',
      /Ask again/,
    );
    assert.deepEqual([status, members], [503, { retryAfter: 5 }]);
    second.end();
    assert.equal(budget.heldMb, 60);
    query(other).take(30 * megabyte);
    first.end();
    assert.equal(budget.heldMb, 30);
  });

  it('leaves a query that holds little alone, and keeps nothing at hand when there is no more', () => {
    const budget = new MemoryBudget(50 * megabyte);
    const [one, other] = [new MemoryShare(budget.open()), new MemoryShare(budget.open())];
    query(one).take(50 * megabyte);
    const light = query(other);
    light.take(5 * megabyte);
    assert.ok(light.keep(2 * megabyte));
    assert.ok(!light.keep(10 * megabyte));
    assert.throws(() => light.take(4 * megabyte), /memory/);
  });

  it('is told of whole megabytes, rounded up', () => {
    const budget = new MemoryBudget(50 * megabyte);
    const memory = query(new MemoryShare(budget.open()));
    memory.take(1);
    assert.equal(budget.heldMb, 1);
    memory.take(megabyte);
    assert.equal(budget.heldMb, 2);
    memory.release(2);
    assert.equal(budget.heldMb, 1);
  });

  it('gets the share of a worker back that was ended', async () => {
    const budget = new MemoryBudget(50 * megabyte);
    const handle = budget.open();
    const worker = new Worker(
      `const { workerData } = require('node:worker_threads');
       Atomics.store(new Int32Array(workerData.held), workerData.share, 40);
       setInterval(() => {}, 1_000);`,
      { eval: true, workerData: handle },
    );
    while (budget.heldMb === 0) await new Promise(resolve => setTimeout(resolve, 5));
    const ended = once(worker, 'exit');
    await worker.terminate();
    await ended;
    assert.equal(budget.heldMb, 40);
    budget.close(handle);
    assert.equal(budget.heldMb, 0);
    assert.equal(budget.open().share, handle.share);
  });
});
