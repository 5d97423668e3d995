import { liveQuery } from 'dexie';
import type { AnnouncementDate } from '../../paper';
import { asOver, type BackedUpTable, type BackupRecord, give, type Take } from '../views/backup-pages';
import type { LensDatabase } from '../database';
import { type TakenOut, takeOutEntries } from './take-back';

/** A digest of a day, as the reader tells it from the others. */
export interface DayDigest {
  key: string;
  title?: string;
  subject?: string;
  papers: number;
}

/** What a page needs to know to offer deleting. */
export interface DayToDelete {
  /** The days of the first and the last digest. */
  from: AnnouncementDate;
  to: AnnouncementDate;
  date: AnnouncementDate;
  digests: DayDigest[];
}

/** Tells of the digests of a day, the latest where none is chosen, now and after each change. The answer stops it. */
export function watchDayToDelete(
  db: LensDatabase,
  chosen: AnnouncementDate | undefined,
  tell: (day: DayToDelete | undefined) => void,
): () => void {
  const subscription = liveQuery(() => dayToDelete(db, chosen)).subscribe(tell);
  return () => subscription.unsubscribe();
}

async function dayToDelete(
  db: LensDatabase,
  chosen: AnnouncementDate | undefined,
): Promise<DayToDelete | undefined> {
  return db.transaction('r', db.digests, db.entries, async () => {
    const [first, last] = [await db.digests.orderBy('date').first(), await db.digests.orderBy('date').last()];
    if (!first || !last) return undefined;
    const date = chosen ?? last.date;
    const ofDay = await db.digests.where('date').equals(date).toArray();
    const digests = await Promise.all(
      ofDay.map(async ({ key, title, subject }) => ({
        key,
        ...(title !== undefined && { title }),
        ...(subject !== undefined && { subject }),
        papers: await entriesOf(db, key).count(),
      })),
    );
    return { from: first.date, to: last.date, date, digests };
  });
}

const entriesOf = (db: LensDatabase, key: string) =>
  db.entries.where('[digest+id]').between([key], [key, []]);

/**
 * Deletes a digest, whichever imports have brought it, with the papers and facts that no other gives. Reading states
 * stay. `alsoIn` runs in the same transaction, for what must never differ from the papers.
 */
export async function deleteDigest(
  db: LensDatabase,
  key: string,
  alsoIn: (taken: TakenOut) => Promise<void> = async () => {},
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const taken = await takeOutEntries(db, await entriesOf(db, key).toArray());
    await db.supplements.where('id').anyOf(taken.removed).delete();
    await db.digests.delete(key);
    // So that, once imported anew, it does not go to an earlier import when the new one is undone.
    await db.readings
      .where('keys')
      .equals(key)
      .modify((reading) => {
        reading.keys = (reading.keys ?? []).filter((other) => other !== key);
        for (const digest of reading.digests) if (digest.key === key) delete digest.key;
      });
    await alsoIn(taken);
  });
}

/** Deletes all that the reader has brought in or made of it. Settings stay. */
export async function deleteEverything(db: LensDatabase): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
}

/** Hands out what a backup has to hold to bring some digests back, in its order. */
export async function eachDigestPage(db: LensDatabase, keys: readonly string[], take: Take): Promise<void> {
  const tables = [db.imports, db.readings, db.papers, db.digests, db.entries, db.supplements];
  await db.transaction('r', tables, async () => {
    const digests = present(await db.digests.bulkGet(keys.toSorted()));
    const lists = await Promise.all(digests.map(({ key }) => entriesOf(db, key).toArray()));
    const ids = [...new Set(lists.flat().map(({ id }) => id))].toSorted();
    const papers = present(await db.papers.bulkGet(ids));
    const readings = await db.readings.where('keys').anyOf(keys).distinct().toArray();
    const supplements = await db.supplements.where('id').anyOf(ids).toArray();
    const brought = [...digests, ...lists.flat(), ...readings, ...supplements];
    const imports = present(await db.imports.bulkGet([...new Set(brought.map(({ importId }) => importId))]));
    const listed = digests.flatMap((digest, i) => [
      ...rows('digests', [digest]),
      ...rows('entries', lists[i] ?? []),
    ]);
    await give(take, [
      ...rows('imports', imports.map(asOver)),
      ...rows('readings', readings),
      ...rows('papers', papers),
      ...listed,
      ...rows('supplements', supplements),
    ]);
  });
}

const present = <T>(found: readonly (T | undefined)[]): T[] => found.filter((row) => row !== undefined);

const rows = (table: BackedUpTable, records: readonly object[]): BackupRecord[] =>
  records.map((record) => ({ table, record }));
