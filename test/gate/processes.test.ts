import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { descendantsOf, descriptorsOf, familyOf, isAlive, residentBytes } from './processes.js';
import { MemoryWatch } from './support/memory-watch.js';
import { end, hasEnded, tracked } from './support/started.js';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** A process with a child that has a child, which all wait. */
function threeGenerations() {
  return tracked(spawn('sh', ['-c', 'sh -c "sleep 60; true" ; true'], { detached: true, stdio: 'ignore' }));
}

describe('processes', () => {
  it('are found with all that they started, their memory and their descriptors', async () => {
    const child = threeGenerations();
    const pid = child.pid ?? 0;
    while (descendantsOf(pid).length < 2) await pause(10);
    assert.equal(descendantsOf(pid).length, 2);
    assert.deepEqual(familyOf(pid), [pid, ...descendantsOf(pid)]);
    assert.ok(residentBytes(familyOf(pid)) > residentBytes([pid]));
    assert.ok(descriptorsOf(pid) >= 3);
    const family = familyOf(pid);
    await end(child, 5_000);
    while (family.some(isAlive)) await pause(10);
    assert.deepEqual([familyOf(pid), residentBytes(family), descriptorsOf(pid)], [[], 0, 0]);
  });

  it('are ended with all that they started, when they do not end by themselves', async () => {
    const child = tracked(
      spawn('sh', ['-c', 'trap "" TERM; sleep 60 & wait; wait'], { detached: true, stdio: 'ignore' }),
    );
    while (descendantsOf(child.pid ?? 0).length < 1) await pause(10);
    const family = familyOf(child.pid ?? 0);
    await end(child, 300);
    assert.ok(hasEnded(child));
    while (family.some(isAlive)) await pause(10);
  });

  it('are watched, and reported once they hold too much', async () => {
    const child = threeGenerations();
    while (descendantsOf(child.pid ?? 0).length < 2) await pause(10);
    let excess = 0;
    const watch = new MemoryWatch(child.pid ?? 0, 1_000, () => (excess += 1));
    await pause(700);
    assert.equal(excess, 1);
    assert.ok(watch.peak > 1_000 && watch.last > 1_000);
    watch.stop();
    await end(child, 5_000);
  });
});
