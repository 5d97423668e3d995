import { cmp, type Table } from 'dexie';
import type { ArxivId, Paper } from '../../paper';
import type { LensDatabase } from '../database';
import { outlineDigests, outlinesOf } from '../outlines';
import { keyOf, recordsOf } from '../ranges';
import type {
  StoredDigest,
  StoredEntry,
  StoredImport,
  StoredOutline,
  StoredReading,
  StoredSupplement,
} from '../records';
import { withProblemCodes } from '../upgrades';
import { differ, moved, withFactsOf } from './paper-facts';

/*
 * These functions merge the records of a backup into the database. Nothing that is stored gets lost: a record whose
 * key is known stays, papers gain the facts that they lack, and of two reading states of a paper the later one
 * counts. All calls for one batch belong in one transaction.
 */

/** The records whose key is not stored yet, found with one request for the whole range of keys. */
async function unknownRecords<T>(table: Table<T>, records: readonly T[]): Promise<T[]> {
  const keys = records.map((record) => keyOf(table, record));
  const there = await knownAmong(table, keys);
  return records.filter((_, i) => !there.has(String(keys[i])));
}

/**
 * The stored keys between the first and the last of these keys, as text. Keys that were not asked for may be among
 * them.
 */
async function knownAmong<T>(table: Table<T>, keys: readonly unknown[]): Promise<ReadonlySet<string>> {
  const sorted = keys.toSorted(cmp);
  if (sorted.length === 0) return new Set();
  const known = await table.where(':id').between(sorted[0], sorted.at(-1), true, true).primaryKeys();
  return new Set(known.map(String));
}

async function addNew<T>(table: Table<T>, records: readonly T[]): Promise<T[]> {
  const added = await unknownRecords(table, records);
  await table.bulkAdd(added);
  return added;
}

/**
 * The numbers that the imports of a backup have in this database. An import with the same name that began at the same
 * moment is the same import.
 */
export async function mergeImports(
  db: LensDatabase,
  imports: readonly StoredImport[],
): Promise<Map<number, number>> {
  const there = await db.imports.toArray();
  const numbers = new Map<number, number>();
  for (const row of imports) {
    const same = there.find(({ startedAt, name }) => startedAt === row.startedAt && name === row.name);
    const { id, ...facts } = row;
    // A number from a file is never taken over: the largest that there can be would be the last import of all.
    numbers.set(id, same?.id ?? (await db.imports.add(facts)));
  }
  return numbers;
}

/** Adds the readings of a backup; a reading that is already stored gains the keys that it lacks. */
export async function mergeReadings(db: LensDatabase, readings: readonly StoredReading[]): Promise<void> {
  const inCodes = readings.map(withProblemCodes);
  const added = new Set(await addNew(db.readings, inCodes));
  const others = inCodes.filter((reading) => !added.has(reading));
  const there = await db.readings.bulkGet(
    others.map(({ importId, position }): [number, number] => [importId, position]),
  );
  const named = others.map((reading, i) => withKeysOf(there[i] ?? reading, reading));
  await db.readings.bulkPut(named.filter((reading, i) => reading !== there[i]));
}

/**
 * The stored reading with the keys that the backup's reading adds: a digest that was deleted belongs to its import
 * again once it is restored.
 */
function withKeysOf(there: StoredReading, { keys = [], digests }: StoredReading): StoredReading {
  const known = there.keys ?? [];
  if (keys.every((key) => known.includes(key))) return there;
  return {
    ...there,
    keys: [...new Set([...keys, ...known])],
    digests: there.digests.map((digest, i) => {
      const key = digest.key ?? digests[i]?.key;
      return { ...digest, ...(key !== undefined && { key }) };
    }),
  };
}

interface MergedPapers {
  papers: Paper[];
  /** Papers that were stored already and have gained facts. */
  changed: Paper[];
  /** Papers of the backup that are stored here with other facts. */
  different: Paper[];
}

/**
 * Adds the papers of a backup, or the facts that stored papers lack. `alsoIn` runs beside the writing, in the same
 * transaction.
 */
export async function mergePapers(
  db: LensDatabase,
  papers: readonly Paper[],
  alsoIn: (merged: MergedPapers) => Promise<void>,
): Promise<MergedPapers> {
  const added = await unknownRecords(db.papers as Table<Paper>, papers);
  const isNew = new Set(added.map(({ id }) => id));
  const others = papers.filter(({ id }) => !isNew.has(id));
  const there = await recordsOf(
    db.papers,
    others.map(({ id }) => id),
  );
  const after = others.map((paper) => withFactsOf(there.get(paper.id), paper));
  const merged = {
    papers: added,
    changed: after.filter((paper) => paper !== there.get(paper.id)),
    different: others.filter((paper, i) => differ(paper, after[i] ?? paper)),
  };
  await Promise.all([alsoIn(merged), db.papers.bulkPut([...added, ...merged.changed])]);
  return merged;
}

/** Those of these papers that are stored with other facts, for papers that `mergePapers` has already merged. */
export async function differentPapers(db: LensDatabase, papers: readonly Paper[]): Promise<Paper[]> {
  const there = await db.papers.bulkGet(papers.map(({ id }): ArxivId => id));
  return papers.filter((paper, i) => differ(paper, there[i] ?? paper));
}

/** Adds the digests that are not stored yet, and gives their number. */
export async function mergeDigests(db: LensDatabase, digests: readonly StoredDigest[]): Promise<number> {
  return (await addNew(db.digests, digests)).length;
}

/**
 * Adds the entries of a backup. An entry keeps only what its paper's record does not say, so an entry of a paper in
 * `different` (the papers as the backup has them) is rewritten to fit the paper's record here.
 */
export async function mergeEntries(
  db: LensDatabase,
  entries: readonly StoredEntry[],
  different: ReadonlyMap<ArxivId, Paper>,
): Promise<void> {
  const added = await unknownRecords(db.entries, entries);
  const there = await db.papers.bulkGet(added.flatMap(({ id }) => (different.has(id) ? [id] : [])));
  const now = new Map(there.flatMap((paper) => (paper ? [[paper.id, paper] as const] : [])));
  const entriesNow = added.map((entry) => {
    const [from, to] = [different.get(entry.id), now.get(entry.id)];
    return from && to ? moved(entry, from, to) : entry;
  });
  const keys = [...new Set(added.map(({ digest }) => digest))];
  const outlined = await knownAmong(db.outlines as Table<StoredOutline>, keys);
  // No entry of a digest without an outline was stored before, so these are all its entries.
  const fresh = keys.filter((key) => !outlined.has(key));
  const known = keys.filter((key) => outlined.has(key));
  await Promise.all([
    db.entries.bulkAdd(entriesNow).then(() => outlineDigests(db, known)),
    db.outlines.bulkPut(outlinesOf(fresh, entriesNow)),
  ]);
}

export async function mergeSupplements(
  db: LensDatabase,
  supplements: readonly StoredSupplement[],
): Promise<void> {
  await addNew(db.supplements, supplements);
}
