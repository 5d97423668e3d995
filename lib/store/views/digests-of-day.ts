import { liveQuery } from 'dexie';
import type { AnnouncementDate } from '../../paper';
import type { LensDatabase } from '../database';
import { entriesOf } from '../ranges';

export interface DigestOfDay {
  key: string;
  title?: string;
  subject?: string;
  papers: number;
}

/** What a page needs to know in order to offer deleting digests of a day. */
export interface DayToDelete {
  /** The day of the first digest and the day of the last. */
  from: AnnouncementDate;
  to: AnnouncementDate;
  date: AnnouncementDate;
  digests: DigestOfDay[];
}

/**
 * Tells of the digests of a day (the latest day if none is chosen), at once and after each change. The returned
 * function stops it.
 */
export function watchDayToDelete(
  db: LensDatabase,
  chosen: AnnouncementDate | undefined,
  tell: (day: DayToDelete | undefined) => void,
): () => void {
  const subscription = liveQuery(() => dayToDelete(db, chosen)).subscribe(tell);
  return () => subscription.unsubscribe();
}

/** The digests of a day (the latest day if none is chosen); undefined if no digest is stored. */
async function dayToDelete(
  db: LensDatabase,
  chosen: AnnouncementDate | undefined,
): Promise<DayToDelete | undefined> {
  return db.transaction('r', db.digests, db.entries, async () => {
    const [first, last] = [await db.digests.orderBy('date').first(), await db.digests.orderBy('date').last()];
    if (!first || !last) return undefined;
    const date = chosen ?? last.date;
    const ofDay = await db.digests.where('date').equals(date).toArray();
    const digests = await Promise.all(
      ofDay.map(async ({ key, title, subject }) => ({
        key,
        ...(title !== undefined && { title }),
        ...(subject !== undefined && { subject }),
        papers: await entriesOf(db, key).count(),
      })),
    );
    return { from: first.date, to: last.date, date, digests };
  });
}
