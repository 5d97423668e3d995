import { currentDay, localToday } from '../../lib/days/calendar';
import type { AnnouncementDate } from '../../lib/paper';
import { DATABASE_NAME } from '../../lib/store/keys';
import { type FirstDay, readFirstDayEarly } from '../../lib/store/views/day-digest';
import { type LastPlace, readLastPlace } from './last-place';

/** What the script in the head leaves for the page's own. */
interface PageScope {
  firstDay?: Promise<FirstDay> | undefined;
}

const scope = globalThis as PageScope;

/** Which day is shown first: the one that the reader was on, else the current one. */
export const dayToOpen =
  (place: LastPlace, today: AnnouncementDate) => (days: readonly AnnouncementDate[]) =>
    place.day !== undefined && days.includes(place.day) ? place.day : currentDay(days, today);

/** Reads the first digest while the page's code is still being loaded. */
export function readEarly(): void {
  const today = localToday(new Date());
  scope.firstDay = readFirstDayEarly(DATABASE_NAME, dayToOpen(readLastPlace(today), today));
  // Whoever takes it reads again where it has failed.
  scope.firstDay.catch(() => {});
}

/** What was read early, once. */
export async function takeEarly(): Promise<FirstDay> {
  const taken = scope.firstDay;
  scope.firstDay = undefined;
  if (taken === undefined) throw new Error('Nothing was read early.');
  return taken;
}
