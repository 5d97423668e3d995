import type { ArxivId } from '../paper';
import type { LensDatabase } from '../store/database';
import { outlinedDigests } from '../store/views/outlined-digests';
import { allReadingStates } from '../store/views/reading-states';
import type { SearchFilter } from './query/query';
import { createShelf, select } from './shelf';

/** The papers that pass the filters of a search. */
export async function papersWith(
  db: LensDatabase,
  filters: readonly SearchFilter[],
): Promise<ReadonlySet<ArxivId>> {
  const [digests, states] = await Promise.all([outlinedDigests(db), allReadingStates(db)]);
  const shelf = createShelf(digests);
  const { papers } = select(shelf, filters, states);
  return new Set([...papers].flatMap((number) => shelf.ids[number] ?? []));
}
