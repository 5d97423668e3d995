import type { ArxivId } from '../../paper';
import type { IndexState, IndexTransaction, LiveUnit } from '../../store/index-records';
import type { TermVectors } from '../../text/term-vectors';
import { freshState, INDEX_VERSION, nextMoment } from './index-state';
import { makePart, type PartBuffers, type ReadyPart } from './make-part';
import type { IndexedPaper } from './search-index';

async function stateToChange(transaction: IndexTransaction): Promise<IndexState | undefined> {
  const state = await transaction.state();
  if (!state) return freshState();
  // An index of another layout is left as it is: it will be rebuilt from all papers, these included.
  return state.version === INDEX_VERSION ? state : undefined;
}

/**
 * The papers that belong into the index at this moment. While the index is being rebuilt, papers that the rebuild has
 * not reached yet are left to it.
 */
function papersToAdd(papers: readonly IndexedPaper[], { rebuilding }: IndexState): readonly IndexedPaper[] {
  if (!rebuilding) return papers;
  const { upTo } = rebuilding;
  return upTo === undefined ? [] : papers.filter(({ id }) => id <= upTo);
}

/**
 * Adds papers as one small part, in the transaction that stores them. `replaced` names those of the papers that the
 * index already holds with an older text.
 */
export async function addToIndex(
  transaction: IndexTransaction,
  papers: readonly IndexedPaper[],
  vectors?: TermVectors,
  replaced: readonly ArxivId[] = [],
  buffers?: PartBuffers,
): Promise<void> {
  const state = await stateToChange(transaction);
  const added = state ? papersToAdd(papers, state) : [];
  if (!state || added.length === 0) return;
  if (replaced.length > 0) await takeOut(transaction, state, replaced);
  await addPart(transaction, state, makePart(added, vectors, buffers));
  await transaction.putState(state);
}

/** Writes a part and adds it to the units of `state`; the caller writes the state. */
export async function addPart(
  transaction: IndexTransaction,
  state: IndexState,
  part: ReadyPart,
): Promise<void> {
  const seq = nextMoment(state);
  const unit = { ...part, seq };
  state.units.push(liveUnit(unit, 'part', seq));
  await transaction.putUnit(unit);
}

/** Takes papers out of the index, in the transaction that deletes them. */
export async function removeFromIndex(transaction: IndexTransaction, ids: readonly ArxivId[]): Promise<void> {
  if (ids.length === 0) return;
  const state = await stateToChange(transaction);
  if (!state) return;
  await takeOut(transaction, state, ids);
  await transaction.putState(state);
}

/** Notes that the existing units must skip these papers; the next merge of a unit drops them for good. */
async function takeOut(
  transaction: IndexTransaction,
  state: IndexState,
  ids: readonly ArxivId[],
): Promise<void> {
  const at = nextMoment(state);
  state.removals.push(at);
  await transaction.putRemoval({ at, ids: [...ids] });
}

/** The entry of a unit in the state of the index; `clean` is the moment up to which its removals are applied. */
export function liveUnit(unit: ReadyPart & { seq: number }, kind: LiveUnit['kind'], clean: number): LiveUnit {
  const totalLength = unit.lengths.reduce((sum, length) => sum + length, 0);
  return { seq: unit.seq, kind, clean, papers: unit.papers, totalLength };
}
