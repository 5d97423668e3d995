import type { ArxivId, Paper } from '../../paper';
import type { LensDatabase } from '../database';

export async function countPapers(db: LensDatabase): Promise<number> {
  return db.papers.count();
}

/** The papers in the order of the ids; undefined stands for a paper that is not stored. */
export async function papersById(db: LensDatabase, ids: readonly ArxivId[]): Promise<(Paper | undefined)[]> {
  return db.papers.bulkGet([...ids]);
}

/** Up to `count` papers with ids after `after`, by ascending id. */
export async function paperPage(
  db: LensDatabase,
  after: ArxivId | undefined,
  count: number,
): Promise<Paper[]> {
  const rest = after === undefined ? db.papers.orderBy('id') : db.papers.where('id').above(after);
  return rest.limit(count).toArray();
}
