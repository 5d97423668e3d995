import type { ArxivId, Paper } from '../../paper';

/**
 * How much of the index's new parts is merged: `little` while more papers are to come, `enough` once the change is
 * over, `all` if most of the stored papers are new.
 */
export type MergeExtent = 'little' | 'enough' | 'all';

/**
 * The index, seen as what has to be kept in step with the papers. `add` and `remove` run in the transaction that
 * changes the papers.
 */
export interface IndexFollower {
  add(added: { papers: readonly Paper[]; changed: readonly Paper[] }): Promise<void>;
  remove(ids: readonly ArxivId[]): Promise<void>;
  /** Runs between two transactions that change papers, or after the last one. */
  mergeParts(extent?: MergeExtent): Promise<void>;
}

const nothing = async (): Promise<void> => {};

export const NO_FOLLOWER: IndexFollower = { add: nothing, remove: nothing, mergeParts: nothing };

/**
 * The extent of merging after a restore or an import. If it brings most of the stored papers, merging everything once
 * is worth the time.
 */
export const extentAfter = (newPapers: number, papers: number): MergeExtent =>
  newPapers > papers / 2 ? 'all' : 'enough';
