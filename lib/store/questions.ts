import type { LensDatabase } from './database';
import type { IndexStorage } from './index-records';
import { indexStorage, indexTablesOf } from './index-tables';

/** The index of a database, together with the papers that it is made from. */
export const storedIndex = (db: LensDatabase): IndexStorage => indexStorage(db, [db.papers]);

/**
 * Asks the index and the papers in one transaction, because opening a transaction for each read would take as long as
 * the read itself. Dexie keeps a transaction alive over `await` only in functions that are async themselves.
 */
export async function askPapers<T>(db: LensDatabase, question: () => Promise<T>): Promise<T> {
  return db.transaction('r', [...indexTablesOf(db), db.papers], async () => question());
}

/**
 * Runs a question in one transaction, like `askPapers`, when it also asks which digests list a paper and what the
 * reader's state of the paper is.
 */
export async function askPapersAndDigests<T>(db: LensDatabase, question: () => Promise<T>): Promise<T> {
  const tables = [...indexTablesOf(db), db.papers, db.digests, db.outlines, db.imports, db.readingStates];
  return db.transaction('r', tables, async () => question());
}
