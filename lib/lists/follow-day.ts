import type { LensDatabase } from '../store/database';
import { type DayDigest, type DayWithStates, readDayDigest } from '../store/views/day-digest';
import { watchDigestKeys, watchDigests } from '../store/watch';

/** An import stores many digests a second: what only grows is looked at less often. */
const PAUSE_MS = 500;

interface DayFollower {
  /** The day is another one than that which is shown. */
  tell(day: DayWithStates): void;
  failed(error: unknown): void;
}

/**
 * Looks whether the store's digests of a day are still those that are shown: at once, for they were read before anyone
 * could listen, and whenever digests of the day come or go, or a digest grows. The answer stops it.
 */
export function followDay(db: LensDatabase, shown: DayDigest, { tell, failed }: DayFollower): () => void {
  let isOver = false;
  let known: string | undefined;
  const look = (): void => {
    readDayDigest(db, shown.date)
      .then((stored) => {
        if (!isOver && !isSameDay(shown, stored.digest)) tell(stored);
      })
      .catch(failed);
  };
  const stopGrowth = watchDigests(db, look, PAUSE_MS);
  const stopKeys = watchDigestKeys(db, (keys) => {
    const ofDay = keys.filter((key) => key.startsWith(shown.date)).join('\n');
    if (ofDay !== known) look();
    known = ofDay;
  });
  return () => {
    isOver = true;
    stopGrowth();
    stopKeys();
  };
}

/** Whether both show the same. Their sizes alone would not tell a digest from another that has taken its place. */
function isSameDay(one: DayDigest, other: DayDigest): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
