import { liveQuery } from 'dexie';
import type { LensDatabase } from '../database';
import type { StoredRestore } from '../records';

/** There is one at a time. */
const RESTORE = 1;

/** Where its file stands: imports are numbered from 1. */
const FILE = { importId: 0, position: 0 };

/**
 * Keeps the chosen file until it is restored, so that the worker or the page may die meanwhile. In a record of its
 * own: Chromium copies a file with each writing of the record that holds it.
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

/** The file that is being restored; undefined where none is. */
export async function restoredFile(db: LensDatabase): Promise<Blob | undefined> {
  const source = await db.sources.get([FILE.importId, FILE.position]);
  return source?.content ?? (await currentRestore(db))?.content;
}

export async function currentRestore(db: LensDatabase): Promise<StoredRestore | undefined> {
  return db.restores.get(RESTORE);
}

export async function changeRestore(db: LensDatabase, changes: Partial<StoredRestore>): Promise<void> {
  await db.restores.where('id').equals(RESTORE).modify(changes);
}

/** What has stopped is tried again. */
export async function resumeRestore(db: LensDatabase): Promise<void> {
  await db.restores
    .where('id')
    .equals(RESTORE)
    .modify((row) => {
      // A file that has not been checked to its end still has to be.
      row.state = row.records > 0 ? 'writing' : 'checking';
      delete row.hindrance;
    });
}

/** It is over, for one reason or another, and its file is needed no more. */
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

/** Tells how far the restore is, now and after each step. The answer stops it. */
export function watchRestore(
  db: LensDatabase,
  tell: (restore: StoredRestore | undefined) => void,
): () => void {
  const subscription = liveQuery(() => currentRestore(db)).subscribe(tell);
  return () => subscription.unsubscribe();
}
