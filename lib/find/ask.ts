import type { LensDatabase } from '../store/database';
import { storedIndex } from '../store/questions';
import { papersById } from '../store/views/papers';
import { askIndex, DamagedIndexError, type IndexMemory, openIndex } from './index/open-index';
import type { SearchIndex } from './index/search-index';

/** Runs a question in one transaction. */
type InTransaction = <T>(question: () => Promise<T>) => Promise<T>;

interface Asker {
  /**
   * If the index is damaged, gives `otherwise` and calls `onDamage`, so that the index is rebuilt for later
   * questions.
   */
  ask<T>(question: (index: SearchIndex) => Promise<T>, otherwise: T): Promise<T>;
  /** Reads what every question needs, so that the first question does not wait for it. */
  open(): Promise<void>;
}

/**
 * Asks the stored index. `memory` only saves reading parts of the index again. `onDamage` is called if the index
 * cannot be read; it has to have the index rebuilt.
 */
export function createAsker(
  db: LensDatabase,
  memory: IndexMemory,
  inTransaction: InTransaction,
  onDamage: () => void,
): Asker {
  const storage = storedIndex(db);
  const source = (ids: readonly string[]) => papersById(db, ids);
  return {
    async ask(question, otherwise) {
      try {
        return await inTransaction(() => askIndex(storage, source, memory, question));
      } catch (error) {
        if (!(error instanceof DamagedIndexError)) throw error;
        onDamage();
        return otherwise;
      }
    },
    open: async () => void (await openIndex(storage, source, memory)),
  };
}
