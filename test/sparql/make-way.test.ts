import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { light, lightAnswer, TestPool } from './pools.js';

/** The priorities of all threads of this process, as nice values (proc_pid_stat(5), field 19). */
function niceValues(): number[] {
  return readdirSync('/proc/self/task').map(thread => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}

const script = new URL('../../src/sparql/worker.js', import.meta.url);

describe('the priority of a worker', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('is below that of all other threads, by as much as is set', async () => {
    const before = niceValues();
    const test = new TestPool({ script, settings: { niceness: 7 } });
    try {
      assert.equal(await test.text(light), lightAnswer);
      const lowered = niceValues().filter(value => value === Math.min(19, Math.min(...before) + 7));
      assert.equal(lowered.length - before.filter(value => value === lowered[0]).length, 1);
    } finally {
      await test.pool.close();
    }
  });

  it('is that of the others when nothing is set', async () => {
    const before = new Set(niceValues());
    const test = new TestPool();
    try {
      assert.equal(await test.text(light), lightAnswer);
      assert.deepEqual(new Set(niceValues()), before);
    } finally {
      await test.pool.close();
    }
  });
});
