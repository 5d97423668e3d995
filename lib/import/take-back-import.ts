import { deleteDigest } from '../store/changes/delete';
import { type TakenOut, undoDigest } from '../store/changes/take-back';
import type { LensDatabase } from '../store/database';
import { importById } from '../store/jobs/imports';
import { naming } from './errors';
import { type ImportIndex, NO_INDEX } from './store-import';

/** Tells the index what was taken out, in the transaction that takes it out. */
export const takenOutOf =
  ({ add, remove }: ImportIndex) =>
  async ({ removed, changed }: TakenOut): Promise<void> => {
    await remove(removed);
    if (changed.length > 0) await add({ papers: [], changed });
  };
/** Takes back what an import alone has brought, a digest a step. */
export async function* takeBackImport(
  db: LensDatabase,
  importId: number,
  index: ImportIndex = NO_INDEX,
): AsyncGenerator<void> {
  const row = await importById(db, importId);
  if (!row) return;
  yield* naming(row.name, async function* () {
    while (await undoDigest(db, importId, takenOutOf(index))) {
      await index.tend();
      yield;
    }
  });
}

/** Deletes digests one by one, each as a whole. */
export async function deleteDigests(
  db: LensDatabase,
  keys: readonly string[],
  index: ImportIndex = NO_INDEX,
): Promise<void> {
  for (const key of keys) await deleteDigest(db, key, takenOutOf(index));
  await index.tend();
}
