import type { ArxivId, Paper } from '../../paper';
import { noteVersions } from '../../stamps/stamped-state';
import type { LensDatabase } from '../database';
import type { StoredEntry } from '../records';

/** All that is stored about one paper. */
export interface StoredPaper {
  paper: Paper;
  /** The digests that list the paper, the latest first. */
  listings: PaperListing[];
  /** Other versions of the reader's note, written apart from the one that is shown, the latest first. */
  otherNotes: string[];
}

/** One digest that lists the paper, and what it says of it. */
export interface PaperListing {
  entry: StoredEntry;
  /** The digest's title. */
  title?: string;
  /** The file from which the digest was read. */
  path: string;
  /** The entry's own subject, or else the digest's. */
  subject?: string;
  /** How many papers the digest lists. */
  papers: number;
}

/** A stored paper with every digest that lists it; undefined if the paper is not stored. */
export async function storedPaper(db: LensDatabase, id: ArxivId): Promise<StoredPaper | undefined> {
  const tables = [db.papers, db.entries, db.digests, db.outlines, db.readingStamps];
  return db.transaction('r', tables, async () => {
    const [paper, entries, stamps] = await Promise.all([
      db.papers.get(id),
      db.entries.where('id').equals(id).toArray(),
      db.readingStamps.get(id),
    ]);
    if (!paper) return undefined;
    const keys = entries.map((entry) => entry.digest);
    const [digests, outlines] = await Promise.all([db.digests.bulkGet(keys), db.outlines.bulkGet(keys)]);
    const listings = entries.flatMap((entry, at): PaperListing[] => {
      const digest = digests[at];
      if (!digest) return [];
      const subject = entry.subject ?? digest.subject;
      const { title, path } = digest;
      const papers = outlines[at]?.ids.length ?? 0;
      return [
        {
          entry,
          path,
          papers,
          ...(title !== undefined && { title }),
          ...(subject !== undefined && { subject }),
        },
      ];
    });
    return {
      paper,
      listings: listings.toSorted((a, b) => b.entry.date.localeCompare(a.entry.date)),
      otherNotes: noteVersions(stamps ?? {})
        .slice(1)
        .map(({ text }) => text),
    };
  });
}
