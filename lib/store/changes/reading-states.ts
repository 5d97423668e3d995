import type { ArxivId, ReadingChange, ReadingState } from '../../paper';
import type { LensDatabase } from '../database';
import { readingStates } from '../views/reading-states';

/**
 * Changes the fields named in `change` for each of these papers. Gives the states as they were before, for
 * `putBackReadingStates`.
 */
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

/** Takes a change back: gives the papers the states that they had before it. */
export async function putBackReadingStates(
  db: LensDatabase,
  before: readonly ReadingState[],
  now: number,
): Promise<void> {
  await db.readingStates.bulkPut(before.map((state) => tidy({ ...state, changedAt: now })));
}

/** The state without empty fields, so that equal states are equal records. */
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
