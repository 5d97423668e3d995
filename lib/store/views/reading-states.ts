import type { AnnouncementDate, ArxivId, ReadingState } from '../../paper';
import { type StampedState, withStamps } from '../../stamps/stamped-state';
import type { LensDatabase } from '../database';
import { recordsOf } from '../ranges';

/** The states of those of these papers that have one. */
export const readingStates = (
  db: LensDatabase,
  ids: readonly ArxivId[],
): Promise<Map<ArxivId, ReadingState>> => recordsOf(db.readingStates, ids);

/** The starred papers, the latest change first. */
export async function latestStarred(db: LensDatabase, limit: number): Promise<ArxivId[]> {
  const starred = (await db.readingStates.toArray()).filter((state) => state.starred);
  return starred
    .toSorted((a, b) => b.changedAt - a.changedAt)
    .slice(0, limit)
    .map(({ id }) => id);
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

/** The reading states of all papers that have one. */
export async function allReadingStates(db: LensDatabase): Promise<Map<ArxivId, ReadingState>> {
  return new Map((await db.readingStates.toArray()).map((state) => [state.id, state]));
}

/** The states of these papers with their stamps, in their order; of a paper without a state one that says nothing. */
export async function stampedStates(db: LensDatabase, ids: readonly ArxivId[]): Promise<StampedState[]> {
  const [states, stamps] = await Promise.all([
    recordsOf(db.readingStates, ids),
    recordsOf(db.readingStamps, ids),
  ]);
  return ids.map((id) => {
    const { id: _id, ...known } = stamps.get(id) ?? { id };
    const state = states.get(id) ?? { id, changedAt: 0 };
    return withStamps(state, stamps.has(id) ? known : undefined);
  });
}
