import type { AnnouncementDate, ArxivId, Paper } from '../paper';
import type { LensDatabase } from './schema';

/** A paper with what all its digests together say of it. */
export interface ListedPaper {
  paper: Paper;
  /** The first is the primary one; none where no digest gives any. */
  categories: string[];
  /** The last day on which a digest listed it. */
  date: AnnouncementDate;
}

/** The papers of these ids, in their order, without those that no digest lists. */
export async function listedPapers(db: LensDatabase, ids: readonly ArxivId[]): Promise<ListedPaper[]> {
  return db.transaction('r', db.papers, db.entries, async () => {
    const [papers, entries] = await Promise.all([
      db.papers.bulkGet([...ids]),
      Promise.all(ids.map((id) => db.entries.where('id').equals(id).toArray())),
    ]);
    return papers.flatMap((paper, i) => {
      const listings = entries[i]?.toSorted((a, b) => b.date.localeCompare(a.date)) ?? [];
      const date = listings[0]?.date;
      if (!paper || date === undefined) return [];
      return [{ paper, categories: [...new Set(listings.flatMap((entry) => entry.categories ?? []))], date }];
    });
  });
}
