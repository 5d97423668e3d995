import { liveQuery } from 'dexie';
import type { LensDatabase } from '../database';
import type { StoredRestore } from '../records';

/** The key of the only restore: there is one at a time. */
const RESTORE = 1;

/** The place of the backup file in `sources`. Imports are numbered from 1, so 0 is free. */
const FILE = { importId: 0, position: 0 };

/**
 * Keeps the chosen file until it is restored, because the worker or the page may die before then. The file has a
 * record of its own because Chromium copies a file each time the record that holds it is written.
 */
export async function beginRestore(db: LensDatabase, file: File, now: number): Promise<void> {
  await db.transaction('rw', db.restores, db.sources, async () => {
    await db.sources.put({ ...FILE, path: file.name, content: file, modifiedAt: file.lastModified });
    await db.restores.put({
      id: RESTORE,
      startedAt: now,
      name: file.name,
      state: 'checking',
      records: 0,
      written: 0,
      newPapers: 0,
      newDigests: 0,
      newStates: 0,
    });
  });
}

/** The file that is being restored; undefined if no restore is under way. */
export async function restoredFile(db: LensDatabase): Promise<Blob | undefined> {
  const source = await db.sources.get([FILE.importId, FILE.position]);
  return source?.content ?? (await currentRestore(db))?.content;
}

export async function currentRestore(db: LensDatabase): Promise<StoredRestore | undefined> {
  return db.restores.get(RESTORE);
}

/** Changes some fields of the restore under way. */
export async function changeRestore(db: LensDatabase, changes: Partial<StoredRestore>): Promise<void> {
  await db.restores.where('id').equals(RESTORE).modify(changes);
}

/** Lets a stopped restore continue. */
export async function resumeRestore(db: LensDatabase): Promise<void> {
  await db.restores
    .where('id')
    .equals(RESTORE)
    .modify((row) => {
      // A file that has not been checked to its end still has to be checked.
      row.state = row.records > 0 ? 'writing' : 'checking';
      delete row.hindrance;
    });
}

/** Ends the restore with these changes and deletes its file, which is not needed any more. */
export async function endRestore(db: LensDatabase, changes: Partial<StoredRestore>): Promise<void> {
  await db.transaction('rw', db.restores, db.sources, async () => {
    await db.sources.delete([FILE.importId, FILE.position]);
    await db.restores
      .where('id')
      .equals(RESTORE)
      .modify((row) => {
        delete row.content;
        Object.assign(row, changes);
      });
  });
}

/** Tells how far the restore is, at once and after each step. The returned function stops it. */
export function watchRestore(
  db: LensDatabase,
  tell: (restore: StoredRestore | undefined) => void,
): () => void {
  const subscription = liveQuery(() => currentRestore(db)).subscribe(tell);
  return () => subscription.unsubscribe();
}
