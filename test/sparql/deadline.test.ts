import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Deadline } from '../../src/sparql/deadline.js';

describe('Deadline', () => {
  const reachedAfter = async (ms: number, use: (deadline: Deadline) => Promise<void>) => {
    const begun = performance.now();
    let took = Infinity;
    const deadline = new Deadline(ms, () => (took = performance.now() - begun));
    await use(deadline);
    await pause(ms + 100);
    return took;
  };

  it('is reached once its time has run', async () => {
    const took = await reachedAfter(40, async deadline => {
      deadline.run();
      deadline.run();
    });
    assert.ok(took >= 39 && took < 140, String(took));
  });

  it('is not reached while it pauses, nor before it runs', async () => {
    assert.equal(await reachedAfter(20, async () => undefined), Infinity);
    assert.equal(
      await reachedAfter(40, async deadline => {
        deadline.run();
        await pause(10);
        deadline.pause();
        deadline.pause();
      }),
      Infinity,
    );
  });

  it('goes on after a pause with the time that was left', async () => {
    const took = await reachedAfter(60, async deadline => {
      deadline.run();
      await pause(30);
      deadline.pause();
      await pause(100);
      deadline.run();
    });
    assert.ok(took >= 155, String(took));
  });
});
