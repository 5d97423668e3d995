import { currentDay, localToday } from '../days/calendar';
import type { AnnouncementDate } from '../paper';
import { DATABASE_NAME } from '../store/keys';
import { type FirstDay, readFirstDayEarly } from '../store/views/day-digest';
import { type LastPlace, readLastPlace } from './last-place';

/**
 * Where the script in the popup's head leaves the day that it has begun to read, for the page's own script. The two are
 * bundled apart, so that the first is small enough to run before the second is loaded: a variable of a module would be
 * there twice, and the page's global object is the one thing that they share.
 */
const handover = globalThis as { digestLensFirstDay?: Promise<FirstDay> | undefined };

/** Which day is shown first: the one that the reader was on, else the current one. */
export const dayToOpen =
  (place: LastPlace, today: AnnouncementDate) => (days: readonly AnnouncementDate[]) =>
    place.day !== undefined && days.includes(place.day) ? place.day : currentDay(days, today);

/** Begins to read the first digest while the page's code is still being loaded. */
export function readFirstDayAhead(): void {
  const today = localToday(new Date());
  const reading = readFirstDayEarly(DATABASE_NAME, dayToOpen(readLastPlace(today), today));
  // Whoever takes it reads again where it has failed.
  reading.catch(() => {});
  handover.digestLensFirstDay = reading;
}

/** The first digest as it was read ahead. It can be taken once: later it would be out of date. */
export async function takeFirstDay(): Promise<FirstDay> {
  const reading = handover.digestLensFirstDay;
  handover.digestLensFirstDay = undefined;
  if (reading === undefined) throw new Error('No day was read ahead.');
  return reading;
}
