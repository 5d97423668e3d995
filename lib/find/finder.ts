import type { ArxivId } from '../paper';
import type { LensDatabase } from '../store/database';
import { askPapers } from '../store/questions';
import { createAsker } from './ask';
import { indexMemory } from './index/open-index';
import type { SearchQuery } from './query/query';
import { matchingPapers, type MatchingPapers } from './search/search';

/** Searches the index from a page, without waiting for the worker to start. */
export interface Finder {
  find(query: SearchQuery, isWanted: (id: ArxivId) => boolean): Promise<MatchingPapers>;
  /** Opens the index, for which the first question would otherwise wait. */
  warmUp(): Promise<void>;
}

/** `onDamage` is called if the index cannot be read; it has to have the worker rebuild the index. */
export function createFinder(db: LensDatabase, onDamage: () => void): Finder {
  const { ask } = createAsker(db, indexMemory(), (question) => askPapers(db, question), onDamage);
  return {
    find: (query, isWanted) =>
      ask((index) => matchingPapers(query, index, isWanted), { ids: [], terms: new Set() }),
    // Nothing more is read: unpacking all ids at once would delay a key that is pressed meanwhile.
    warmUp: () => ask(async () => {}, undefined),
  };
}
