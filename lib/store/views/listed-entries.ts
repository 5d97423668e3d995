import type { ArxivId } from '../../paper';
import type { LensDatabase } from '../database';
import type { DayEntry } from './day-digest';

/** A paper and the digest whose entry of it is wanted. */
interface ListedPlace {
  id: ArxivId;
  digest: string;
  subject?: string | undefined;
}

/** What a list shows of its papers, in the order of the places, without papers that have been deleted. */
export async function listedEntries(db: LensDatabase, places: readonly ListedPlace[]): Promise<DayEntry[]> {
  return db.transaction('r', db.papers, db.entries, async () => {
    const [papers, entries] = await Promise.all([
      db.papers.bulkGet(places.map(({ id }) => id)),
      db.entries.bulkGet(places.map(({ digest, id }): [string, ArxivId] => [digest, id])),
    ]);
    return places.flatMap(({ subject }, at): DayEntry[] => {
      const [paper, entry] = [papers[at], entries[at]];
      if (!paper) return [];
      const own = entry?.subject ?? subject;
      return [{ ...entry, paper, subjects: own === undefined ? [] : [own] }];
    });
  });
}
