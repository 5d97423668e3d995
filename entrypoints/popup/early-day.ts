import { localToday } from '@/lib/days/calendar';
import { DATABASE_NAME } from '@/lib/store/keys';
import { currentDay } from '../../lib/days/calendar';
import type { AnnouncementDate } from '../../lib/paper';
import { earlyReport, type FirstReport } from '../../lib/store/views/day-digest';
import { type Place, readPlace } from './last-place';

/** What the script in the head leaves for the page's own. */
interface PageScope {
  earlyReport?: Promise<FirstReport> | undefined;
}

const scope = globalThis as PageScope;

/** Which day is shown first: the one that the reader was on, else the current one. */
export const dayToOpen = (place: Place, today: AnnouncementDate) => (days: readonly AnnouncementDate[]) =>
  place.day !== undefined && days.includes(place.day) ? place.day : currentDay(days, today);

/** Reads the first report while the page's code is still being loaded. */
export function readEarly(): void {
  const today = localToday(new Date());
  scope.earlyReport = earlyReport(DATABASE_NAME, dayToOpen(readPlace(today), today));
  // Whoever takes it reads again where it has failed.
  scope.earlyReport.catch(() => {});
}

/** What was read early, once. */
export async function takeEarly(): Promise<FirstReport> {
  const taken = scope.earlyReport;
  scope.earlyReport = undefined;
  if (taken === undefined) throw new Error('Nothing was read early.');
  return taken;
}
