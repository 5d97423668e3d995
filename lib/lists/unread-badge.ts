import { currentDay } from '../days/calendar';
import type { AnnouncementDate } from '../paper';
import type { LensDatabase } from '../store/database';
import { days } from '../store/views/days';
import { unreadOn } from '../store/views/reading-states';

/** The toolbar icon has room for four characters. */
const MOST = 999;

/** How many papers of the current digest are unread, as it fits upon the toolbar icon; empty where there is nothing to read. */
export async function unreadBadge(db: LensDatabase, today: AnnouncementDate): Promise<string> {
  const day = currentDay(await days(db), today);
  const unread = day === undefined ? 0 : await unreadOn(db, day);
  if (unread > MOST) return `${MOST}+`;
  return unread === 0 ? '' : String(unread);
}
