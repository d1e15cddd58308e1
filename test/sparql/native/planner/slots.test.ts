import assert from 'node:assert/strict';
import { Scope, Slots } from '../../../../src/sparql/native/planner/slots.js';

describe('the slots of a query', () => {
  it('are one for each variable, and others for what is hidden', () => {
    const slots = new Slots();
    const scope = new Scope(slots);
    const x = scope.slot('x');
    const hidden = slots.hidden();
    const y = scope.slot('y');
    assert.equal(scope.slot('x'), x);
    assert.equal(new Set([x, hidden, y]).size, 3);
    assert.equal(slots.count, 3);
    assert.deepEqual(
      new Map(scope.entries()),
      new Map([
        ['x', x],
        ['y', y],
      ]),
    );
    assert.equal(scope.find('z'), undefined);
    assert.equal(slots.count, 3);
  });

  it('of a sub-query are those of the query for what it projects, and its own for all else (section 12)', () => {
    const slots = new Slots();
    const outer = new Scope(slots);
    const x = outer.slot('x');
    const y = outer.slot('y');
    const inner = outer.inside(['x', 'z']);
    assert.equal(inner.slot('x'), x);
    assert.equal(inner.slot('z'), outer.slot('z'));
    assert.notEqual(inner.slot('y'), y);
    assert.equal(outer.slot('y'), y);
  });
});
