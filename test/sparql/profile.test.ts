import assert from 'node:assert/strict';
import type { Operator } from '../../src/sparql/native/operator.js';
import { Profiler } from '../../src/sparql/profile.js';

const scan: Operator = { explain: () => ({ name: 'scan' }), run: input => input };

describe('the profile of a query', () => {
  it('is that of a native query unless it was handed over', () => {
    const profiler = new Profiler();
    profiler.planned(profiler.step(scan));
    const { engine, plan, reason } = profiler.profile;
    assert.deepEqual([engine, plan?.name, reason], ['native', 'scan', undefined]);
    profiler.handOver('It was too much.');
    assert.deepEqual(
      [profiler.profile.engine, profiler.profile.reason, profiler.profile.plan],
      ['comunica', 'It was too much.', undefined],
    );
  });

  it('shows the plans of the first twenty times that parts were evaluated, and counts the rest', () => {
    const profiler = new Profiler();
    profiler.handOver();
    for (let time = 0; time < 20; time += 1) profiler.planned(profiler.step(scan));
    assert.equal(profiler.profile.pushed?.length, 20);
    assert.equal(profiler.profile.pushedMore, undefined);
    for (let time = 0; time < 5; time += 1) profiler.planned(profiler.step(scan));
    assert.equal(profiler.profile.pushed?.length, 20);
    assert.equal(profiler.profile.pushedMore, 5);
  });
});
