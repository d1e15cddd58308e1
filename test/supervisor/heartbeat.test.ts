import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Heartbeat } from '../../src/supervisor/heartbeat.js';

const everyMs = 20;
const missed = 5;

/** A heartbeat whose pings are answered by `answer`, with what came of it. */
function beating(answer: (heartbeat: Heartbeat, ping: number) => void) {
  const seen = { pings: 0, stuck: 0 };
  const heartbeat: Heartbeat = new Heartbeat({
    everyMs,
    missed,
    ping: () => {
      seen.pings += 1;
      answer(heartbeat, seen.pings);
    },
    stuck: () => {
      seen.stuck += 1;
    },
  });
  heartbeat.start();
  return { heartbeat, seen };
}

describe('Heartbeat', () => {
  it('tells once, and pings no more, when several pings in a row are not answered', async () => {
    const { seen } = beating(() => undefined);
    await pause(everyMs * missed * 4);
    assert.deepEqual(seen, { pings: missed, stuck: 1 });
  });

  it('goes on as long as pings are answered, now and then at least', async () => {
    const { heartbeat, seen } = beating((of, ping) => {
      if (ping % (missed - 1) === 0) of.answered();
    });
    while (seen.pings < missed * 3) await pause(everyMs);
    heartbeat.stop();
    assert.equal(seen.stuck, 0);
  });

  it('takes no pause of this process for one of the other', async () => {
    const { heartbeat, seen } = beating(of => {
      setImmediate(() => {
        of.answered();
      });
    });
    for (const until = performance.now() + everyMs * missed * 3; performance.now() < until;);
    await pause(everyMs * 2);
    heartbeat.stop();
    assert.equal(seen.stuck, 0);
    assert.ok(seen.pings > 0);
  });

  it('ends with stop', async () => {
    const { heartbeat, seen } = beating(() => undefined);
    heartbeat.stop();
    await pause(everyMs * 3);
    assert.deepEqual(seen, { pings: 0, stuck: 0 });
  });
});
