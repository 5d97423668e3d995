import type { ArxivId } from '../../paper';
import type { IndexStorage, IndexTransaction } from '../../store/index-records';
import type { TermVectors } from '../../text/term-vectors';
import { addPart } from './add-papers';
import { freshState, INDEX_VERSION } from './index-state';
import { makePart, type PartBuffers, partBuffers } from './make-part';
import { mergeUnits } from './merge-units';
import type { IndexedPaper } from './search-index';

/** How many papers are indexed in one transaction. */
const PAPERS_A_PART = 500;

/** Reads up to `count` papers with ids after `after`, by ascending id, in the given transaction. */
export type PaperPages = (
  after: ArxivId | undefined,
  count: number,
  transaction: IndexTransaction,
) => Promise<readonly IndexedPaper[]>;

/**
 * True if the index is missing, has another layout, was left by a rebuild that was cut short, or does not hold as
 * many papers as are stored.
 */
export async function needsRebuild(storage: IndexStorage, papers: number): Promise<boolean> {
  return storage.read(async (transaction) => {
    const state = await transaction.state();
    if (!state) return papers > 0;
    if (state.version !== INDEX_VERSION || state.rebuilding) return true;
    const [units, removals] = await Promise.all([
      transaction.units(state.units.map(({ seq }) => seq)),
      transaction.removals(state.removals),
    ]);
    if (units.includes(undefined) || removals.includes(undefined)) return true;
    const indexed = state.units.reduce((sum, unit) => sum + unit.papers, 0);
    const removed = removals.reduce((sum, removal) => sum + (removal?.ids.length ?? 0), 0);
    return indexed < papers || indexed - removed > papers;
  });
}

/** Empties the index and notes that it is being rebuilt. */
async function begin(transaction: IndexTransaction): Promise<void> {
  await transaction.clear();
  await transaction.putState({ ...freshState(), rebuilding: {} });
}

/** Adds one page of papers and gives their number; 0 at the end, when the rebuild is marked as finished. */
async function addPage(
  transaction: IndexTransaction,
  pages: PaperPages,
  vectors: TermVectors | undefined,
  buffers: PartBuffers,
): Promise<number> {
  const state = await transaction.state();
  if (!state?.rebuilding) throw new Error('Something else has changed the index while it was being rebuilt.');
  const papers = await pages(state.rebuilding.upTo, PAPERS_A_PART, transaction);
  const last = papers[papers.length - 1];
  if (!last) {
    const { rebuilding: _over, ...finished } = state;
    await transaction.putState(finished);
    return 0;
  }
  await addPart(transaction, state, makePart(papers, vectors, buffers));
  await transaction.putState({ ...state, rebuilding: { upTo: last.id } });
  return papers.length;
}

/**
 * Builds the index anew from the papers. The state of the index says after each step how far the rebuild is. If the
 * rebuild is cut short, `needsRebuild` is true and the rebuild begins again.
 */
export async function rebuildIndex(
  storage: IndexStorage,
  pages: PaperPages,
  vectors?: TermVectors,
): Promise<void> {
  await storage.write(begin);
  const buffers = partBuffers();
  for (;;) {
    const added = await storage.write((transaction) => addPage(transaction, pages, vectors, buffers));
    if (added === 0) return;
    await mergeUnits(storage);
  }
}
