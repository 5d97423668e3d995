import { addSettings } from '../browser/settings';
import { say } from '../i18n/translate';
import type { ArxivId, Paper, ReadingState, Sentence } from '../paper';
import { readAhead } from '../read-ahead';
import {
  differentPapers,
  mergeDigests,
  mergeEntries,
  mergeImports,
  mergePapers,
  mergeReadings,
  mergeReadingStates,
  mergeSupplements,
} from '../store/changes/merge-backup';
import type { LensDatabase } from '../store/database';
import { isFullDisk } from '../store/full-disk';
import { changeRestore, currentRestore, endRestore, restoredFile } from '../store/jobs/restores';
import type {
  StoredDigest,
  StoredEntry,
  StoredImport,
  StoredReading,
  StoredRestore,
  StoredSupplement,
} from '../store/records';
import { checkBackup, parseRecord, type ReadRecord } from './check';
import { BackupError, type BackupTable } from './format';
import { linesOf } from './lines';

/** What keeps search and related papers in step; `add` runs in the transaction that stores the papers. */
export interface RestoreIndex {
  add(added: { papers: Paper[]; changed: Paper[] }): Promise<void>;
  /** Between two of them, and once it is over. */
  tend(extent: 'little' | 'enough' | 'all'): Promise<void>;
}

/** The reader has deleted everything meanwhile, or chosen another file: nothing more of this one may be stored. */
class Interruption extends Error {
  override name = 'Interruption';
}

/**
 * Stored in one transaction, or a few more: a digest is never parted. Twice as many as an import's: a mark waits longer
 * for them, but a restore is rare, and is over the sooner.
 */
const RECORDS_A_BATCH = 1000;

/**
 * Goes on with the restore that is under way, if there is one. The file is checked as a whole before anything of it
 * is stored. Then it is stored batch by batch, and with each batch how far that is: a worker that has just started
 * goes on where the one before ended, and at any moment every digest is there as a whole or not at all.
 */
export async function goOnRestoring(db: LensDatabase, openIndex: () => Promise<RestoreIndex>): Promise<void> {
  const restore = await currentRestore(db);
  const file = await restoredFile(db);
  if (!restore || !file || restore.state === 'stopped') return;
  try {
    const index = await openIndex();
    if (restore.state === 'checking') {
      const records = await checkBackup(file);
      await changeRestore(db, { state: 'writing', records });
    }
    await writeRecords(db, file, restore, index);
    await endRestore(db, { state: 'done' });
    const newPapers = (await currentRestore(db))?.newPapers ?? 0;
    await index.tend(newPapers > (await db.papers.count()) / 2 ? 'all' : 'enough');
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

/** What a worker has to know of what was stored before it started. */
interface Known {
  /** The numbers that the imports of the backup have here. */
  importNumbers: ReadonlyMap<number, number>;
  /** Papers of the backup of which other facts stand here. */
  different: Map<ArxivId, Paper>;
}

async function writeRecords(
  db: LensDatabase,
  file: Blob,
  restore: StoredRestore,
  index: RestoreIndex,
): Promise<void> {
  const known: Known = { importNumbers: new Map(), different: new Map() };
  for await (const { value, readNext } of readAhead(batchesToWrite(file, restore))) {
    const { table, records, upTo } = value;
    if (upTo <= restore.written && table === 'papers') {
      const different = await differentPapers(db, of<Paper>('papers', records));
      for (const paper of different) known.different.set(paper.id, paper);
      continue;
    }
    await db.transaction('rw', db.tables, async () => {
      const row = await currentRestore(db);
      if (row?.startedAt !== restore.startedAt) throw new Interruption();
      if (table === 'imports') known.importNumbers = await mergeImports(db, of<StoredImport>(table, records));
      const gained = await merge(db, records, known, index);
      await db.restores.put({
        ...row,
        written: Math.max(upTo, row.written),
        newPapers: row.newPapers + gained.papers,
        newDigests: row.newDigests + gained.digests,
        newStates: row.newStates + gained.states,
        ...(known.different.size > 0 && { hasDifferent: true }),
      });
      readNext();
    });
    if (table === 'papers') await index.tend('little');
    if (table === 'settings') for (const { record } of records) await addSettings(record);
  }
}

/** Records of one table, or digests with their entries. */
interface Batch {
  table: string;
  /** How many records of the file are stored once this batch is. */
  upTo: number;
}

/** Those that are not stored, and of the others what has to be known of them. */
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

/** The records of one table, which the check of the file has found to be such. */
function of<T>(table: BackupTable, records: readonly ReadRecord[]): T[] {
  return records.filter((each) => each.table === table).map(({ record }) => record as T);
}

async function merge(
  db: LensDatabase,
  records: readonly ReadRecord[],
  { importNumbers, different }: Known,
  index: RestoreIndex,
): Promise<{ papers: number; digests: number; states: number }> {
  const numbered = <T extends { importId: number }>(rows: readonly T[]): T[] =>
    rows.map((row) => {
      const importId = importNumbers.get(row.importId) ?? row.importId;
      return importId === row.importId ? row : { ...row, importId };
    });

  await mergeReadings(db, numbered(of<StoredReading>('readings', records)));
  const merged = await mergePapers(db, of<Paper>('papers', records), async (gained) => {
    if (gained.papers.length + gained.changed.length > 0) await index.add(gained);
  });
  for (const paper of merged.different) different.set(paper.id, paper);
  const digests = await mergeDigests(db, numbered(of<StoredDigest>('digests', records)));
  await mergeEntries(db, numbered(of<StoredEntry>('entries', records)), different);
  await mergeSupplements(db, numbered(of<StoredSupplement>('supplements', records)));
  const states = await mergeReadingStates(db, of<ReadingState>('readingStates', records));
  return { papers: merged.papers.length, digests, states };
}
