import assert from 'node:assert/strict';
import { UnsentBuffer } from '../../src/sparql/unsent-buffer.js';

describe('UnsentBuffer', () => {
  it('is full from its bound on, until bytes are given back', () => {
    const buffer = new UnsentBuffer(10);
    buffer.add(9);
    assert.ok(!buffer.isFull);
    buffer.add(6);
    assert.ok(buffer.isFull);
    buffer.release(6);
    assert.deepEqual([buffer.isFull, buffer.bytes], [false, 9]);
  });

  it('tells those that wait in turn, as far as there is room', () => {
    const buffer = new UnsentBuffer(10);
    const told: string[] = [];
    const waiting = (name: string) => ({
      hasRoom() {
        told.push(name);
        buffer.add(6);
      },
    });
    buffer.add(20);
    for (const name of ['a', 'b', 'c']) buffer.wait(waiting(name));
    buffer.release(5);
    assert.deepEqual(told, []);
    buffer.release(11);
    assert.deepEqual(told, ['a']);
    buffer.release(6);
    assert.deepEqual(told, ['a', 'b']);
  });

  it('tells each that waits once, and none that is forgotten', () => {
    const buffer = new UnsentBuffer(10);
    let told = 0;
    const waiting = { hasRoom: () => (told += 1) };
    const forgotten = { hasRoom: () => assert.fail('it is told all the same') };
    buffer.add(30);
    for (const one of [waiting, forgotten, waiting]) buffer.wait(one);
    buffer.forget(forgotten);
    buffer.release(25);
    buffer.release(5);
    assert.equal(told, 1);
  });
});
