import type { ArxivId, Paper } from '../../paper';

/**
 * How much of what changes have added is put in order: `little` while more is to come, `enough` once it is over, `all`
 * where most of what is stored is new.
 */
export type MergeExtent = 'little' | 'enough' | 'all';

/** What is kept in step with the papers: the index. `add` and `remove` run in the transaction that changes the papers. */
export interface IndexFollower {
  add(added: { papers: readonly Paper[]; changed: readonly Paper[] }): Promise<void>;
  remove(ids: readonly ArxivId[]): Promise<void>;
  /** Between two such transactions, or after the last one. */
  mergeParts(extent?: MergeExtent): Promise<void>;
}

const nothing = async (): Promise<void> => {};

export const NO_FOLLOWER: IndexFollower = { add: nothing, remove: nothing, mergeParts: nothing };

/** In a restore or an import that brings most of what is stored, all there is to merge is worth merging, once. */
export const extentAfter = (newPapers: number, papers: number): MergeExtent =>
  newPapers > papers / 2 ? 'all' : 'enough';
