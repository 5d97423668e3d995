import type { AnnouncementDate, ArxivId, Paper } from '../../paper';
import type { LensDatabase } from '../database';
import type { StoredDigest } from '../records';

/** A digest that lists a paper, with the facts by which the mark names it. */
export interface Listing {
  date: AnnouncementDate;
  title?: string;
  subject?: string;
}

/** A paper with the last digest that listed it. */
export interface FoundPaper {
  paper: Paper;
  listing: Listing;
}

function listingOf({ date, title, subject }: StoredDigest): Listing {
  return { date, ...(title === undefined ? {} : { title }), ...(subject === undefined ? {} : { subject }) };
}

/**
 * The papers of these ids, in the order of the ids, without those that are not stored. All are read in one
 * transaction.
 */
export async function foundPapers(db: LensDatabase, ids: readonly ArxivId[]): Promise<FoundPaper[]> {
  return db.transaction('r', db.papers, db.entries, db.digests, async () => {
    const [papers, listings] = await Promise.all([db.papers.bulkGet([...ids]), lastListings(db, ids)]);
    return papers.flatMap((paper) => {
      const listing = paper && listings.get(paper.id);
      return listing ? [{ paper, listing }] : [];
    });
  });
}

/** The last digest that listed each of these papers; papers that no digest lists are left out. */
export async function lastListings(
  db: LensDatabase,
  ids: readonly ArxivId[],
): Promise<ReadonlyMap<ArxivId, Listing>> {
  return db.transaction('r', db.entries, db.digests, async () => {
    const entries = await Promise.all(ids.map((id) => db.entries.where('id').equals(id).primaryKeys()));
    // A digest's key begins with its day, so the last key is that of the last day.
    const keys = entries.map(
      (keysOfPaper) =>
        keysOfPaper
          .map(([key]) => key)
          .toSorted()
          .at(-1) ?? '',
    );
    const distinct = [...new Set(keys)];
    const digests = await db.digests.bulkGet(distinct);
    const byKey = new Map(distinct.map((key, i) => [key, digests[i]]));
    return new Map(
      ids.flatMap((id, i) => {
        const digest = byKey.get(keys[i] ?? '');
        return digest ? [[id, listingOf(digest)]] : [];
      }),
    );
  });
}
