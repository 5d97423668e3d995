import { deleteDigest } from '../store/changes/delete';
import { type IndexFollower, NO_FOLLOWER } from '../store/changes/follower';
import { type TakenOut, undoDigest } from '../store/changes/take-back';
import type { LensDatabase } from '../store/database';
import { importById } from '../store/jobs/imports';
import { withFileInErrors } from './errors';

/** Tells the index what was taken out, in the transaction that takes it out. */
const followTakenOut =
  ({ add, remove }: IndexFollower) =>
  async ({ removed, changed }: TakenOut): Promise<void> => {
    await remove(removed);
    if (changed.length > 0) await add({ papers: [], changed });
  };

/** Takes back what only this import has brought, one digest in each step. */
export async function* takeBackImport(
  db: LensDatabase,
  importId: number,
  follower: IndexFollower = NO_FOLLOWER,
): AsyncGenerator<void> {
  const row = await importById(db, importId);
  if (!row) return;
  yield* withFileInErrors(row.name, async function* () {
    while (await undoDigest(db, importId, followTakenOut(follower))) {
      await follower.mergeParts('little');
      yield;
    }
  });
}

/** Deletes digests one by one, each in a transaction of its own. */
export async function deleteDigests(
  db: LensDatabase,
  keys: readonly string[],
  follower: IndexFollower = NO_FOLLOWER,
): Promise<void> {
  for (const key of keys) await deleteDigest(db, key, followTakenOut(follower));
  await follower.mergeParts();
}
