import type { ICalEventData } from 'ical-generator';
import type { WrittenDate } from '../register/written-date.js';

const dayInMs = 86_400_000;

type EventTimes = Pick<ICalEventData, 'start'> & Partial<Pick<ICalEventData, 'end' | 'allDay' | 'floating'>>;

/**
 * When an event is, in a calendar's terms; undefined when no day is known, as a calendar would show a month or a year on
 * days that nobody stated. With hours it is from one instant to the other, else it lasts whole days: DTSTART and DTEND
 * are of one type (RFC 5545 section 3.8.2.2), and an end before its start is none.
 */
export function timesOf(
  start: WrittenDate | undefined,
  end: WrittenDate | undefined,
): EventTimes | undefined {
  if (!isOnDay(start)) return undefined;
  const until = isOnDay(end) && end.instant >= start.instant ? end : undefined;
  if (start.precision === 'time' && (!until || isAlike(start, until))) return hours(start, until);
  return {
    allDay: true,
    start: new Date(midnight(start.firstDay)),
    // DTEND is the day after the last one (section 3.6.1).
    end: new Date(midnight((until ?? start).lastDay) + dayInMs),
  };
}

function isOnDay(date: WrittenDate | undefined): date is WrittenDate {
  return date?.precision === 'day' || date?.precision === 'time';
}

/** Both are times, with a zone or without. */
function isAlike(start: WrittenDate, end: WrittenDate): boolean {
  return end.precision === 'time' && (end.zone === '') === (start.zone === '');
}

/** A time without a zone is that of whoever reads it (section 3.3.5, form 1). */
function hours(start: WrittenDate, end: WrittenDate | undefined): EventTimes {
  return {
    floating: start.zone === '',
    start: new Date(start.instant),
    ...(end && end.instant > start.instant ? { end: new Date(end.instant) } : {}),
  };
}

function midnight(day: string): number {
  return Date.parse(day);
}
