import type { AnnouncementDate } from '../../paper';
import type { LensDatabase } from '../database';
import { daysOf } from '../keys';

/** The days that have a digest, the earliest first. */
export async function days(db: LensDatabase): Promise<AnnouncementDate[]> {
  // A digest's key begins with its day, and all keys are read with one request; an index would be walked key by key.
  return daysOf(await db.digests.toCollection().primaryKeys());
}
