import assert from 'node:assert/strict';
import { showDate } from '../../src/pages/dates.js';

describe('dates', () => {
  const dates: readonly (readonly [string, string, string])[] = [
    ['2004', '2004', '2004'],
    ['2021-04', 'avril 2021', 'April 2021'],
    ['2016-10-07', '7 octobre 2016', '7 October 2016'],
    ['2026-11-01', '1er novembre 2026', '1 November 2026'],
    ['2026-11-11', '11 novembre 2026', '11 November 2026'],
    ['2016-10-07Z', '7 octobre 2016', '7 October 2016'],
    ['2026-11-22T09:30:00Z', '22 novembre 2026 à 09:30 (UTC)', '22 November 2026 at 09:30 (UTC)'],
    [
      '2026-11-22T23:30:00.5+02:00',
      '22 novembre 2026 à 23:30 (UTC+02:00)',
      '22 November 2026 at 23:30 (UTC+02:00)',
    ],
    ['2026-11-22T09:30:00', '22 novembre 2026 à 09:30', '22 November 2026 at 09:30'],
  ];
  for (const [iso, french, english] of dates)
    it(`write ${iso} in both languages, no more precise than it is`, () => {
      assert.equal(showDate(iso, 'fr')?.words, french);
      assert.equal(showDate(iso, 'en')?.words, english);
    });

  for (const wrong of [
    '',
    'hier',
    '2016-13',
    '2016-02-30',
    '20160101',
    '2016-1-1',
    '-0044',
    '2026-11-22T25:00:00',
  ])
    it(`refuse « ${wrong} »`, () => {
      assert.equal(showDate(wrong, 'fr'), undefined);
    });
});
