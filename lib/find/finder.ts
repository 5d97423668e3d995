import type { ArxivId } from '../paper';
import type { LensDatabase } from '../store/database';
import { askPapers } from '../store/questions';
import { createAsker } from './ask';
import { indexMemory } from './index/open-index';
import type { SearchQuery } from './query/query';
import { matchingPapers, type MatchingPapers } from './search/search';

/** Searches the index from a page, which need not wait for the worker to start. */
export interface Finder {
  find(query: SearchQuery, isWanted: (id: ArxivId) => boolean): Promise<MatchingPapers>;
  /** Opens the index, for which the first question would otherwise wait. */
  warmUp(): Promise<void>;
}

/** `onDamage` is called where the index cannot be read: whoever writes it has to mend it. */
export function createFinder(db: LensDatabase, onDamage: () => void): Finder {
  const { ask } = createAsker(db, indexMemory(), (question) => askPapers(db, question), onDamage);
  return {
    find: (query, isWanted) =>
      ask((index) => matchingPapers(query, index, isWanted), { ids: [], terms: new Set() }),
    // No more than that: to unpack all ids at once would keep a key that comes meanwhile waiting.
    warmUp: () => ask(async () => {}, undefined),
  };
}
