import type { LensDatabase } from './database';
import type { IndexStorage } from './index-records';
import { indexStorage, indexTablesOf } from './index-tables';

/** The index of a database, with the papers that it is made from. */
export const storedIndex = (db: LensDatabase): IndexStorage => indexStorage(db, [db.papers]);

/**
 * Asks index and papers in one transaction from the first reading to the last: each of its own would take as long as a
 * reading. Dexie keeps a transaction alive over `await` only in functions that are async themselves.
 */
export async function askPapers<T>(db: LensDatabase, question: () => Promise<T>): Promise<T> {
  return db.transaction('r', [...indexTablesOf(db), db.papers], async () => question());
}

/** The same, for a question that also asks which digests list a paper and what the reader made of it. */
export async function askPapersAndDigests<T>(db: LensDatabase, question: () => Promise<T>): Promise<T> {
  const tables = [...indexTablesOf(db), db.papers, db.digests, db.outlines, db.imports, db.readingStates];
  return db.transaction('r', tables, async () => question());
}
