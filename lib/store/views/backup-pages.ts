import { Dexie, type Table } from 'dexie';
import type { ReadingState } from '../../paper';
import type { LensDatabase } from '../database';
import { entriesOf, keyOf } from '../ranges';
import type { StoredDigest, StoredEntry, StoredImport } from '../records';
import { stampedStates } from './reading-states';

/** The tables that a backup holds. */
type BackedUpTable =
  'imports' | 'readings' | 'papers' | 'digests' | 'entries' | 'supplements' | 'readingStates';

interface BackupRecord {
  table: BackedUpTable;
  record: object;
}

const RECORDS_A_PAGE = 500;

/** Takes a page of records. A returned promise is awaited before the next page. */
export type Take = (records: BackupRecord[]) => Promise<void> | undefined;

/**
 * Hands out all records that a backup holds, in the backup's order. One transaction reads them, so they belong to one
 * moment; anything that wants to write waits the few seconds that this takes.
 */
export async function eachBackupPage(db: LensDatabase, take: Take): Promise<void> {
  const tables = [
    db.imports,
    db.readings,
    db.papers,
    db.digests,
    db.entries,
    db.supplements,
    db.readingStates,
    db.readingStamps,
  ];
  await db.transaction('r', tables, async () => {
    const hasStored = new Set<number>();
    await eachPage(db.imports as Table<StoredImport>, (page) => {
      const past = page.filter(({ digestsStored }) => digestsStored > 0);
      for (const { id } of past) hasStored.add(id);
      return handOut(
        take,
        past.map((row) => ({ table: 'imports', record: asOver(row) })),
      );
    });
    await eachPage(db.readings, (page) =>
      handOut(
        take,
        page
          .filter(({ importId }) => hasStored.has(importId))
          .map((record) => ({ table: 'readings', record })),
      ),
    );
    await eachPage(db.papers, (page) =>
      handOut(
        take,
        page.map((record) => ({ table: 'papers', record })),
      ),
    );
    const digests = await db.digests.orderBy('key').toArray();
    await eachPage(db.entries, (page) => handOut(take, withDigests(page, digests)));
    await handOut(
      take,
      digests.map((record) => ({ table: 'digests', record })),
    );
    await eachPage(db.supplements, (page) =>
      handOut(
        take,
        page.map((record) => ({ table: 'supplements', record })),
      ),
    );
    await eachPage(db.readingStates as Table<ReadingState>, async (page) => {
      const stamped = await stampedStates(
        db,
        page.map(({ id }) => id),
      );
      return handOut(
        take,
        stamped.map(({ state, stamps }) => ({ table: 'readingStates', record: { ...state, stamps } })),
      );
    });
  });
}

/** Passes records to `take` within a transaction, and keeps the transaction open while `take` waits. */
async function handOut(take: Take, records: BackupRecord[]): Promise<void> {
  const taking = take(records);
  // A transaction ends while anything outside it is awaited; Dexie can hold it open.
  if (taking) await Dexie.waitFor(taking);
}

/** Passes a table to `use` page by page, and reads the next page while one is being used. */
async function eachPage<T>(table: Table<T>, use: (page: T[]) => Promise<void>): Promise<void> {
  const after = (page: readonly T[]): Promise<T[]> | undefined => {
    const last = page.at(-1);
    if (last === undefined || page.length < RECORDS_A_PAGE) return undefined;
    return table.where(':id').above(keyOf(table, last)).limit(RECORDS_A_PAGE).toArray();
  };
  let page: T[] | undefined = await table.orderBy(':id').limit(RECORDS_A_PAGE).toArray();
  while (page) {
    const next: Promise<T[]> | undefined = after(page);
    await use(page);
    page = await next;
  }
}

/**
 * The entries of a page, each digest before its first entry. Both lists are in the order of their keys: every digest
 * up to the page's last one is taken out of `digests`, those without entries too.
 */
function withDigests(page: readonly StoredEntry[], digests: StoredDigest[]): BackupRecord[] {
  return page.flatMap((entry) => {
    const records: BackupRecord[] = [];
    for (let next = digests[0]; next && next.key <= entry.digest; next = digests[0]) {
      records.push({ table: 'digests', record: next });
      digests.shift();
    }
    return [...records, { table: 'entries', record: entry }];
  });
}

/**
 * The import as if it were over: a backup does not hold the files of an import under way, so nothing can be added to
 * what that import has stored.
 */
function asOver(row: StoredImport): StoredImport {
  const { paused: _paused, hindrance: _hindrance, ...facts } = row;
  return { ...facts, state: 'done' };
}

/** Hands out what a backup has to hold to bring these digests back, in the backup's order. */
export async function eachDigestPage(db: LensDatabase, keys: readonly string[], take: Take): Promise<void> {
  const tables = [db.imports, db.readings, db.papers, db.digests, db.entries, db.supplements];
  await db.transaction('r', tables, async () => {
    const digests = withoutMissing(await db.digests.bulkGet(keys.toSorted()));
    const lists = await Promise.all(digests.map(({ key }) => entriesOf(db, key).toArray()));
    const ids = [...new Set(lists.flat().map(({ id }) => id))].toSorted();
    const papers = withoutMissing(await db.papers.bulkGet(ids));
    const readings = await db.readings.where('keys').anyOf(keys).distinct().toArray();
    const supplements = await db.supplements.where('id').anyOf(ids).toArray();
    const brought = [...digests, ...lists.flat(), ...readings, ...supplements];
    const imports = withoutMissing(
      await db.imports.bulkGet([...new Set(brought.map(({ importId }) => importId))]),
    );
    const listed = digests.flatMap((digest, i) => [
      ...recordsOfTable('digests', [digest]),
      ...recordsOfTable('entries', lists[i] ?? []),
    ]);
    await handOut(take, [
      ...recordsOfTable('imports', imports.map(asOver)),
      ...recordsOfTable('readings', readings),
      ...recordsOfTable('papers', papers),
      ...listed,
      ...recordsOfTable('supplements', supplements),
    ]);
  });
}

const withoutMissing = <T>(found: readonly (T | undefined)[]): T[] =>
  found.filter((row) => row !== undefined);
const recordsOfTable = (table: BackedUpTable, records: readonly object[]): BackupRecord[] =>
  records.map((record) => ({ table, record }));
