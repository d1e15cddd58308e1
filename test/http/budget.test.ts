import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Budget, clientOf } from '../../src/http/budget.js';

/** A budget of 10 s that gets half a second back every second, and its clock. */
function budgetAt() {
  const clock = { now: 1_000_000 };
  return { clock, budget: new Budget(10_000, 500, () => clock.now) };
}

describe('processing time of a client', () => {
  it('is there from the start, and ends', () => {
    const { budget } = budgetAt();
    assert.equal(budget.waitFor('a'), 0);
    budget.spend('a', 9_999);
    assert.equal(budget.waitFor('a'), 0);
    budget.spend('a', 1);
    assert.ok(budget.waitFor('a') > 0);
  });

  it('is one client’s own', () => {
    const { budget } = budgetAt();
    budget.spend('a', 20_000);
    assert.equal(budget.waitFor('b'), 0);
  });

  it('comes back as time passes, after the wait that was told', () => {
    const { budget, clock } = budgetAt();
    budget.spend('a', 11_000);
    const wait = budget.waitFor('a');
    // One second too much, given back by halves of a second.
    assert.ok(wait >= 2_000 && wait < 2_010, String(wait));
    clock.now += wait - 10;
    assert.ok(budget.waitFor('a') > 0);
    clock.now += 20;
    assert.equal(budget.waitFor('a'), 0);
  });

  it('is owed for half a minute at most, whatever was spent', () => {
    const { budget } = budgetAt();
    for (let i = 0; i < 100; i += 1) budget.spend('a', 60_000);
    assert.ok(budget.waitFor('a') <= 30_010, String(budget.waitFor('a')));
    assert.equal(budget.standingOf('a').leftMs, 0);
    assert.deepEqual(budget.standingOf('b'), { leftMs: 10_000, fullInMs: 0 });
  });

  it('never grows beyond the burst', () => {
    const { budget, clock } = budgetAt();
    clock.now += 1e9;
    assert.equal(budget.waitFor('a'), 0);
    clock.now += 1e9;
    budget.spend('a', 10_000);
    assert.ok(budget.waitFor('a') > 0);
  });

  it('is always there again after the wait that was told (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 50_000, noNaN: true }), { maxLength: 20 }), spent => {
        const { budget, clock } = budgetAt();
        for (const ms of spent) {
          budget.spend('a', ms);
          clock.now += 10;
        }
        clock.now += budget.waitFor('a');
        assert.equal(budget.waitFor('a'), 0);
      }),
    );
  });

  it('forgets the client unseen for longest when there are too many', () => {
    const { budget } = budgetAt();
    budget.spend('first', 20_000);
    for (let i = 0; i < 9_999; i += 1) budget.spend(`client-${String(i)}`, 20_000);
    assert.ok(budget.waitFor('first') > 0);
    budget.spend('one-more', 1);
    assert.equal(budget.waitFor('client-0'), 0);
    assert.ok(budget.waitFor('first') > 0);
  });
});

describe('clients', () => {
  const table: readonly (readonly [address: string, client: string])[] = [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::2', '2001:db8:0:0'],
    ['2001:db8:0:0:1::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ];
  for (const [address, client] of table)
    it(`${address || '(none)'} is ${client || '(none)'}`, () => {
      assert.equal(clientOf(address), client);
    });
});
