import type { LensDatabase } from '../database';
import { entriesOf } from '../ranges';
import { type TakenOut, takeOutEntries } from './take-back';

/**
 * Deletes a digest, whichever imports have brought it, with the papers and facts that no other gives. Reading states
 * stay. `alsoIn` runs in the same transaction, for what must never differ from the papers.
 */
export async function deleteDigest(
  db: LensDatabase,
  key: string,
  alsoIn: (taken: TakenOut) => Promise<void> = async () => {},
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const taken = await takeOutEntries(db, await entriesOf(db, key).toArray());
    await db.supplements.where('id').anyOf(taken.removed).delete();
    await db.digests.delete(key);
    // So that, once imported anew, it does not go to an earlier import when the new one is undone.
    await db.readings
      .where('keys')
      .equals(key)
      .modify((reading) => {
        reading.keys = (reading.keys ?? []).filter((other) => other !== key);
        for (const digest of reading.digests) if (digest.key === key) delete digest.key;
      });
    await alsoIn(taken);
  });
}

/** Deletes all that the reader has brought in or made of it. Settings stay. */
export async function deleteEverything(db: LensDatabase): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
}
