import assert from 'node:assert/strict';
import { timesOf } from '../../src/feed/event-times.js';
import { readDate } from '../../src/register/written-date.js';

const at = (start: string, end = '') => {
  const times = timesOf(readDate(start), readDate(end));
  if (!times) return undefined;
  const { allDay = false, floating = false } = times;
  const [from, until] = [times.start, times.end].map(date =>
    date instanceof Date ? date.toISOString().replace(/:00\.000Z$/, '') : undefined,
  );
  return [from, until, allDay ? 'days' : floating ? 'wherever' : 'instants'];
};

describe('times of events', () => {
  it('are whole days, of the place where they were written', () => {
    assert.deepEqual(at('2022-06-15', '2022-06-17'), ['2022-06-15T00:00', '2022-06-18T00:00', 'days']);
    assert.deepEqual(at('2022-06-15+02:00'), ['2022-06-15T00:00', '2022-06-16T00:00', 'days']);
    assert.deepEqual(at('2022-06-15Z', '2022-06-17-05:00')?.[1], '2022-06-18T00:00');
  });

  it('are instants when both are times with a zone, and hours of anywhere without one', () => {
    assert.deepEqual(at('2022-06-15T09:00:00+02:00', '2022-06-15T18:00:00+02:00'), [
      '2022-06-15T07:00',
      '2022-06-15T16:00',
      'instants',
    ]);
    assert.deepEqual(at('2022-06-15T09:00:00'), ['2022-06-15T09:00', undefined, 'wherever']);
  });

  it('are whole days when one has hours and the other none', () => {
    assert.deepEqual(at('2022-06-15T09:00:00Z', '2022-06-17'), [
      '2022-06-15T00:00',
      '2022-06-18T00:00',
      'days',
    ]);
    assert.equal(at('2022-06-15T09:00:00', '2022-06-17T09:00:00Z')?.[2], 'days');
  });

  it('are none without a day that exists, and end where they begin when the end is none', () => {
    for (const start of ['2022', '2022-06', '2022-06-31', ''])
      assert.equal(at(start, '2022-07-02'), undefined);
    for (const end of ['2022-06-31', '2022', '2021-01-01'])
      assert.deepEqual(at('2022-06-15', end), ['2022-06-15T00:00', '2022-06-16T00:00', 'days']);
  });
});
