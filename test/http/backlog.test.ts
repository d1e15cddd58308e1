import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { backlogInOrder } from '../../src/http/backlog.js';

/** What the middleware is told of an answer: that it is over. */
class Answer extends EventEmitter {
  closed = false;

  end(): void {
    this.closed = true;
    this.emit('close');
  }
}

const asked = (path: string, query: Readonly<Record<string, string>> = {}) =>
  ({ path, query }) as unknown as Request;

describe('requests that waited for a restart', () => {
  it('are answered two at a time, in their order, those of readers who left passed over', () => {
    const middleware = backlogInOrder();
    const answers = Array.from({ length: 7 }, () => new Answer());
    const begun: number[] = [];
    answers.forEach((answer, number) => {
      void middleware(asked('/'), answer as unknown as Response, () => begun.push(number));
    });
    assert.deepEqual(begun, [0, 1]);
    answers[3]!.end();
    answers[1]!.end();
    assert.deepEqual(begun, [0, 1, 2]);
    answers[0]!.end();
    assert.deepEqual(begun, [0, 1, 2, 4]);
    answers[2]!.end();
    answers[4]!.end();
    assert.deepEqual(begun, [0, 1, 2, 4, 5, 6]);
  });

  it('go past those that are slow the first time, of which there is one at a time', () => {
    const middleware = backlogInOrder();
    const requests = [
      ...[asked('/search', { q: 'a' }), asked('/commons', { q: 'a' }), asked('/api/commons'), asked('/')],
      ...[asked('/action'), asked('/apiary')],
    ];
    const answers = requests.map(() => new Answer());
    const begun: number[] = [];
    requests.forEach((request, number) => {
      void middleware(request, answers[number] as unknown as Response, () => begun.push(number));
    });
    assert.deepEqual(begun, [0, 3]);
    answers[3]!.end();
    answers[4]!.end();
    assert.deepEqual(begun, [0, 3, 4, 5]);
    answers[0]!.end();
    answers[5]!.end();
    assert.deepEqual(begun, [0, 3, 4, 5, 1]);
    answers[1]!.end();
    assert.deepEqual(begun, [0, 3, 4, 5, 1, 2]);
  });

  it('are all let in after a while', async () => {
    const middleware = backlogInOrder();
    const entered = Array.from(
      { length: 4 },
      () =>
        new Promise<void>(resolve => {
          void middleware(asked('/'), new Answer() as unknown as Response, () => {
            resolve();
          });
        }),
    );
    // The timer alone keeps no process running.
    const patience = setTimeout(() => undefined, 20_000);
    await Promise.all(entered);
    clearTimeout(patience);
  });
});
