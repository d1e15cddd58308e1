import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Kept } from '../../../src/sparql/native/kept.js';
import { Memory, type MemorySource } from '../../../src/sparql/native/memory.js';
import { assertProblem } from '../../support/problems.js';

/** A source that counts, and refuses what goes beyond its bound. */
class Source implements MemorySource {
  held = 0;
  constructor(private readonly bound = Infinity) {}
  take(bytes: number): void {
    this.held += bytes;
    if (this.held > this.bound) throw new RangeError('no more');
  }
  release(bytes: number): void {
    this.held -= bytes;
  }
  keep(bytes: number): boolean {
    if (this.held + bytes > this.bound) return false;
    this.held += bytes;
    return true;
  }
  forget(bytes: number): void {
    this.held -= bytes;
  }
}

describe('Memory', () => {
  it('refuses to go over the bound, and says so', async () => {
    const memory = new Memory(5_000_000);
    memory.take(5_000_000);
    const { members, status } = await assertProblem(() => memory.take(1), 'memory-limit', /5 MB/);
    assert.deepEqual([members, status], [{ limit: 5_000_000, unit: 'bytes' }, 422]);
  });

  it('gives all of it back to its source when it ends, whatever was taken, and by which part', () => {
    const step = fc.record({
      by: fc.nat({ max: 2 }),
      what: fc.constantFrom('take', 'release', 'keep', 'forget', 'end'),
      bytes: fc.nat({ max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(step), steps => {
        const source = new Source();
        const memory = new Memory(500, source);
        const accounts = [memory, memory.part(), memory.part().part()];
        for (const { by, what, bytes } of steps.filter(({ by, what }) => by > 0 || what !== 'end'))
          try {
            if (what === 'end') accounts[by]!.end();
            else accounts[by]![what](bytes);
          } catch {
            // Beyond the bound: what was taken is counted all the same.
          }
        assert.equal(source.held, memory.taken);
        memory.end();
        assert.equal(source.held, 0);
        memory.take(1);
        accounts[1]!.take(1);
        accounts[2]!.end();
        assert.equal(source.held, 0);
      }),
    );
  });

  it('keeps things at hand for a part of it only, and never refuses because of them', () => {
    const memory = new Memory(1_000);
    assert.ok(memory.keep(250));
    assert.ok(!memory.keep(1));
    memory.forget(250);
    memory.take(900);
    assert.ok(!memory.keep(200));
    assert.ok(!new Memory(1_000, new Source(10)).keep(20));
  });

  it('passes on that its source has no more', () => {
    const memory = new Memory(1_000, new Source(10));
    assert.throws(() => memory.part().take(11), /no more/);
  });
});

describe('Kept', () => {
  it('keeps what there is memory for, and begins anew when there is none', () => {
    const memory = new Memory(4_000);
    const kept = new Kept<string>(memory, ({ length }) => length);
    kept.set(1, 'a'.repeat(300));
    kept.set(2, 'b'.repeat(300));
    assert.deepEqual([kept.get(1)?.length, kept.has(2), kept.size], [300, true, 2]);
    kept.set(3, 'c'.repeat(400));
    assert.deepEqual([kept.has(1), kept.has(2), kept.get(3)?.length], [false, false, 400]);
    kept.set(4, 'd'.repeat(2_000));
    assert.deepEqual([kept.size, memory.taken], [0, 0]);
  });
});
