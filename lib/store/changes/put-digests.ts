import type { AnnouncementDate, ArxivId, DigestEntry, Paper } from '../../paper';
import type { LensDatabase } from '../database';
import { digestKey } from '../keys';
import { outlineDigests, outlinesOf } from '../outlines';
import { recordsOf } from '../ranges';
import type { StoredDigest, StoredEntry, StoredSupplement } from '../records';
import { gainsOf, saidBy, withFactsOf } from './paper-facts';

/** A digest that is ready to be stored: its day is known. */
export interface DatedDigest {
  date: AnnouncementDate;
  title?: string;
  subject?: string;
  path: string;
  entries: readonly DigestEntry[];
}

/** What storing digests has added. */
export interface Added {
  papers: Paper[];
  /** Papers that were stored already and have gained facts. */
  changed: Paper[];
  /** How many papers and entries each digest was the first to bring, in the order of the digests. */
  byDigest: { papers: number; entries: number }[];
}

/**
 * Stores digests, all of them or none, and says what that added. What is already stored stays as it is: an entry is
 * never written twice, and a paper only gains facts that it lacked. `alsoIn` runs in the same transaction, for data
 * that must never differ from the papers.
 */
export async function putDigests(
  db: LensDatabase,
  digests: readonly DatedDigest[],
  importId: number,
  alsoIn: (added: Added) => Promise<void> = async () => {},
): Promise<Added> {
  return db.transaction('rw', db.tables, async () => {
    const known = await knownOf(db, digests);
    const { papers, entries, ...additions } = additionsOf(digests, importId, known);
    const added: Added = {
      papers: papers.filter(({ id }) => !known.papers.has(id)),
      changed: papers.filter(({ id }) => known.papers.has(id)),
      byDigest: additions.byDigest,
    };
    const changedKeys = [...new Set(entries.map(({ digest }) => digest))];
    const extendedKeys = changedKeys.filter((key) => known.listed.has(key));
    const outlines = outlinesOf(
      changedKeys.filter((key) => !known.listed.has(key)),
      entries,
    );
    // These run at once, because the browser writes in a process of its own while the index counts words.
    await Promise.all([
      alsoIn(added),
      db.papers.bulkPut(papers),
      db.digests.bulkAdd(additions.digests),
      db.entries.bulkAdd(entries).then(() => outlineDigests(db, extendedKeys)),
      db.outlines.bulkPut(outlines),
      addSupplements(db, additions.supplements),
    ]);
    return added;
  });
}

/** What is already stored of these digests and their papers. */
interface Known {
  papers: ReadonlyMap<ArxivId, Paper>;
  /** The ids of the stored entries of each digest, by the digest's key. */
  listed: ReadonlyMap<string, ReadonlySet<ArxivId>>;
}

async function knownOf(db: LensDatabase, digests: readonly DatedDigest[]): Promise<Known> {
  const ids = digests.flatMap(({ entries }) => entries.map(({ id }) => id));
  const [papers, there] = await Promise.all([
    recordsOf(db.papers, ids),
    db.digests.bulkGet(digests.map(digestKey)),
  ]);
  const listed = new Map<string, ReadonlySet<ArxivId>>();
  // Only a digest that is stored has entries to look for.
  for (const { key } of there.filter((digest) => digest !== undefined)) {
    const entries = await db.entries.where('[digest+id]').between([key], [key, []]).primaryKeys();
    listed.set(key, new Set(entries.map(([, id]) => id)));
  }
  return { papers, listed };
}

/** The records that digests add to what is known, and the records that they change. */
function additionsOf(digests: readonly DatedDigest[], importId: number, known: Known) {
  const paperOf = new Map(known.papers);
  const listed = new Map([...known.listed].map(([key, ids]) => [key, new Set(ids)]));
  const papers = new Map<ArxivId, Paper>();
  const newDigests: StoredDigest[] = [];
  const newEntries: StoredEntry[] = [];
  const supplements = new Map<ArxivId, StoredSupplement>();
  const byDigest = digests.map(({ entries, ...facts }) => {
    const key = digestKey(facts);
    const ids = listed.get(key) ?? new Set();
    if (!listed.has(key)) newDigests.push({ ...facts, key, importId });
    listed.set(key, ids);
    const before = { papers: paperOf.size, entries: ids.size };
    entries.forEach((entry, position) => {
      const paper = paperOf.get(entry.id);
      const after = withFactsOf(paper, entry);
      if (after !== paper) {
        paperOf.set(entry.id, after);
        papers.set(entry.id, after);
      }
      if (ids.has(entry.id)) {
        if (after === paper) return;
        const said = { ...supplements.get(entry.id), ...gainsOf(paper, after) };
        supplements.set(entry.id, { ...said, id: entry.id, importId });
        return;
      }
      ids.add(entry.id);
      const { title: _title, authors: _authors, abstract: _abstract, version: _version, ...own } = entry;
      newEntries.push({ ...own, ...saidBy(entry, after), digest: key, date: facts.date, position, importId });
    });
    return { papers: paperOf.size - before.papers, entries: ids.size - before.entries };
  });
  return {
    papers: [...papers.values()],
    digests: newDigests,
    entries: newEntries,
    supplements: [...supplements.values()],
    byDigest,
  };
}

/** Adds supplements, merged with those already stored: an import can add to one paper through several digests. */
async function addSupplements(db: LensDatabase, supplements: readonly StoredSupplement[]): Promise<void> {
  if (supplements.length === 0) return;
  const before = await db.supplements.bulkGet(
    supplements.map(({ importId, id }): [number, ArxivId] => [importId, id]),
  );
  await db.supplements.bulkPut(supplements.map((supplement, i) => ({ ...before[i], ...supplement })));
}

/** How many of these papers no digest has listed yet. Each id must be given once. */
export async function countNew(db: LensDatabase, ids: readonly ArxivId[]): Promise<number> {
  const known = await db.papers.where('id').anyOf(ids).count();
  return ids.length - known;
}
