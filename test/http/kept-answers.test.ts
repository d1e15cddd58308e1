import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KeptAnswers, type Finished } from '../../src/http/kept-answers.js';

const answer = (text: string): Finished => ({ headers: {}, body: Buffer.from(text) });

/** A keeper of a number of kilobytes, its state, and how often each answer was made. */
function keeperOf(kilobytes: number) {
  const clock = { state: 'a' };
  const made: string[] = [];
  const kept = new KeptAnswers({ maxBytes: kilobytes * 1_000, state: () => clock.state });
  const get = async (name: string, text = name) =>
    (
      await kept.get(name, () => {
        made.push(name);
        return Promise.resolve(answer(text));
      })
    ).body.toString();
  return { clock, made, kept, get };
}

describe('kept answers', () => {
  it('are made once, until the state moves', async () => {
    const { clock, made, get } = keeperOf(1_000);
    assert.deepEqual([await get('x', 'one'), await get('x', 'two')], ['one', 'one']);
    clock.state = 'b';
    assert.equal(await get('x', 'three'), 'three');
    assert.deepEqual(made, ['x', 'x']);
  });

  it('make room in the order of their last use, and stay within the bound', async () => {
    const { made, get } = keeperOf(40);
    const text = 'x'.repeat(2_500);
    for (const name of ['a', 'b', 'c']) await get(name, text);
    for (let number = 0; number < 30; number += 1) {
      await get('a', text);
      await get(`n${number}`, text);
    }
    assert.equal(made.filter(name => name === 'a').length, 1);
    await get('b', text);
    assert.equal(made.filter(name => name === 'b').length, 2);
  });

  it('are none when nothing may be kept, or when one would drive too many out', async () => {
    const nothing = keeperOf(0);
    assert.deepEqual([await nothing.get('x', 'one'), await nothing.get('x', 'two')], ['one', 'two']);
    const little = keeperOf(16);
    const large = 'x'.repeat(10_000);
    await little.get('x', large);
    await little.get('x', large);
    assert.deepEqual(little.made, ['x', 'x']);
  });

  it('are made once for all who ask at the same time', async () => {
    const { kept } = keeperOf(0);
    let made = 0;
    const make = async () => {
      made += 1;
      await new Promise(resolve => setImmediate(resolve));
      return answer('x');
    };
    await Promise.all(Array.from({ length: 20 }, () => kept.get('x', make)));
    assert.equal(made, 1);
  });

  it('pass a failure on to who asked first only; the others ask on their own', async () => {
    const { kept } = keeperOf(1_000);
    let tries = 0;
    const failing = kept.get('x', async () => {
      await new Promise(resolve => setImmediate(resolve));
      throw new Error('gone');
    });
    const others = [1, 2, 3].map(() =>
      kept.get('x', () => {
        tries += 1;
        return Promise.resolve(answer('made'));
      }),
    );
    await assert.rejects(failing, /gone/);
    for (const other of await Promise.all(others)) assert.equal(other.body.toString(), 'made');
    assert.equal(tries, 1);
  });

  it('are not those that were begun before the state moved', async () => {
    const { clock, kept, get } = keeperOf(1_000);
    let finish: ((made: Finished) => void) | undefined;
    const old = kept.get('x', () => new Promise<Finished>(resolve => (finish = resolve)));
    clock.state = 'b';
    assert.equal(await get('x', 'new'), 'new');
    finish?.(answer('old'));
    assert.equal((await old).body.toString(), 'old');
    assert.equal(await get('x', 'newer'), 'new');
  });

  it('are never those of another name or state, whatever is asked', async () => {
    const step = fc.oneof(
      fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), length: fc.integer({ min: 0, max: 6_000 }) }),
      fc.constant('commit' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
        const { clock, kept } = keeperOf(30);
        let commits = 0;
        for (const taken of steps) {
          if (taken === 'commit') {
            commits += 1;
            clock.state = String(commits);
            continue;
          }
          const { name, length } = taken;
          const text = `${name} ${clock.state} `;
          const { body } = await kept.get(name, () => Promise.resolve(answer(text.padEnd(length, 'x'))));
          assert.ok(body.toString().startsWith(text));
        }
      }),
    );
  });
});
