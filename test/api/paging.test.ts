import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutPart, partParameters, type Part } from '../../src/http/api/paging.js';
import { assertProblem } from '../support/problems.js';

const list = fc.array(fc.nat(), { maxLength: 40 });
const size = fc.integer({ min: 1, max: 12 });

/** The part that its parameters ask for. */
function partOf(step: readonly (readonly [string, string])[]): Part {
  const asked = Object.fromEntries(step.map(([name, value]) => [name, Number(value)]));
  const wanted = asked['limit'] ?? asked['size'];
  return {
    ...(wanted === undefined ? {} : { size: wanted }),
    ...(asked['page'] === undefined ? {} : { page: asked['page'] }),
    ...(asked['offset'] === undefined ? {} : { offset: asked['offset'] }),
  };
}

/** What the next parts have, one after the other. */
function following<T>(all: readonly T[], part: Part): T[] {
  const { items, steps } = cutPart(all, part);
  return steps.next ? [...items, ...following(all, partOf(steps.next))] : [...items];
}

describe('parts of a list', () => {
  it('have each record once, page after page', () => {
    fc.assert(
      fc.property(list, size, (all, size) => {
        assert.deepEqual(following(all, { size }), all);
        assert.deepEqual(following(all, { size, page: 1 }), all);
      }),
    );
  });

  it('have each record from an offset once, part after part', () => {
    fc.assert(
      fc.property(list, size, fc.nat(50), (all, size, offset) => {
        assert.deepEqual(following(all, { size, offset }), all.slice(offset));
      }),
    );
  });

  it('lead to the first and the last, and nowhere beyond', () => {
    fc.assert(
      fc.property(list, size, fc.nat(50), (all, size, offset) => {
        for (const part of [{ size, offset }, { size }]) {
          const { steps } = cutPart(all, part);
          const at = (step: typeof steps.id) => cutPart(all, partOf(step));
          assert.deepEqual(at(steps.first).items, all.slice(0, size));
          assert.equal(at(steps.first).steps.previous, undefined);
          assert.equal(at(steps.last).steps.next, undefined);
          assert.deepEqual(at(steps.last).items.at(-1), all.at(-1));
          if (steps.previous) assert.ok(at(steps.previous).items.length > 0 || all.length === 0);
        }
      }),
    );
  });

  it('are the same by page as by the offset of its first record', () => {
    fc.assert(
      fc.property(list, size, fc.integer({ min: 1, max: 4 }), (all, size, page) => {
        fc.pre((page - 1) * size < Math.max(1, all.length));
        assert.deepEqual(
          cutPart(all, { size, page }).items,
          cutPart(all, { size, offset: (page - 1) * size }).items,
        );
      }),
    );
  });

  it('are empty after the last record by offset, and not found by page', async () => {
    assert.deepEqual(cutPart([1, 2, 3], { size: 2, offset: 7 }).items, []);
    await assertProblem(() => cutPart([1, 2, 3], { size: 2, page: 3 }), 'not-found');
  });

  it('are asked by what they were asked by', () => {
    assert.deepEqual(partParameters({ size: 3, page: 2 }), [
      ['size', '3'],
      ['page', '2'],
    ]);
    assert.deepEqual(partParameters({ size: 3, offset: 0 }), [
      ['limit', '3'],
      ['offset', '0'],
    ]);
    assert.deepEqual(partParameters({}), []);
  });
});
