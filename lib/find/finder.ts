import type { ArxivId } from '../paper';
import type { LensDatabase } from '../store/database';
import { indexStorage, indexTablesOf } from '../store/index-tables';
import { askIndex, DamagedIndexError, indexMemory } from './index/open-index';
import type { SearchIndex } from './index/search-index';
import { matchingPapers, type MatchingPapers } from './search/search';

/** Searches the index from a page, which need not wait for the worker to start. */
export interface Finder {
  find(text: string, isWanted: (id: ArxivId) => boolean): Promise<MatchingPapers>;
  /** Opens the index, for which the first question would otherwise wait. */
  warmUp(): Promise<void>;
}

/** `onDamage` is called where the index cannot be read: whoever writes it has to mend it. */
export function createFinder(db: LensDatabase, onDamage: () => void): Finder {
  const storage = indexStorage(db, [db.papers]);
  const memory = indexMemory();
  const tables = [...indexTablesOf(db), db.papers];
  const source = (ids: readonly ArxivId[]) => db.papers.bulkGet([...ids]);
  const ask = async <Answer>(question: (index: SearchIndex) => Promise<Answer>, none: Answer) => {
    try {
      return await db.transaction('r', tables, async () => askIndex(storage, source, memory, question));
    } catch (error) {
      if (!(error instanceof DamagedIndexError)) throw error;
      onDamage();
      return none;
    }
  };
  return {
    find: (text, isWanted) =>
      ask((index) => matchingPapers(text, index, isWanted), { ids: [], terms: new Set() }),
    // No more than that: to unpack all ids at once would keep a key that comes meanwhile waiting.
    warmUp: () => ask(async () => {}, undefined),
  };
}
