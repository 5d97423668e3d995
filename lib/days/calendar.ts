import type { AnnouncementDate } from '../paper';

/** `2025-04-10`. It stands here for the sake of pages: what reads days out of text is too large for them. */
export function iso(year: number, month: number, date: number): AnnouncementDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/**
 * The day whose digest is the current one: today's, or else the latest before today.
 * A digest dated ahead is shown only when there is nothing else. `days` ascend.
 */
export function currentDay(
  days: readonly AnnouncementDate[],
  today: AnnouncementDate,
): AnnouncementDate | undefined {
  return days.findLast((day) => day <= today) ?? days[0];
}

/** The nearest days with a digest on either side; days without one are passed over. */
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

/** How many days after the first of January 1970. */
export const numberOf = (day: AnnouncementDate): number => Date.parse(day) / DAY_MS;
export const dayOf = (number: number): AnnouncementDate =>
  new Date(number * DAY_MS).toISOString().slice(0, 10);
/** The Monday of the week that a day is in. The first of January 1970 was a Thursday. */
export const mondayOf = (number: number): number => number - ((number + 3) % 7);

/** So many days later, or earlier. */
export const dayAfter = (day: AnnouncementDate, days: number): AnnouncementDate =>
  dayOf(numberOf(day) + days);

/** The days between two that have a digest: they have none. */
export function daysBetween(earlier: AnnouncementDate, later: AnnouncementDate): AnnouncementDate[] {
  const count = Math.max(0, numberOf(later) - numberOf(earlier) - 1);
  return Array.from({ length: count }, (_, i) => dayAfter(earlier, i + 1));
}

/** Days are a week from Monday to Sunday each, the month's with those of its neighbours that fill its weeks. */
export function weeksOf(month: string): AnnouncementDate[][] {
  const monday = mondayOf(numberOf(`${month}-01`));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_day, i) => dayOf(monday + week * 7 + i)),
  );
  return weeks.filter((week) => week.some((day) => day.startsWith(month)));
}

/** The same day of a month before or after, or the last one that it has. */
export function monthAfter(day: AnnouncementDate, months: number): AnnouncementDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return dayOf(Math.floor(last.getTime() / DAY_MS) - last.getUTCDate() + Math.min(date, last.getUTCDate()));
}

/** The name of the day it is where the reader sits. */
export function localToday(now: Date): AnnouncementDate {
  return iso(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
