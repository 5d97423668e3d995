import type { AnnouncementDate, ArxivId, EntryFacts } from '../../paper';
import type { LensDatabase } from '../database';
import type { StoredEntry } from '../records';

/** What one digest says of a paper, as a page shows it. */
export interface MarkedListing extends Pick<EntryFacts, 'topics' | 'score' | 'tldr'> {
  date: AnnouncementDate;
  title?: string;
  /** The entry's own subject, or else the digest's. */
  subject?: string;
}

/** What a page shows of one paper: the digests that list it, the latest first, and the reader's state of it. */
export interface Mark {
  listings: MarkedListing[];
  read?: boolean;
  starred?: boolean;
  hidden?: boolean;
}

/**
 * Ids no further apart than this are read as one range: reading a few records too many costs less than another
 * request.
 */
const NEAR = 16;

/** The marks of those of these papers that a digest lists or that have a reading state. */
export async function marksOf(db: LensDatabase, ids: readonly ArxivId[]): Promise<Record<ArxivId, Mark>> {
  const wanted = new Set(ids);
  const ranges = rangesOf(wanted);
  return db.transaction('r', db.entries, db.digests, db.readingStates, async () => {
    const [entries, states] = await Promise.all([
      Promise.all(ranges.map(([from, to]) => db.entries.where('id').between(from, to, true, true).toArray())),
      Promise.all(
        ranges.map(([from, to]) => db.readingStates.where('id').between(from, to, true, true).toArray()),
      ),
    ]);
    const listed = entries.flat().filter(({ id }) => wanted.has(id));
    const keys = [...new Set(listed.map((entry) => entry.digest))];
    const digests = new Map((await db.digests.bulkGet(keys)).map((digest, i) => [keys[i], digest]));
    const marks: Record<ArxivId, Mark> = {};
    for (const entry of listed) {
      const mark = (marks[entry.id] ??= { listings: [] });
      mark.listings.push(markListing(entry, digests.get(entry.digest) ?? {}));
    }
    for (const { listings } of Object.values(marks)) listings.sort((a, b) => b.date.localeCompare(a.date));
    for (const { id, read, starred, hidden } of states.flat()) {
      if (!wanted.has(id) || !(read || starred || hidden)) continue;
      const mark = (marks[id] ??= { listings: [] });
      Object.assign(mark, read && { read }, starred && { starred }, hidden && { hidden });
    }
    return marks;
  });
}

/**
 * Joins ids into few ranges, each given by its first and last id. The ids of one day's papers lie close to each
 * other.
 */
function rangesOf(ids: Iterable<ArxivId>): [from: ArxivId, to: ArxivId][] {
  const ranges: [ArxivId, ArxivId][] = [];
  for (const id of [...ids].toSorted()) {
    const last = ranges.at(-1);
    if (last && isNear(last[1], id)) last[1] = id;
    else ranges.push([id, id]);
  }
  return ranges;
}

function isNear(one: ArxivId, other: ArxivId): boolean {
  const [a, b] = [one, other].map((id) => /^(.*\D)(\d+)$/.exec(id));
  return a?.[1] === b?.[1] && Number(b?.[2]) - Number(a?.[2]) <= NEAR;
}

function markListing(entry: StoredEntry, digest: { title?: string; subject?: string }): MarkedListing {
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
