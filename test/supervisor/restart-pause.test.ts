import assert from 'node:assert/strict';
import type { Life } from '../../src/supervisor/life.js';
import { RestartPause } from '../../src/supervisor/restart-pause.js';

const crashed: Life = { pid: 1, code: null, signal: 'SIGABRT', livedMs: 900, servedMs: 200 };
const killed: Life = { ...crashed, signal: 'SIGKILL' };
const neverReady: Life = { ...crashed, code: 1, signal: null, servedMs: undefined };
const killedAtStart: Life = { ...killed, servedMs: undefined };
const longLived: Life = { ...crashed, livedMs: 61_000, servedMs: 60_000 };

/** The pauses after one life after the other, in milliseconds. */
function pausesAfter(...lives: Life[]): number[] {
  const pause = new RestartPause();
  return lives.map(life => pause.after(life));
}

describe('the pause before a restart', () => {
  it('is none after a long life, however often', () => {
    assert.deepEqual(pausesAfter(longLived, longLived, longLived), [0, 0, 0]);
  });

  it('is none when a process that answered is killed from outside, however often', () => {
    assert.deepEqual(new Set(pausesAfter(...Array<Life>(50).fill(killed))), new Set([0]));
  });

  for (const [what, life] of Object.entries({ crashed, neverReady, killedAtStart }))
    it(`grows to some seconds as it is ${what} again and again`, () => {
      assert.deepEqual(
        pausesAfter(...Array<Life>(8).fill(life)),
        [0, 250, 500, 1_000, 2_000, 4_000, 5_000, 5_000],
      );
    });

  it('begins anew after a long life', () => {
    assert.deepEqual(
      pausesAfter(crashed, neverReady, crashed, longLived, crashed, crashed),
      [0, 250, 500, 0, 0, 250],
    );
  });
});
