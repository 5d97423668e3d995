import { addToIndex } from '../../lib/find/index/add-papers';
import { BUCKETS } from '../../lib/find/index/buckets';
import { mergeUnits } from '../../lib/find/index/merge-units';
import { indexMemory, openIndex, type PaperSource } from '../../lib/find/index/open-index';
import type { IndexedPaper } from '../../lib/find/index/search-index';
import { parseSearch } from '../../lib/find/query/query';
import { relatedPapers } from '../../lib/find/related/related';
import { searchPapers } from '../../lib/find/search/search';
import type { IndexStorage } from '../../lib/store/index-records';
import type { TermVectors } from '../../lib/text/term-vectors';

/** A usual day of the archive. */
export const PAPERS_A_DAY = 250;

/** An index somewhere, with what it needs: the browser's bench gives its database, the one in Node its memory. */
export interface MeasuredIndex {
  storage: IndexStorage;
  source: PaperSource;
  vectors: TermVectors;
}

/** Adds papers day by day, merging as the extension does, and gives the milliseconds it took. */
export async function growIndex(
  { storage, vectors }: MeasuredIndex,
  papers: readonly IndexedPaper[],
): Promise<number> {
  const start = performance.now();
  for (let at = 0; at < papers.length; at += PAPERS_A_DAY) {
    const day = papers.slice(at, at + PAPERS_A_DAY);
    await storage.write((transaction) => addToIndex(transaction, day, vectors));
    await mergeUnits(storage);
  }
  return performance.now() - start;
}

/** Bytes of all records of an index; keys and the database's own room are not counted. */
export async function indexBytes(storage: IndexStorage): Promise<number> {
  return storage.read(async (transaction) => {
    const state = await transaction.state();
    const units = await transaction.units((state?.units ?? []).map(({ seq }) => seq));
    const live = new Set(state?.units.map(({ seq }) => seq));
    const records = [...(await transaction.buckets(0, BUCKETS)), ...(await transaction.words(0, 64))];
    const blocks = records.filter(({ seq }) => live.has(seq)).map(({ block }) => block.byteLength);
    const own = units.map((unit) => {
      if (!unit) return 0;
      const { ids, lengths, blocks: inPart, starts } = unit;
      return ids.byteLength + lengths.byteLength + (inPart?.byteLength ?? 0) + (starts?.byteLength ?? 0);
    });
    return [...blocks, ...own].reduce((sum, bytes) => sum + bytes, 0);
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export interface AskedTimes {
  /** Milliseconds of each question with nothing in memory, as in a worker that has just started. */
  cold: number[];
  /** The same with what earlier questions left in memory. */
  warm: number[];
}

/** Asks for the related papers of each question. */
export async function timeRelated(
  { storage, source, vectors }: MeasuredIndex,
  questions: readonly IndexedPaper[],
): Promise<AskedTimes> {
  const times: AskedTimes = { cold: [], warm: [] };
  const memory = indexMemory();
  const ask = async (question: IndexedPaper, remembered = indexMemory()) =>
    relatedPapers(question, await openIndex(storage, source, remembered), 5, vectors);
  for (const question of questions) times.cold.push(await timed(() => ask(question)));
  for (const question of questions.slice(0, 5)) await ask(question, memory);
  for (const question of questions) times.warm.push(await timed(() => ask(question, memory)));
  return times;
}

/** Types each query letter by letter, from the third on, and times each answer. */
export async function timeTyping(
  { storage, source }: MeasuredIndex,
  queries: readonly string[],
): Promise<number[]> {
  const memory = indexMemory();
  const times: number[] = [];
  for (const query of queries) {
    for (let length = 3; length <= query.length; length += 1) {
      const typed = query.slice(0, length);
      times.push(
        await timed(async () => searchPapers(parseSearch(typed), await openIndex(storage, source, memory))),
      );
    }
  }
  return times;
}
