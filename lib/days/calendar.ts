import type { AnnouncementDate } from '../paper';

/**
 * The day whose digest is the current one: today if it has a digest, or else the latest day before today that has
 * one. A digest dated ahead is shown only if there is no other. `days` ascend.
 */
export function currentDay(
  days: readonly AnnouncementDate[],
  today: AnnouncementDate,
): AnnouncementDate | undefined {
  return days.findLast((day) => day <= today) ?? days[0];
}

/** The nearest days with a digest before and after a day. */
export function neighbours(
  days: readonly AnnouncementDate[],
  day: AnnouncementDate,
): { previous: AnnouncementDate | undefined; next: AnnouncementDate | undefined } {
  return {
    previous: days.findLast((other) => other < day),
    next: days.find((other) => other > day),
  };
}

const DAY_MS = 86_400_000;

/** How many days a day lies after 1 January 1970. */
export const dayNumber = (day: AnnouncementDate): number => Date.parse(day) / DAY_MS;

/** The day that lies so many days after 1 January 1970. */
export const dayOfNumber = (number: number): AnnouncementDate =>
  new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The number of the Monday on or before a day; 1 January 1970 was a Thursday. */
export const mondayBefore = (number: number): number => number - ((number + 3) % 7);

/** The day that is `days` later, or earlier if `days` is negative. */
export const dayAfter = (day: AnnouncementDate, days: number): AnnouncementDate =>
  dayOfNumber(dayNumber(day) + days);

/** The days between two neighbouring days with a digest; none of them has a digest. */
export function daysBetween(earlier: AnnouncementDate, later: AnnouncementDate): AnnouncementDate[] {
  const count = Math.max(0, dayNumber(later) - dayNumber(earlier) - 1);
  return Array.from({ length: count }, (_, i) => dayAfter(earlier, i + 1));
}

/**
 * The weeks of a month (`YYYY-MM`), each from Monday to Sunday. The first and last week are filled with days of the
 * neighbouring months.
 */
export function weeksOf(month: string): AnnouncementDate[][] {
  const first = dayNumber(`${month}-01`);
  const monday = mondayBefore(first);
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_day, i) => dayOfNumber(monday + week * 7 + i)),
  );
  return weeks.filter((week) => week.some((day) => day.startsWith(month)));
}

/** The same day of the month `months` later, or the last day of that month if it is shorter. */
export function monthAfter(day: AnnouncementDate, months: number): AnnouncementDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return dayOfNumber(
    Math.floor(last.getTime() / DAY_MS) - last.getUTCDate() + Math.min(date, last.getUTCDate()),
  );
}

/** The day at this moment in the reader's time zone. */
export function localToday(now: Date): AnnouncementDate {
  return iso(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** The day as `YYYY-MM-DD`; months and dates count from 1. */
export function iso(year: number, month: number, date: number): AnnouncementDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
