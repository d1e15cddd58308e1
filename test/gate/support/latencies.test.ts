import assert from 'node:assert/strict';
import { interleaved } from './interleaved.js';
import { clientDelay, faultsIn, latencies, latencyOf } from './latencies.js';
import type { Sample } from './open-loop.js';

const samples: Sample[] = Array.from({ length: 200 }, (_, number) => ({
  sort: number % 2 === 0 ? 'page' : 'sparql',
  path: '/',
  dueAt: 1_000 + number,
  sentAt: 1_003 + number,
  ms: 1 + (number >> 1),
  ...(number === 7 || number === 9 ? { fault: 'status 503' } : {}),
}));

describe('what a harmless client saw', () => {
  it('is counted by sort of request, and what failed as never answered', () => {
    assert.deepEqual(latencies(samples), [
      { sort: 'page', requests: 100, failures: 0, p50: 50, p99: 99, most: 100 },
      { sort: 'sparql', requests: 100, failures: 2, p50: 52, p99: Infinity, most: Infinity },
    ]);
    assert.deepEqual(faultsIn(samples), [['sparql: status 503', 2]]);
    assert.equal(clientDelay(samples), 3);
  });

  it('meets no bound where there was no request', () => {
    assert.equal(latencyOf('api', samples).p99 < 1_000, false);
  });
});

describe('two lists in one', () => {
  it('keep their order, the shorter spread among the longer', () => {
    assert.deepEqual(interleaved([1, 2, 3, 4], [10, 20]), [1, 10, 2, 3, 20, 4]);
    assert.deepEqual(interleaved([10], [1, 2, 3]), [1, 2, 10, 3]);
  });
});
