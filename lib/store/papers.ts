import type { AnnouncementDate, ArxivId, DigestEntry, EntryFacts, Paper } from '../paper';
import { digestKey } from './digest-key';
import { outlineDigests, outlineOf } from './outlines';
import { gainsOf, saidBy, withFactsOf } from './paper-facts';
import type { LensDatabase, StoredDigest, StoredEntry, StoredSupplement } from './schema';

/** A digest that is ready to be stored: its day is known. */
export interface DatedDigest {
  date: AnnouncementDate;
  title?: string;
  subject?: string;
  path: string;
  entries: readonly DigestEntry[];
}

export interface Added {
  papers: Paper[];
  /** Papers that were known and have gained facts. */
  changed: Paper[];
  entries: number;
}

/** A digest in which a paper stands, as the mark names it. */
export interface Listing {
  date: AnnouncementDate;
  title?: string;
  subject?: string;
}

export interface ReportEntry extends EntryFacts {
  paper: Paper;
  /** Every subject under which the day's digests list the paper. */
  subjects: string[];
}

/** All that the digests of one day list, each paper once, in their order. */
export interface Report {
  date: AnnouncementDate;
  titles: string[];
  /** The files that it came in. */
  paths: string[];
  entries: ReportEntry[];
}

/**
 * Stores a digest whole or not at all, and says what that added. What is there already stays as it is:
 * an entry is never written twice, and a paper only gains facts that it lacked.
 * `alsoIn` runs in the same transaction, for what must never differ from the papers.
 */
export async function putDigest(
  db: LensDatabase,
  digest: DatedDigest,
  importId: number,
  alsoIn: (added: Added) => Promise<void> = async () => {},
): Promise<Added> {
  const key = digestKey(digest);
  return db.transaction('rw', db.tables, async () => {
    const ids = [...new Set(digest.entries.map((entry) => entry.id))];
    const [papers, known] = await Promise.all([db.papers.bulkGet(ids), db.digests.get(key)]);
    // A digest that is new has no entries to look for.
    const entries = known ? await db.entries.bulkGet(ids.map((id): [string, ArxivId] => [key, id])) : [];
    const paperOf = new Map(ids.map((id, i) => [id, papers[i]]));
    const listed = new Set(entries.flatMap((entry) => (entry ? [entry.id] : [])));

    const newEntries: StoredEntry[] = [];
    const changed = new Map<ArxivId, Paper>();
    const supplements = new Map<ArxivId, StoredSupplement>();
    digest.entries.forEach((entry, position) => {
      const before = paperOf.get(entry.id);
      const after = withFactsOf(before, entry);
      if (after !== before) {
        paperOf.set(entry.id, after);
        changed.set(entry.id, after);
      }
      if (listed.has(entry.id)) {
        if (after === before) return;
        const said = { ...supplements.get(entry.id), ...gainsOf(before, after) };
        supplements.set(entry.id, { ...said, id: entry.id, importId });
        return;
      }
      listed.add(entry.id);
      const { title: _title, authors: _authors, abstract: _abstract, version: _version, ...facts } = entry;
      newEntries.push({
        ...facts,
        ...saidBy(entry, after),
        digest: key,
        date: digest.date,
        position,
        importId,
      });
    });

    const { entries: _entries, ...facts } = digest;
    if (!known) await db.digests.add({ ...facts, key, importId });
    await db.entries.bulkAdd(newEntries);
    if (known) await outlineDigests(db, newEntries.length > 0 ? [key] : []);
    else if (newEntries.length > 0) await db.outlines.put(outlineOf(key, newEntries));
    await addSupplements(db, [...supplements.values()]);
    await db.papers.bulkPut([...changed.values()]);
    const newIds = new Set(ids.filter((_id, i) => papers[i] === undefined));
    const added = {
      papers: [...changed.values()].filter((paper) => newIds.has(paper.id)),
      changed: [...changed.values()].filter((paper) => !newIds.has(paper.id)),
      entries: newEntries.length,
    };
    await alsoIn(added);
    return added;
  });
}

/** An import can add to one paper through several digests. */
async function addSupplements(db: LensDatabase, supplements: readonly StoredSupplement[]): Promise<void> {
  if (supplements.length === 0) return;
  const before = await db.supplements.bulkGet(
    supplements.map(({ importId, id }): [number, ArxivId] => [importId, id]),
  );
  await db.supplements.bulkPut(supplements.map((supplement, i) => ({ ...before[i], ...supplement })));
}

function listingOf({ date, title, subject }: StoredDigest): Listing {
  return { date, ...(title === undefined ? {} : { title }), ...(subject === undefined ? {} : { subject }) };
}

/** A paper with the last digest that listed it. */
export interface FoundPaper {
  paper: Paper;
  listing: Listing;
}

/** The papers of these ids, in their order, without those that are not stored. Reads all in one transaction. */
export async function foundPapers(db: LensDatabase, ids: readonly ArxivId[]): Promise<FoundPaper[]> {
  return db.transaction('r', db.papers, db.entries, db.digests, async () => {
    const [papers, listings] = await Promise.all([db.papers.bulkGet([...ids]), lastListings(db, ids)]);
    return papers.flatMap((paper) => {
      const listing = paper && listings.get(paper.id);
      return listing ? [{ paper, listing }] : [];
    });
  });
}

/** The last digest that listed each of these papers, as far as one did. */
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

/** The days that have a digest, the earliest first. */
export async function days(db: LensDatabase): Promise<AnnouncementDate[]> {
  // A digest's key begins with its day: the keys alone are read at once, where an index is walked key by key.
  return daysOf(await db.digests.toCollection().primaryKeys());
}

/** Of digests by their keys, each day once. */
export const daysOf = (keys: readonly string[]): AnnouncementDate[] => [
  ...new Set(keys.map((key) => key.slice(0, 'YYYY-MM-DD'.length))),
];

/** How many of these papers, each named once, no digest has listed yet. */
export async function countNew(db: LensDatabase, ids: readonly ArxivId[]): Promise<number> {
  const known = await db.papers.where('id').anyOf(ids).count();
  return ids.length - known;
}
