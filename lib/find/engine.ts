import type { ArxivId } from '../paper';
import type { Added } from '../store/changes/put-digests';
import type { LensDatabase } from '../store/database';
import { indexStorage, indexTablesOf, indexTransaction } from '../store/index-tables';
import { readTermVectors } from '../text/term-vectors';
import { addToIndex, removeFromIndex } from './index/add-papers';
import { type MergeExtent, mergeUnits } from './index/merge-units';
import { askIndex, DamagedIndexError, indexMemory, openIndex } from './index/open-index';
import { needsRebuild, type PaperPages, rebuildIndex } from './index/rebuild';
import type { SearchIndex } from './index/search-index';
import { papersWith } from './papers-with';
import { centreOf, closenessToAny } from './related/closeness';
import { type RelatedPaper, relatedPapers, type RelatedQuestion } from './related/related';
import { searchPapers, type SearchResult } from './search/search';
import { turnsHere } from './turns';

/** Keeps the index in step with the papers. Both calls belong in the transaction that changes the papers. */
export interface IndexWriter {
  add(added: Pick<Added, 'papers' | 'changed'>): Promise<void>;
  remove(ids: readonly ArxivId[]): Promise<void>;
}

/** Related papers and search over all that is stored. */
export interface Engine {
  /** To be had before the transaction opens: the writer may need the term vectors first. */
  writer(): Promise<IndexWriter>;
  /** Reads what every question needs, so that the first one finds it at hand. */
  prepare(): Promise<void>;
  related(question: RelatedQuestion, limit: number): Promise<RelatedPaper[]>;
  /** How close each of these papers is in meaning to the closest of the others; only those that are stored. */
  closeness(ids: readonly ArxivId[], others: readonly ArxivId[]): Promise<Map<ArxivId, number>>;
  /** `limit` is as many as a reader looks through, where none is given. */
  search(text: string, limit?: number): Promise<SearchResult>;
  /** Merges what imports have added, so that a question costs the same however many there were. */
  mergeParts(extent?: MergeExtent): Promise<void>;
  /** Builds the index anew from the papers where it is missing or damaged. */
  rebuildIfDamaged(): Promise<void>;
  /** The same, but looks only for what an ended worker leaves: cheap enough for every start. */
  resumeRebuild(): Promise<void>;
}

/**
 * What it remembers between questions only saves reading it again: a worker that has just started answers the same.
 * `readVectors` gives the bytes of the term vectors that come with the extension; in `oneAtATime` changes of the
 * index's layout take turns, with those of other engines too where there are others at work.
 */
export function createEngine(
  db: LensDatabase,
  readVectors: () => Promise<Uint8Array>,
  oneAtATime = turnsHere(),
): Engine {
  const storage = indexStorage(db, [db.papers]);
  const transaction = indexTransaction(db);
  const memory = indexMemory();
  let vectors: Promise<ReturnType<typeof readTermVectors>> | undefined;

  const termVectors = () => (vectors ??= readVectors().then(readTermVectors));
  const source = (ids: readonly ArxivId[]) => db.papers.bulkGet([...ids]);
  const asked = [...indexTablesOf(db), db.papers, db.digests, db.outlines, db.imports, db.readingStates];
  /** In one transaction from the first reading to the last: each of its own would take as long as a reading. */
  const ask = <T>(question: (index: SearchIndex) => Promise<T>): Promise<T> =>
    db.transaction('r', asked, async () => askIndex(storage, source, memory, question));

  const pages: PaperPages = (after, count) =>
    (after === undefined ? db.papers.orderBy('id') : db.papers.where('id').above(after))
      .limit(count)
      .toArray();

  const mend = () =>
    oneAtATime(async () => {
      if (!(await needsRebuild(storage, await db.papers.count()))) return;
      await rebuildIndex(storage, pages, () => {}, await termVectors());
    });

  /** A damaged index answers nothing now, and is mended for the next question. */
  async function orMend<T>(answer: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof DamagedIndexError)) throw error;
      void mend();
      return otherwise;
    }
  }

  return {
    async writer() {
      const read = await termVectors();
      return {
        async add({ papers, changed }) {
          const replaced = changed.map(({ id }) => id);
          await addToIndex(transaction, [...papers, ...changed], read, replaced);
        },
        remove: (ids) => removeFromIndex(transaction, ids),
      };
    },
    async prepare() {
      await Promise.all([termVectors(), openIndex(storage, source, memory)]);
    },
    async related(question, limit) {
      // Before the transaction opens: it would end while the vectors are being fetched.
      const read = await termVectors();
      return orMend(() => ask((index) => relatedPapers(question, index, limit, read)), []);
    },
    async closeness(ids, others) {
      const read = await termVectors();
      return orMend(
        () =>
          ask(async (index) => {
            const known = async (wanted: readonly ArxivId[]) =>
              (await db.papers.bulkGet([...wanted])).filter((paper) => paper !== undefined);
            const centre = centreOf(await index.statistics(), read);
            return closenessToAny(await known(ids), await known(others), centre, read);
          }),
        new Map<ArxivId, number>(),
      );
    },
    search: (text, limit) =>
      orMend(
        () =>
          ask((index) =>
            searchPapers(text, index, {
              papersWith: (filters) => papersWith(db, filters),
              ...(limit === undefined ? {} : { limit }),
            }),
          ),
        { hits: [], terms: new Set<string>() },
      ),
    mergeParts: (extent) => oneAtATime(() => mergeUnits(storage, extent)),
    rebuildIfDamaged: mend,
    async resumeRebuild() {
      const state = await transaction.state();
      const isWhole = state ? !state.rebuilding : (await db.papers.count()) === 0;
      if (!isWhole) await mend();
    },
  };
}
