import type { AnnouncementDate, ArxivId, Paper } from '../../paper';
import type { LensDatabase } from '../database';
import { byPaper } from '../ranges';

/** A paper with what all its digests together say of it. */
export interface ListedPaper {
  paper: Paper;
  /** The first category is the primary one. The list is empty if no digest gives a category. */
  categories: string[];
  /** The last day on which a digest listed the paper. */
  date: AnnouncementDate;
}

/** How many papers are read at once; reading them one by one would take a request for each. */
const PAPERS_AT_ONCE = 500;

/** The papers of these ids, in the order of the ids, without those that no digest lists. */
export async function listedPapers(db: LensDatabase, ids: readonly ArxivId[]): Promise<ListedPaper[]> {
  return db.transaction('r', db.papers, db.entries, async () => {
    const listed: ListedPaper[] = [];
    for (let at = 0; at < ids.length; at += PAPERS_AT_ONCE) {
      const some = ids.slice(at, at + PAPERS_AT_ONCE);
      const [papers, entries] = await Promise.all([
        db.papers.bulkGet(some),
        db.entries.where('id').anyOf(some).toArray(),
      ]);
      const entriesOf = byPaper(entries);
      for (const paper of papers) {
        const listings = paper && entriesOf.get(paper.id)?.toSorted((a, b) => b.date.localeCompare(a.date));
        const date = listings?.[0]?.date;
        if (!paper || date === undefined) continue;
        const categories = [...new Set(listings?.flatMap((entry) => entry.categories ?? []))];
        listed.push({ paper, categories, date });
      }
    }
    return listed;
  });
}
