import type { ArxivId } from '../paper';
import type { LensDatabase } from '../store/database';
import { outlinedDigests } from '../store/views/outlined-digests';
import type { SearchFilter } from './query/query';
import { createShelf, select } from './shelf';

/** The papers that a search's filters let through. */
export async function papersWith(
  db: LensDatabase,
  filters: readonly SearchFilter[],
): Promise<ReadonlySet<ArxivId>> {
  const [digests, states] = await Promise.all([outlinedDigests(db), db.readingStates.toArray()]);
  const shelf = createShelf(digests);
  const { papers } = select(shelf, filters, new Map(states.map((state) => [state.id, state])));
  return new Set([...papers].flatMap((number) => shelf.ids[number] ?? []));
}
