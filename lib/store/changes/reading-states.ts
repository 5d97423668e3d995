import type { AnnouncementDate, ArxivId, ReadingChange, ReadingState } from '../../paper';
import { recordsOf } from '../ranges';
import type { LensDatabase } from '../database';

/** The states of those of these papers that the reader has done something with. */
export const readingStates = (
  db: LensDatabase,
  ids: readonly ArxivId[],
): Promise<Map<ArxivId, ReadingState>> => recordsOf(db.readingStates, ids);

/** Changes what is named in `change`, for each of these papers; gives what was before, for `putBack`. */
export async function changeReadingStates(
  db: LensDatabase,
  ids: readonly ArxivId[],
  change: ReadingChange,
  now: number,
): Promise<ReadingState[]> {
  return db.transaction('rw', db.readingStates, async () => {
    const known = await readingStates(db, ids);
    const before = ids.map((id) => known.get(id) ?? { id, changedAt: 0 });
    await db.readingStates.bulkPut(before.map((state) => tidy({ ...state, ...change, changedAt: now })));
    return before;
  });
}

/** Takes a change back: these states are again as they were before it. */
export async function putBackReadingStates(
  db: LensDatabase,
  before: readonly ReadingState[],
  now: number,
): Promise<void> {
  await db.readingStates.bulkPut(before.map((state) => tidy({ ...state, changedAt: now })));
}

/** The papers that were starred, the latest change first. */
export async function latestStarred(db: LensDatabase, limit: number): Promise<ArxivId[]> {
  const starred = (await db.readingStates.toArray()).filter((state) => state.starred);
  return starred
    .toSorted((a, b) => b.changedAt - a.changedAt)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** Without what says nothing, so that equal states are equal records. */
function tidy({ id, read, starred, hidden, note, tags, changedAt }: ReadingState): ReadingState {
  return {
    id,
    ...(read && { read }),
    ...(starred && { starred }),
    ...(hidden && { hidden }),
    ...(note && { note }),
    ...(tags && tags.length > 0 && { tags }),
    changedAt,
  };
}

/** How many papers that digests of this day list are neither read nor hidden. */
export async function unreadOn(db: LensDatabase, date: AnnouncementDate): Promise<number> {
  return db.transaction('r', db.digests, db.outlines, db.readingStates, async () => {
    const keys = await db.digests.where('date').equals(date).primaryKeys();
    const outlines = await db.outlines.bulkGet(keys);
    const ids = [...new Set(outlines.flatMap((outline) => outline?.ids ?? []))];
    const states = await db.readingStates.bulkGet(ids);
    return states.filter((state) => !state?.read && !state?.hidden).length;
  });
}
