import type { AnnouncementDate, ArxivId, EntryFacts } from '../paper';
import type { LensDatabase, StoredEntry } from './schema';

/** What one digest says of a paper, as a page shows it. */
export interface MarkedListing extends Pick<EntryFacts, 'topics' | 'score' | 'tldr'> {
  date: AnnouncementDate;
  title?: string;
  /** The entry's own, else the digest's. */
  subject?: string;
}

/** What a page says of one paper: where it was listed, the latest first, and what the reader made of it. */
export interface Mark {
  listings: MarkedListing[];
  read?: boolean;
  starred?: boolean;
  hidden?: boolean;
}

/** The marks of those of these papers that a digest lists or that the reader has done something with. */
export async function marksOf(db: LensDatabase, ids: readonly ArxivId[]): Promise<Record<ArxivId, Mark>> {
  const distinct = [...new Set(ids)];
  return db.transaction('r', db.entries, db.digests, db.readingStates, async () => {
    const [entries, states] = await Promise.all([
      Promise.all(distinct.map((id) => db.entries.where('id').equals(id).toArray())),
      db.readingStates.bulkGet(distinct),
    ]);
    const keys = [...new Set(entries.flat().map((entry) => entry.digest))];
    const digests = new Map((await db.digests.bulkGet(keys)).map((digest, i) => [keys[i], digest]));
    const marks: Record<ArxivId, Mark> = {};
    distinct.forEach((id, i) => {
      const listings = (entries[i] ?? [])
        .map((entry) => listingOf(entry, digests.get(entry.digest) ?? {}))
        .sort((a, b) => b.date.localeCompare(a.date));
      const { read, starred, hidden } = states[i] ?? {};
      if (listings.length === 0 && !read && !starred && !hidden) return;
      marks[id] = { listings, ...(read && { read }), ...(starred && { starred }), ...(hidden && { hidden }) };
    });
    return marks;
  });
}

function listingOf(entry: StoredEntry, digest: { title?: string; subject?: string }): MarkedListing {
  const { date, topics, score, tldr } = entry;
  const subject = entry.subject ?? digest.subject;
  return {
    date,
    ...(digest.title !== undefined && { title: digest.title }),
    ...(subject !== undefined && { subject }),
    ...(topics !== undefined && { topics }),
    ...(score !== undefined && { score }),
    ...(tldr !== undefined && { tldr }),
  };
}
