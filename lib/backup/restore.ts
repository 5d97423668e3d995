import { addSettings } from '../browser/settings';
import { say } from '../i18n/translate';
import type { Paper, Sentence } from '../paper';
import { readAhead } from '../read-ahead';
import { extentAfter, type IndexFollower } from '../store/changes/follower';
import type { LensDatabase } from '../store/database';
import { isFullDisk } from '../store/full-disk';
import { Interruption } from '../store/jobs/interruption';
import { changeRestore, currentRestore, endRestore, restoredFile } from '../store/jobs/restores';
import { type BackupBatch, learnDifferences, nothingKnown, storeBatch } from '../store/jobs/store-batch';
import type { StoredRestore } from '../store/records';
import { countPapers } from '../store/views/papers';
import { checkBackup, parseRecord, type ReadRecord } from './check';
import { BackupError, type BackupTable } from './format';
import { linesOf } from './lines';

/**
 * How many records one transaction stores; a few more are stored if a digest would otherwise be split. It is twice
 * the number that an import stores: a mark waits longer for such a transaction, but a restore is rare and ends sooner
 * this way.
 */
const RECORDS_A_BATCH = 1000;

/**
 * Continues the restore that is under way, if there is one. The file is checked as a whole before any of it is
 * stored. Then it is stored batch by batch, and each batch's transaction also notes how far the restore is. So a
 * worker that has just started continues where the worker before it ended, and at any moment every digest is stored
 * as a whole or not at all.
 */
export async function continueRestore(
  db: LensDatabase,
  openFollower: () => Promise<IndexFollower>,
): Promise<void> {
  const restore = await currentRestore(db);
  const file = await restoredFile(db);
  if (!restore || !file || restore.state === 'stopped') return;
  try {
    const follower = await openFollower();
    if (restore.state === 'checking') {
      const records = await checkBackup(file);
      await changeRestore(db, { state: 'writing', records });
    }
    await writeRecords(db, file, restore, follower);
    await endRestore(db, { state: 'done' });
    const newPapers = (await currentRestore(db))?.newPapers ?? 0;
    await follower.mergeParts(extentAfter(newPapers, await countPapers(db)));
  } catch (error) {
    if (error instanceof Interruption) return;
    if (error instanceof BackupError)
      return endRestore(db, { state: 'refused', hindrance: [error.sentence] });
    await changeRestore(db, { state: 'stopped', hindrance: hindranceOf(error) });
    throw error;
  }
}

function hindranceOf(error: unknown): Sentence[] {
  if (isFullDisk(error)) return [say('backup_diskFull'), say('backup_soFarWhole'), say('backup_freeSpace')];
  return [say('backup_stopped', String(error)), say('backup_soFarWhole')];
}

async function writeRecords(
  db: LensDatabase,
  file: Blob,
  restore: StoredRestore,
  follower: IndexFollower,
): Promise<void> {
  const known = nothingKnown();
  for await (const { value, readNext } of readAhead(batchesToWrite(file, restore))) {
    const { table, records, upTo } = value;
    if (upTo <= restore.written && table === 'papers') {
      await learnDifferences(db, recordsOf<Paper>('papers', records), known);
      continue;
    }
    await storeBatch(db, restore, byTable(records), { known, follower, upTo, whileWriting: readNext });
    if (table === 'papers') await follower.mergeParts('little');
    if (table === 'settings') for (const { record } of records) await addSettings(record);
  }
}

/** Records of one table, or digests with their entries. */
interface Batch {
  table: string;
  /** How many records of the file are stored once this batch is stored. */
  upTo: number;
}

/**
 * The batches that are not stored, and those stored batches from which the worker has to learn something: the imports
 * and, if facts differed, the papers.
 */
async function* batchesToWrite(
  file: Blob,
  { written, hasDifferent }: StoredRestore,
): AsyncGenerator<Batch & { records: ReadRecord[] }> {
  for await (const { table, lines, upTo } of batchesOf(file)) {
    if (upTo <= written && table !== 'imports' && !(table === 'papers' && hasDifferent)) continue;
    const records = lines.map((line) => parseRecord(line)).filter((each) => each !== undefined);
    yield { table, records, upTo };
  }
}

/** The file in batches, cut at the same places each time it is read. */
async function* batchesOf(content: Blob): AsyncGenerator<Batch & { lines: string[] }> {
  let batch: Batch & { lines: string[] } = { table: '', lines: [], upTo: 0 };
  for await (const { lines } of linesOf(content)) {
    for (const line of lines) {
      const name = line.slice(2, line.indexOf('"', 2));
      if (name === 'backup' || name === 'end') continue;
      const table = name === 'entries' ? 'digests' : name;
      const isFull = batch.lines.length >= RECORDS_A_BATCH && name !== 'entries';
      if (isFull || (batch.lines.length > 0 && table !== batch.table)) {
        yield batch;
        batch = { table, lines: [], upTo: batch.upTo };
      }
      batch.table = table;
      batch.lines.push(line);
      batch.upTo += 1;
    }
  }
  if (batch.lines.length > 0) yield batch;
}

/** The records of one table. The cast is safe because `checkBackup` has checked each record's shape. */
function recordsOf<T>(table: BackupTable, records: readonly ReadRecord[]): T[] {
  return records.filter((each) => each.table === table).map(({ record }) => record as T);
}

function byTable(records: readonly ReadRecord[]): BackupBatch {
  return {
    imports: recordsOf('imports', records),
    readings: recordsOf('readings', records),
    papers: recordsOf('papers', records),
    digests: recordsOf('digests', records),
    entries: recordsOf('entries', records),
    supplements: recordsOf('supplements', records),
    readingStates: recordsOf('readingStates', records),
  };
}
