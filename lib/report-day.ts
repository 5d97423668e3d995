import type { AnnouncementDate } from './paper';

/**
 * The day whose report is the current one: today's, or else the latest before today.
 * A report dated ahead is shown only when there is nothing else. `days` ascend.
 */
export function currentDay(
  days: readonly AnnouncementDate[],
  today: AnnouncementDate,
): AnnouncementDate | undefined {
  return days.findLast((day) => day <= today) ?? days[0];
}

/** The nearest days with a report on either side; days without one are passed over. */
export function neighbours(
  days: readonly AnnouncementDate[],
  day: AnnouncementDate,
): { previous: AnnouncementDate | undefined; next: AnnouncementDate | undefined } {
  return {
    previous: days.findLast((other) => other < day),
    next: days.find((other) => other > day),
  };
}
