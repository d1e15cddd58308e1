import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutPage } from '../../src/register/list-page.js';
import { assertProblem } from '../support/problems.js';

describe('pages of a list', () => {
  it('hold every item once, in order, and no page but the last is short', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (all, pageSize) => {
        const { pages } = cutPage(all, { page: 1, pageSize });
        const cut = Array.from({ length: pages }, (_, index) => cutPage(all, { page: index + 1, pageSize }));
        assert.deepEqual(
          cut.flatMap(({ items }) => items),
          all,
        );
        for (const { items } of cut.slice(0, -1)) assert.equal(items.length, pageSize);
      }),
    );
  });

  it('are told when there is no such page', async () => {
    await assertProblem(
      () => cutPage([1, 2, 3], { page: 3, pageSize: 2 }),
      'not-found',
      /2 page\(s\).*page 3/,
    );
    assert.deepEqual(cutPage([], { page: 1, pageSize: 2 }), { items: [], page: 1, pages: 1 });
  });
});
