import { type TakenOut, undoDigest } from '../../lib/store/changes/take-back';
import type { LensDatabase } from '../../lib/store/database';

/** Takes back all that one import alone has brought, as the work queue does. */
export async function undoImport(
  db: LensDatabase,
  importId: number,
  alsoIn?: (taken: TakenOut) => Promise<void>,
): Promise<void> {
  await db.imports.where('id').equals(importId).modify({ state: 'undoing' });
  while (await undoDigest(db, importId, alsoIn));
}
