import { type TakenOut, undoDigest } from '../../lib/store/changes/take-back';
import type { LensDatabase } from '../../lib/store/database';

/** Takes back everything that only this import has brought, as the job queue does. */
export async function undoImport(
  db: LensDatabase,
  importId: number,
  alsoIn?: (taken: TakenOut) => Promise<void>,
): Promise<void> {
  await db.imports.where('id').equals(importId).modify({ state: 'undoing' });
  while (await undoDigest(db, importId, alsoIn));
}
