import type { LensDatabase } from '../database';
import { entriesOf } from '../ranges';
import { type TakenOut, takeOutEntries } from './take-back';

/**
 * Deletes a digest, whichever imports have brought it, with the papers and facts that no other digest gives. Reading
 * states stay. `alsoIn` runs in the same transaction, for data that must never differ from the papers.
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
    // The key is removed from the readings so that the digest, once it is imported again, does not pass to an earlier
    // import when the new import is undone.
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

/** Deletes all imported data and all reading states. Settings stay. */
export async function deleteEverything(db: LensDatabase): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
}
