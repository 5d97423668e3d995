import { addToIndex } from '../../lib/find/index/add-papers';
import { mergeUnits } from '../../lib/find/index/merge-units';
import { openIndex } from '../../lib/find/index/open-index';
import type { IndexedPaper, SearchIndex } from '../../lib/find/index/search-index';
import type { TermVectors } from '../../lib/text/term-vectors';
import { memoryStorage } from '../oracles/memory-storage';

/** Papers of one part: a large day. */
const PAPERS_A_PART = 500;

/** The index that the extension stores, grown and merged as it does, but kept in memory. */
export async function indexInMemory(
  papers: readonly IndexedPaper[],
  vectors?: TermVectors,
): Promise<SearchIndex> {
  const storage = memoryStorage();
  for (let at = 0; at < papers.length; at += PAPERS_A_PART) {
    const part = papers.slice(at, at + PAPERS_A_PART);
    await storage.write((transaction) => addToIndex(transaction, part, vectors));
    await mergeUnits(storage);
  }
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return openIndex(storage, async (ids) => ids.map((id) => byId.get(id)));
}
