import type { ArxivId } from '../paper';
import type { IndexFollower } from '../store/changes/follower';
import type { LensDatabase } from '../store/database';
import { indexTransaction } from '../store/index-tables';
import { askPapersAndDigests, storedIndex } from '../store/questions';
import { countPapers, paperPage, papersById } from '../store/views/papers';
import { readTermVectors } from '../text/term-vectors';
import { createAsker } from './ask';
import { addToIndex, removeFromIndex } from './index/add-papers';
import { partBuffers } from './index/make-part';
import { mergeUnits } from './index/merge-units';
import { indexMemory } from './index/open-index';
import { needsRebuild, rebuildIndex } from './index/rebuild';
import { papersWith } from './papers-with';
import { parseSearch } from './query/query';
import { centreOf, closenessToAny } from './related/closeness';
import { type RelatedPaper, relatedPapers, type RelatedQuestion } from './related/related';
import { searchPapers, type SearchResult } from './search/search';
import { turnsHere } from './turns';

/** Related papers and search over everything that is stored. */
export interface Engine {
  /**
   * Opens the follower, which may first have to load the term vectors; so it must be called before a transaction
   * opens.
   */
  follower(): Promise<IndexFollower>;
  /** Reads what every question needs, so that the first question does not wait for it. */
  prepare(): Promise<void>;
  related(question: RelatedQuestion, limit: number): Promise<RelatedPaper[]>;
  /**
   * How close each of these papers is in meaning to the closest of the others. Papers that are not stored are left
   * out.
   */
  closeness(ids: readonly ArxivId[], others: readonly ArxivId[]): Promise<Map<ArxivId, number>>;
  /** Without `limit` the answer holds as many hits as a reader looks through. */
  search(text: string, limit?: number): Promise<SearchResult>;
  /** Builds the index anew from the papers if it is missing or damaged. */
  rebuildIfDamaged(): Promise<void>;
  /**
   * Builds the index anew if an ended worker left a rebuild unfinished or papers without an index. It looks for no
   * other damage, so it is cheap enough for every start.
   */
  resumeRebuild(): Promise<void>;
}

/**
 * Creates the engine. What it remembers between questions only saves reading: a worker that has just started answers
 * the same. `readVectors` gives the bytes of the term vectors that come with the extension. Merges and rebuilds of
 * the index take turns in `oneAtATime`, across engines if others are at work.
 */
export function createEngine(
  db: LensDatabase,
  readVectors: () => Promise<Uint8Array>,
  oneAtATime = turnsHere(),
): Engine {
  const storage = storedIndex(db);
  const transaction = indexTransaction(db);
  const buffers = partBuffers();
  let vectors: Promise<ReturnType<typeof readTermVectors>> | undefined;
  const termVectors = () => (vectors ??= readVectors().then(readTermVectors));

  const rebuildIfDamaged = () =>
    oneAtATime(async () => {
      if (!(await needsRebuild(storage, await countPapers(db)))) return;
      await rebuildIndex(storage, (after, count) => paperPage(db, after, count), await termVectors());
    });
  const { ask, open } = createAsker(
    db,
    indexMemory(),
    (question) => askPapersAndDigests(db, question),
    () => void rebuildIfDamaged(),
  );
  const stored = async (ids: readonly ArxivId[]) =>
    (await papersById(db, ids)).filter((paper) => paper !== undefined);

  return {
    async follower() {
      const read = await termVectors();
      return {
        async add({ papers, changed }) {
          const replaced = changed.map(({ id }) => id);
          await addToIndex(transaction, [...papers, ...changed], read, replaced, buffers);
        },
        remove: (ids) => removeFromIndex(transaction, ids),
        mergeParts: (extent) => oneAtATime(() => mergeUnits(storage, extent)),
      };
    },
    async prepare() {
      await Promise.all([termVectors(), open()]);
    },
    async related(question, limit) {
      // The vectors are loaded before the transaction opens, because it would end while they are being fetched.
      const read = await termVectors();
      return ask((index) => relatedPapers(question, index, limit, read), []);
    },
    async closeness(ids, others) {
      const read = await termVectors();
      return ask(
        async (index) =>
          closenessToAny(
            await stored(ids),
            await stored(others),
            centreOf(await index.statistics(), read),
            read,
          ),
        new Map<ArxivId, number>(),
      );
    },
    search: (text, limit) =>
      ask(
        (index) =>
          searchPapers(parseSearch(text), index, {
            papersWith: (filters) => papersWith(db, filters),
            ...(limit === undefined ? {} : { limit }),
          }),
        { hits: [], terms: new Set<string>() },
      ),
    rebuildIfDamaged,
    async resumeRebuild() {
      const state = await transaction.state();
      const isWhole = state ? !state.rebuilding : (await countPapers(db)) === 0;
      if (!isWhole) await rebuildIfDamaged();
    },
  };
}
